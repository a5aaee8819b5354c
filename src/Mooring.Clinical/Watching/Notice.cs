using Mooring.Clinical.Monitoring;

namespace Mooring.Clinical.Watching;

/// <summary>One number as it reached us, from a person or a device.</summary>
/// <param name="At">When it was measured, by this server's clock: never later than it reached us.</param>
public sealed record Sample(string Of, double Value, DateTimeOffset At, bool IsDevice)
{
    /// <summary>A person charted what the monitor showed.</summary>
    public bool IsReadOff { get; init; }

    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>It was dated later than it reached us: what comes next is newer, however it is dated.</summary>
    public bool IsAhead { get; init; }

    /// <summary>It was dated later by more than is allowed: somebody is to look at the device's clock.</summary>
    public bool IsMisdated { get; init; }
}

/// <summary>The newest sample of one measurement, and what counts as newer.</summary>
internal sealed record Newest(DateTimeOffset At, DateTimeOffset Rank)
{
    /// <summary>The newest with this one taken; null when it says nothing about now.</summary>
    public static Newest? With(Newest? before, Sample sample)
    {
        // Measured after this one reached us: the server's own clock was put back since.
        if (before is not { } last || last.At > sample.ReceivedAt)
            return new(sample.At, sample.IsAhead ? DateTimeOffset.MinValue : sample.At);
        if (sample.At <= last.Rank || sample.At == last.At)
            return null;
        return new(sample.At, sample.IsAhead ? last.At : sample.At);
    }
}

/// <summary>A limit that stands as passed, and the last value that lay beyond it.</summary>
public sealed record Exceeded(Limit Limit, double Value, DateTimeOffset At, double? Baseline, bool IsDevice)
{
    /// <summary>A person charted what the monitor showed.</summary>
    public bool IsReadOff { get; init; }

    /// <summary>It is the last that came before the number was lost; not the value itself stands out.</summary>
    public bool IsLost { get; init; }
}

/// <summary>Somebody saw it and said what they did.</summary>
public sealed record Answer(Actor By, DateTimeOffset At, LimitLevel Level, string Action);

/// <summary>
/// One clinical event that stands out, from the first value beyond a limit until all are back within. It names what may
/// be considered and commands nothing; it is not an alarm.
/// </summary>
/// <param name="Group">With <paramref name="OpenedAt"/> it names the notice.</param>
public sealed record Notice(string Group, string Title, DateTimeOffset OpenedAt)
{
    /// <summary>The gravest it has been.</summary>
    public required LimitLevel Level { get; init; }

    /// <summary>Since when it is that grave.</summary>
    public required DateTimeOffset LevelSince { get; init; }

    /// <summary>Null while something still lies beyond, or has not been back for long enough.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What lies beyond now, the gravest first; what did last, once it is over.</summary>
    public required IReadOnlyList<Exceeded> Beyond { get; init; }

    /// <summary>How long something lay beyond, up to now.</summary>
    public TimeSpan TimeBeyond { get; init; }

    /// <summary>How often it came: 2 when it was back within and came again before it had settled.</summary>
    public int Times { get; init; } = 1;

    public IReadOnlyList<Answer> Answers { get; init; } = [];

    /// <summary>Until when somebody is to acknowledge it; null when nobody has to.</summary>
    public DateTimeOffset? AnswerBy { get; init; }

    /// <summary>What may have been done, for one tap each.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>What may be considered, when it is a symptom; else each limit beyond says its own.</summary>
    public IReadOnlyList<string> Consider { get; init; } = [];

    public IReadOnlyList<Because> Because { get; init; } = [];

    /// <summary>The entry in which the patient said it, when it is a symptom.</summary>
    public Guid? Concern { get; init; }

    /// <summary>Somebody acknowledged it as grave as it is.</summary>
    public bool IsAnswered => Answers.Any(answer => answer.Level >= Level);

    public bool IsOverdue(DateTimeOffset now) => !IsAnswered && now >= AnswerBy;

    /// <summary>Still there; or critical, over, and nobody has said that they saw it.</summary>
    public bool IsShown => EndedAt is null || (Level == LimitLevel.Critical && !IsAnswered);

    public TimeSpan? AnsweredAfter => Answers.FirstOrDefault(answer => answer.Level >= Level)?.At - LevelSince;
}

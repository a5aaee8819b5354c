namespace Mooring.Clinical.Attention;

/// <summary>How long what waits may wait, and to whom it goes then. Read from <c>content/tasks.yaml</c>.</summary>
public sealed record TaskTerms
{
    public required int Version { get; init; }

    public required IReadOnlyList<TaskClock> Clocks { get; init; }

    public required DaysAhead Ahead { get; init; }

    /// <summary>After a call that reached nobody, the next try is chosen among these.</summary>
    public required IReadOnlyList<TimeSpan> TryAgain { get; init; }

    /// <summary>For how long what was done stands in the list of what is done.</summary>
    public required TimeSpan DoneShown { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }

    /// <summary>The clock of a kind; one that never goes where the content does not name it.</summary>
    public TaskClock ClockOf(string kind) => Clocks.FirstOrDefault(clock => clock.Kind == kind) ?? new() { Kind = kind };
}

/// <summary>The clock of one kind of task.</summary>
public sealed record TaskClock
{
    /// <summary>As the kind is written in content, such as <c>serious-event</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Longer than so, and it stands among what is urgent; null for a kind that is urgent by itself, or never.</summary>
    public TimeSpan? Within { get; init; }

    /// <summary>Longer than so without anybody who has it, and it is <see cref="To"/> these as well; null for never.</summary>
    public TimeSpan? After { get; init; }

    public IReadOnlyList<Role> To { get; init; } = [];
}

/// <summary>How long before it ends something is a task.</summary>
public sealed record DaysAhead
{
    /// <summary>Before a consent ends.</summary>
    public required TimeSpan Consent { get; init; }

    /// <summary>Before an eligibility ends.</summary>
    public required TimeSpan Eligibility { get; init; }

    /// <summary>Before a dose that stands on an eligibility which no longer holds.</summary>
    public required TimeSpan Lapsed { get; init; }
}

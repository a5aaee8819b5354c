using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Monitoring;

/// <summary>How values beyond limits become notices: few, steady, and each answered by somebody.</summary>
public sealed record NoticeRule
{
    /// <summary>A critical notice is to be acknowledged, with what was done, within this time.</summary>
    public required TimeSpan AnswerWithin { get; init; }

    /// <summary>What comes back within this time is the same notice, not another.</summary>
    public required TimeSpan SettlesAfter { get; init; }

    /// <summary>A device's value that comes after a longer silence than this counts at once: nothing else is known.</summary>
    public required TimeSpan UnbrokenWithin { get; init; }

    public required IReadOnlyList<NoticeGroup> Groups { get; init; }

    public required IReadOnlyList<SignalRule> Signals { get; init; }

    /// <summary>Numbers that stand out when they stop coming.</summary>
    public IReadOnlyList<LossRule> Losses { get; init; } = [];

    /// <summary>What the patient may say that is a notice by itself.</summary>
    public required IReadOnlyList<Symptom> Symptoms { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }

    public NoticeGroup? GroupOf(string of) => Groups.FirstOrDefault(group => group.Of.Contains(of));

    /// <summary>What the notices of this name are called; null when the pack does not know it.</summary>
    public string? TitleOf(string id) => Groups.FirstOrDefault(group => group.Id == id)?.Title ?? Losses.FirstOrDefault(loss => loss.Id == id)?.Title;

    public SignalRule? SignalOf(string of) => Signals.FirstOrDefault(signal => signal.Of == of);
}

/// <summary>Measurements that tell of one thing: together they make one notice.</summary>
public sealed record NoticeGroup
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Codes of vital signs and scales.</summary>
    public required IReadOnlyList<string> Of { get; init; }

    /// <summary>What may have been done, each one tap, in the past tense.</summary>
    public required IReadOnlyList<string> Actions { get; init; }
}

/// <summary>How steady a measurement must be.</summary>
public sealed record SignalRule
{
    public required string Of { get; init; }

    /// <summary>How far back within its limit a value must come before it counts as over.</summary>
    public required Quantity Margin { get; init; }

    /// <summary>How long a device's value must stay beyond, or back within; absent for what is measured now and then, and for what a person charts.</summary>
    public TimeSpan? Persists { get; init; }
}

/// <summary>Something the patient says that stands out whatever the numbers are.</summary>
public sealed record Symptom
{
    public required string Id { get; init; }

    public required string Says { get; init; }

    /// <summary>Absent: a wish, and no notice.</summary>
    public LimitLevel? Level { get; init; }

    public IReadOnlyList<string> Consider { get; init; } = [];

    public required IReadOnlyList<Because> Because { get; init; }
}

namespace Mooring.Clinical.Monitoring;

/// <summary>What a gate that is not met does to the start.</summary>
public enum GateForce
{
    /// <summary>The session does not start.</summary>
    Blocks,

    /// <summary>A prescriber may go on and must say why.</summary>
    Warns,

    /// <summary>It is asked, and stops nothing.</summary>
    Notes,
}

/// <summary>What the record knows of a question before the start.</summary>
public enum GateRecord
{
    /// <summary>The signed consents.</summary>
    Consent,

    /// <summary>Who takes the patient home.</summary>
    Escort,

    /// <summary>The weight of the plan, and its day.</summary>
    Weight,

    /// <summary>The last questionnaires, and where the suicide-risk step stands.</summary>
    SuicideRisk,
}

/// <summary>One question that must be answered before the start.</summary>
public sealed record Gate
{
    public required string Id { get; init; }

    /// <summary>Worded so that yes is the safe answer.</summary>
    public required string Label { get; init; }

    public required GateForce Force { get; init; }

    /// <summary>Who may answer.</summary>
    public required IReadOnlyList<Role> By { get; init; }

    /// <summary>The plan's flag that switches it on; null for everybody.</summary>
    public string? Applies { get; init; }

    /// <summary>"Does not apply" is an answer.</summary>
    public bool MayNotApply { get; init; }

    /// <summary>What must be written down with the answer; null for nothing.</summary>
    public string? AsksFor { get; init; }

    /// <summary>What must be written down with a no; null for nothing.</summary>
    public string? AsksWithNo { get; init; }

    /// <summary>Vital signs that a yes says were charted: they must be in the chart of this session.</summary>
    public IReadOnlyList<string> Charted { get; init; } = [];

    /// <summary>What of the record is shown beside the question, and may contradict a yes; null for nothing.</summary>
    public GateRecord? Shows { get; init; }

    /// <summary>How old what is shown may be; a yes on something older asks for a word. Null for any age.</summary>
    public TimeSpan? Within { get; init; }

    /// <summary>The same before the first session of a patient.</summary>
    public TimeSpan? WithinFirst { get; init; }

    /// <summary>Questionnaires that a yes says were answered; a yes without them asks for a word.</summary>
    public IReadOnlyList<GateSheet> Sheets { get; init; } = [];

    /// <summary>What the answer tells the screening; null when it tells nothing.</summary>
    public GateFact? Tells { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

/// <summary>The value that a yes or a no stands for, so that the rules run again on it.</summary>
public sealed record GateFact
{
    /// <summary>A measure that rules know, such as <c>pregnancy-test</c>.</summary>
    public required string Measure { get; init; }

    public required double Met { get; init; }

    public required double NotMet { get; init; }
}

/// <summary>A questionnaire that a question before the start asks for.</summary>
public sealed record GateSheet
{
    /// <summary>Any of these instruments.</summary>
    public required IReadOnlyList<string> AnyOf { get; init; }

    /// <summary>Answered so long ago at most, counted in days of the clinic.</summary>
    public required TimeSpan Within { get; init; }
}

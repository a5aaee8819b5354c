namespace Mooring.Clinical.SafetyPlans;

/// <summary>
/// What helps when thoughts of suicide come, agreed with the patient, in the patient's words, in the order in which it is
/// tried. A later plan takes its place; none is changed.
/// </summary>
public sealed record SafetyPlan
{
    public required Id<SafetyPlan> Id { get; init; }

    public required IReadOnlyDictionary<SafetyStep, IReadOnlyList<string>> Steps { get; init; }

    public required Actor By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>How the patient has it: on paper, on the own pages, or both.</summary>
    public required SafetyPlanGiven Given { get; init; }
}

/// <summary>The steps, in the order in which they are tried.</summary>
public enum SafetyStep
{
    WarningSigns,

    /// <summary>What the patient can do alone.</summary>
    Coping,

    /// <summary>People and places that take the mind off it.</summary>
    Company,

    /// <summary>People who can be told.</summary>
    PeopleToTell,

    /// <summary>Clinicians and services, with their numbers.</summary>
    Professionals,

    /// <summary>How the surroundings are made safer.</summary>
    SaferSurroundings,
}

public enum SafetyPlanGiven
{
    NotYet,
    OnPaper,
    OnOwnPages,
    Both,
}

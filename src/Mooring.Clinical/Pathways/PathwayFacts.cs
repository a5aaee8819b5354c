using Mooring.Clinical.Patients;

namespace Mooring.Clinical.Pathways;

/// <summary>How screening ended, in the pathway's words.</summary>
public enum Eligibility
{
    Eligible,
    EligibleWithConditions,
    Deferred,
    NotEligible,
}

/// <param name="Until">Eligible until, or deferred until.</param>
public sealed record ScreeningStatus(Eligibility Eligibility, DateTimeOffset DecidedAt, DateOnly? Until)
{
    /// <summary>Decided, and not to be leaned on before a medical director agrees.</summary>
    public bool AwaitsDirector { get; init; }

    /// <summary>Who decided; the same person does not agree.</summary>
    public Guid? DecidedBy { get; init; }
}

/// <param name="Until">The last day on which it holds.</param>
public sealed record ConsentStatus(DateTimeOffset SignedAt, DateOnly Until, bool IsWithdrawn);

/// <param name="Name">Protocol and dose in a line, such as <c>TRD-IV-STD, 36 mg over 40 min</c>.</param>
/// <param name="SignedAt">Null while it waits for a signature.</param>
public sealed record PlanStatus(string Name, int Sessions, DateTimeOffset? SignedAt);

/// <param name="Running">The session that goes on now.</param>
/// <param name="NextOn">The clinic's day of the next planned one.</param>
public sealed record SessionsStatus(int Held, Guid? Running, DateOnly? NextOn, DateTimeOffset? LastEndedAt);

/// <param name="IsDue">The plan asks for a review now.</param>
public sealed record ReviewStatus(bool IsDue, DateTimeOffset? DecidedAt, string? Decided);

/// <summary>What exists of a person's way. Null means: not there yet.</summary>
public sealed record PathwayFacts
{
    public Referral? Referral { get; init; }

    /// <summary>The lists of the history that nobody reviewed yet.</summary>
    public IReadOnlyList<HistoryList> Unreviewed { get; init; } = [];

    /// <summary>The names of what is asked and not answered before screening can be decided.</summary>
    public IReadOnlyList<string> SheetsDue { get; init; } = [];

    /// <summary>The suicide-risk step stands open: nothing else goes on.</summary>
    public bool RiskOpen { get; init; }

    /// <summary>What the open step asks for.</summary>
    public string RiskSays { get; init; } = "";

    /// <summary>Dosing waits, though the step itself is closed.</summary>
    public bool HoldsDosing { get; init; }

    /// <summary>The patient told things that staff has still to confirm.</summary>
    public bool IsTold { get; init; }

    /// <summary>When the last of what a decision on screening is made on came in.</summary>
    public DateTimeOffset? HeardAt { get; init; }

    public ScreeningStatus? Screening { get; init; }

    public ConsentStatus? Consent { get; init; }

    public PlanStatus? Plan { get; init; }

    public SessionsStatus? Sessions { get; init; }

    public ReviewStatus? Review { get; init; }
}

namespace Mooring.Clinical.Attention;

/// <summary>What must not wait until somebody happens to look.</summary>
public enum MatterKind
{
    /// <summary>An adverse event that was recorded as serious.</summary>
    SeriousEvent,

    /// <summary>The patient's answers ask for a call.</summary>
    CallAsked,

    /// <summary>The patient told somebody here that they want to be called.</summary>
    CallBack,

    /// <summary>The patient did not come, not long after suicide risk was found.</summary>
    MissedAtRisk,
}

/// <summary>Something about a patient that stays until a person closed it with an outcome.</summary>
/// <param name="About">The session, the answers or the appointment that it came from.</param>
/// <param name="Named">Whose it is; null where it is everybody's who may close it.</param>
public sealed record Matter(MatterKind Kind, Guid About, string Says, DateTimeOffset Since, Actor? Named)
{
    /// <summary>Who took it last, and when; null while nobody has.</summary>
    public Actor? TakenBy { get; init; }

    public DateTimeOffset? TakenAt { get; init; }

    /// <summary>How often somebody called and reached nobody; none for what is no call.</summary>
    public int Tries { get; init; }

    public DateTimeOffset? TriedAt { get; init; }

    /// <summary>When the next try is meant to be.</summary>
    public DateTimeOffset? NextTry { get; init; }

    /// <summary>It ends with a call.</summary>
    public bool IsCall => Kind is MatterKind.CallAsked or MatterKind.CallBack;

    /// <summary>On whose list it stands.</summary>
    public IReadOnlyList<Role> For => Kind == MatterKind.SeriousEvent ? [Role.Prescriber] : [Role.Nurse, Role.Therapist, Role.Prescriber];

    /// <summary>In these roles it is taken and closed: it may have gone to the medical director.</summary>
    public IReadOnlyList<Role> ClosedBy => [.. For, Role.MedicalDirector];

    /// <summary>
    /// Whether it stands on the list of this person: of the one who is named, and of everybody in the role once nobody has
    /// taken it for so long.
    /// </summary>
    public bool IsFor(Actor somebody, DateTimeOffset now, TimeSpan takenWithin) =>
        somebody.IsOneOf(For) && (Named is null || Named.Id == somebody.Id || TakenBy?.Id == somebody.Id || (TakenBy is null && now - Since >= takenWithin));
}

namespace Mooring.Clinical.Attention;

/// <summary>What must not wait until somebody happens to look.</summary>
public enum MatterKind
{
    /// <summary>An adverse event that was recorded as serious.</summary>
    SeriousEvent,

    /// <summary>The patient asked to be called.</summary>
    CallAsked,
}

/// <summary>Something about a patient that stays until a person closed it with an outcome.</summary>
/// <param name="About">The session, or the answers, that it came from.</param>
/// <param name="Named">Whose it is; null where it is everybody's who may close it.</param>
public sealed record Matter(MatterKind Kind, Guid About, string Says, DateTimeOffset Since, Actor? Named)
{
    /// <summary>Who took it last, and when; null while nobody has.</summary>
    public Actor? TakenBy { get; init; }

    public DateTimeOffset? TakenAt { get; init; }

    /// <summary>In these roles it is taken and closed.</summary>
    public IReadOnlyList<Role> For => Kind == MatterKind.SeriousEvent ? [Role.Prescriber] : [Role.Nurse, Role.Therapist, Role.Prescriber];

    /// <summary>
    /// Whether it stands on the list of this person: of the one who is named, and of everybody in the role once nobody has
    /// taken it for so long.
    /// </summary>
    public bool IsFor(Actor somebody, DateTimeOffset now, TimeSpan takenWithin) =>
        somebody.IsOneOf(For) && (Named is null || Named.Id == somebody.Id || TakenBy?.Id == somebody.Id || (TakenBy is null && now - Since >= takenWithin));
}

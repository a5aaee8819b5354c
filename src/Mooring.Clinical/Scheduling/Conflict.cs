namespace Mooring.Clinical.Scheduling;

/// <summary>What stands against an appointment.</summary>
public enum ConflictKind
{
    Taken,
    Full,
    Turnover,
    StartsTogether,
    Away,
    NobodyOnSite,
    NoneFree,
    NoneThere,
    Retired,
    ClosedDay,
    BeforeOpening,
    PastClosing,
    PatientElsewhere,
    TooSoon,
    OutsideWindow,

    /// <summary>Told only, as are those after it.</summary>
    TooLate,
    ClockChange,
}

/// <summary>One thing that stands against an appointment, as data: what, from when to when, by which other appointments.</summary>
/// <param name="Code">One for each kind.</param>
/// <param name="At">The field that it is about: a kind of resource, <c>time</c>, <c>day</c> or <c>patient</c>.</param>
public sealed record Conflict(ConflictKind Kind, string Code, string At, Sentence Says, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>The resource that is not free; null where it is about none.</summary>
    public Id<Resource>? Resource { get; init; }

    /// <summary>The appointments in the way; whose they are is for those to read who may.</summary>
    public IReadOnlyList<Id<Appointment>> With { get; init; } = [];

    /// <summary>Of a series: the visit that it stands against, from 1.</summary>
    public int? Number { get; init; }

    /// <summary>It is said, and nothing is refused for it.</summary>
    public bool IsOnlyTold => Kind >= ConflictKind.TooLate;

    public Refusal AsRefusal() => new(Code, Says, Number is { } number ? $"visits[{number}].{At}" : At);
}

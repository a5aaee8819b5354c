using Mooring.Clinical.Patients;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Screening;

public enum ConditionStatus
{
    Active,
    Remission,
    Resolved,
    Family,
}

/// <param name="Icd10">ICD-10-CM, with its dot.</param>
/// <param name="Snomed">SNOMED CT concept id.</param>
public sealed record Condition(string Name, string? Icd10, string? Snomed, ConditionStatus Status, DateOnly? Onset = null, DateOnly? InRemissionSince = null);

/// <param name="RxNorm">RxNorm ingredient; null when only the name is known.</param>
/// <param name="ChangedOn">When it was started or its dose last changed.</param>
public sealed record Medicine(string Name, string? RxNorm, bool IsTaken, DateOnly? ChangedOn = null);

public sealed record Allergy(string Name, string? RxNorm);

/// <param name="Code">LOINC, or our own name where LOINC has none.</param>
public sealed record Observation(string Code, Quantity Value, DateTimeOffset At);

/// <param name="Total">Null where the instrument has no total, or the sheet was incomplete.</param>
public sealed record ScoredSheet(string Instrument, double? Total, string? Band, DateTimeOffset At);

/// <summary>
/// A list about which it is known whether somebody went through it. What is missing from a list that nobody reviewed is
/// unknown; what is missing from a reviewed one is absent.
/// </summary>
public sealed record FactList<T>(bool IsReviewed, IReadOnlyList<T> Items)
{
    public static FactList<T> NeverReviewed { get; } = new(false, []);

    public static FactList<T> Reviewed(params IReadOnlyList<T> items) => new(true, items);
}

/// <summary>What is known about a patient when she is screened. The default of every member is: not known.</summary>
public sealed record PatientFacts
{
    public DateOnly? BornOn { get; init; }

    public Sex Sex { get; init; }

    public FactList<Condition> Conditions { get; init; } = FactList<Condition>.NeverReviewed;

    public FactList<Medicine> Medicines { get; init; } = FactList<Medicine>.NeverReviewed;

    public FactList<Allergy> Allergies { get; init; } = FactList<Allergy>.NeverReviewed;

    public FactList<TreatmentTrial> Trials { get; init; } = FactList<TreatmentTrial>.NeverReviewed;

    public IReadOnlyList<Observation> Observations { get; init; } = [];

    public IReadOnlyList<ScoredSheet> Scores { get; init; } = [];

    /// <summary>Yes or no to a named question, such as <c>breastfeeding</c>; a question that is not here was not answered.</summary>
    public IReadOnlyDictionary<string, bool> Answers { get; init; } = new Dictionary<string, bool>(StringComparer.Ordinal);

    /// <summary>What the treatment-resistance calculation found; unknown until it was made.</summary>
    public Finding TreatmentResistant { get; init; }

    /// <summary>Whole years on a day; null without a birth date.</summary>
    public int? AgeOn(DateOnly on) => BornOn is { } born
        ? on.Year - born.Year - (on < born.AddYears(on.Year - born.Year) ? 1 : 0)
        : null;
}

using System.Text.Json.Serialization;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Facts;

public enum ConditionStatus
{
    Active,
    Remission,
    Resolved,
    Family,
}

/// <param name="Icd10">ICD-10-CM, with its dot.</param>
/// <param name="Snomed">SNOMED CT concept id.</param>
/// <param name="Onset">The first day it can have begun.</param>
/// <param name="InRemissionSince">The first day it can have gone into remission.</param>
public sealed record Condition(string Name, string? Icd10, string? Snomed, ConditionStatus Status, DateOnly? Onset = null, DateOnly? InRemissionSince = null)
{
    /// <summary>What else it is called in the record that it came from.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? OtherNames { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? OtherIcd10 { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? OtherSnomed { get; init; }

    /// <summary>The last day it can have begun; null when <see cref="Onset"/> is the day itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? OnsetUntil { get; init; }

    /// <summary>The last day it can have gone into remission; null when <see cref="InRemissionSince"/> is the day itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? InRemissionUntil { get; init; }

    public IEnumerable<string> AllNames => Both.Of(Name, OtherNames);

    public IEnumerable<string> AllIcd10 => Both.Of(Icd10, OtherIcd10);

    public IEnumerable<string> AllSnomed => Both.Of(Snomed, OtherSnomed);
}

/// <param name="RxNorm">RxNorm ingredient or product; null when only the name is known.</param>
/// <param name="ChangedOn">When it was started or its dose last changed; the first day that can have been.</param>
/// <param name="StoppedOn">The last day on which it can have been taken, where it is over.</param>
public sealed record Medicine(
    string Name, string? RxNorm, bool IsTaken, DateOnly? ChangedOn = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? StoppedOn = null)
{
    /// <summary>What else it is called in the record that it came from.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? OtherNames { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? OtherRxNorm { get; init; }

    /// <summary>The last day on which it can have changed; null when <see cref="ChangedOn"/> is the day itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? ChangedUntil { get; init; }

    /// <summary>Dose, frequency, prescriber and adherence; null where nobody asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MedicineUse? Use { get; init; }

    public IEnumerable<string> AllNames => Both.Of(Name, OtherNames);

    public IEnumerable<string> AllRxNorm => Both.Of(RxNorm, OtherRxNorm);
}

public sealed record Allergy(string Name, string? RxNorm)
{
    /// <summary>What happened, as in "rash".</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reaction { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public AllergySeverity Severity { get; init; }

    /// <summary>What else it is called in the record that it came from.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? OtherNames { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? OtherRxNorm { get; init; }

    public IEnumerable<string> AllNames => Both.Of(Name, OtherNames);

    public IEnumerable<string> AllRxNorm => Both.Of(RxNorm, OtherRxNorm);
}

/// <param name="Code">LOINC, or our own name where LOINC has none.</param>
public sealed record Observation(string Code, Quantity Value, DateTimeOffset At)
{
    /// <summary>The side on which the true value lies of the one that is given.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Bound Bound { get; init; }

    /// <summary>Why the value can not be taken as it stands, such as "preliminary" or what was written instead of a number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Doubt { get; init; }
}

/// <summary>A session in which something was given here.</summary>
/// <param name="At">The first dose of the session.</param>
/// <param name="Protocol">The protocol's id.</param>
public sealed record EarlierDose(Drug Drug, DateTimeOffset At, string Protocol);

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

/// <summary>What is known about a patient when they are screened. The default of every member is: not known.</summary>
public sealed record PatientFacts
{
    /// <summary>The first day on which the patient can have been born.</summary>
    public DateOnly? BornOn { get; init; }

    /// <summary>The last day on which the patient can have been born; null when <see cref="BornOn"/> is the day itself.</summary>
    public DateOnly? BornUntil { get; init; }

    public Sex Sex { get; init; }

    public FactList<Condition> Conditions { get; init; } = FactList<Condition>.NeverReviewed;

    public FactList<Medicine> Medicines { get; init; } = FactList<Medicine>.NeverReviewed;

    public FactList<Allergy> Allergies { get; init; } = FactList<Allergy>.NeverReviewed;

    public FactList<TreatmentTrial> Trials { get; init; } = FactList<TreatmentTrial>.NeverReviewed;

    public IReadOnlyList<Observation> Observations { get; init; } = [];

    public IReadOnlyList<ScoredSheet> Scores { get; init; } = [];

    /// <summary>Sessions here in which something was given. What was given elsewhere stands among the medicines.</summary>
    public IReadOnlyList<EarlierDose> Doses { get; init; } = [];

    /// <summary>Yes or no to a named question, such as <c>breastfeeding</c>; a question that is not here was not answered.</summary>
    public IReadOnlyDictionary<string, bool> Answers { get; init; } = new Dictionary<string, bool>(StringComparer.Ordinal);

    /// <summary>What the treatment-resistance calculation found; unknown until it was made.</summary>
    public Finding TreatmentResistant { get; init; }

    /// <summary>The fewest and the most whole years on a day; null without a birth date.</summary>
    public (int Least, int Most)? AgeOn(DateOnly on) => BornOn is { } born ? (Years(BornUntil ?? born, on), Years(born, on)) : null;

    private static int Years(DateOnly born, DateOnly on) => on.Year - born.Year - (on < born.AddYears(on.Year - born.Year) ? 1 : 0);
}

internal static class Both
{
    public static IEnumerable<string> Of(string? first, IReadOnlyList<string>? others) =>
        (first is null ? [] : new[] { first }).Concat(others ?? []);
}

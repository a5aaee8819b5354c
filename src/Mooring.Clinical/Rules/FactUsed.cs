using System.Text.Json.Serialization;

namespace Mooring.Clinical.Rules;

/// <summary>What kind of entry tells a fact.</summary>
public enum FactKind
{
    Measurement,
    Questionnaire,
    Question,
    Conditions,
    Medicines,
    Allergies,
    Trials,
    Person,
}

/// <summary>Where a fact is entered.</summary>
/// <param name="Id">Of the measure, the questionnaire or the question; empty for a whole list.</param>
public sealed record FactPlace(FactKind Kind, string Id = "");

/// <param name="What">What was looked at.</param>
/// <param name="Value">What was found; null when nothing is known about it.</param>
public sealed record FactUsed(string What, string? Value, DateTimeOffset? At = null)
{
    private const string Unrecognized = "not recognized: ";

    /// <summary>Where somebody enters it; null where nobody can, as for what the protocol is. Not kept with a decision.</summary>
    [JsonIgnore]
    public FactPlace? Place { get; init; }

    /// <summary>An entry of the chart that nothing knows, with the parts that are meant, and what they are close to.</summary>
    public static FactUsed NotRecognized(string entry, IReadOnlyList<string> parts, IReadOnlyList<string> close) =>
        new(entry, Unrecognized + string.Join("; ", parts) + (close.Count == 0 ? "" : $" (close to {string.Join(", ", close)})"));

    /// <summary>Whether somebody can say once for the clinic what this is.</summary>
    public static bool IsNotRecognized(FactUsed fact) => fact.Value?.StartsWith(Unrecognized, StringComparison.Ordinal) == true;

    // Two that say the same are the same, wherever they are entered.
    public bool Equals(FactUsed? other) => other is not null && (What, Value, At) == (other.What, other.Value, other.At);

    public override int GetHashCode() => HashCode.Combine(What, Value, At);
}

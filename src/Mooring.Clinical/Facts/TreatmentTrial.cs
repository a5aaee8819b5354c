using System.Text.Json.Serialization;

namespace Mooring.Clinical.Facts;

/// <summary>A past treatment as the patient or their record tells it; what is not known stays null.</summary>
/// <param name="Drug">The ingredient's name.</param>
/// <param name="DosePerDay">The highest dose a day, in the unit of the table (mg, but ug for liothyronine).</param>
/// <param name="Weeks">At or above the minimum dose.</param>
public sealed record TreatmentTrial(
    string Drug, double? DosePerDay, double? Weeks, double? AdherencePercent, double? ImprovementPercent,
    bool? InCurrentEpisode, bool StoppedForIntolerance = false, bool IsAugmentation = false)
{
    /// <summary>The most weeks it can have been, where its days are not known; null when <see cref="Weeks"/> is the time itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? WeeksAtMost { get; init; }
}

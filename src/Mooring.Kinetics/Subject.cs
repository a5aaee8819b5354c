using Mooring.Kinetics.Models;
using Mooring.Kinetics.Quantities;

namespace Mooring.Kinetics;

/// <summary>What a model may need to know of a person.</summary>
public sealed record Subject(Weight Weight)
{
    /// <summary>Unknown age leaves the model's typical adult, and the curve says so.</summary>
    public int? AgeInYears { get; init; }

    public Ancestry? Ancestry { get; init; }

    /// <summary>Overrides how the model follows weight; null keeps the model's own way.</summary>
    public Scaling? Scaling { get; init; }
}

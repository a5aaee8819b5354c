using Mooring.Kinetics.Models;
using Mooring.Kinetics.Quantities;

namespace Mooring.Kinetics;

/// <summary>What a model may need to know of a person.</summary>
public sealed record Subject(Weight Weight)
{
    /// <summary>Unknown age leaves the model's typical adult, and the curve says so.</summary>
    public int? AgeInYears { get; init; }

    public Ancestry? Ancestry { get; init; }

    /// <summary>kg/m2, where height is known. It moves no curve; above what the model knows the curve warns.</summary>
    public double? BodyMassIndex { get; init; }

    /// <summary>What is known of the person that no model describes. It moves no curve; each is said beside it.</summary>
    public IReadOnlyList<Circumstance> Circumstances { get; init; } = [];

    /// <summary>Overrides how the model follows weight; null keeps the model's own way.</summary>
    public Scaling? Scaling { get; init; }
}

/// <summary>What puts a person outside the data of every model.</summary>
public enum Circumstance
{
    Pregnancy,
    LiverDisease,
    EnzymeInhibitor,
    EnzymeInducer,
}

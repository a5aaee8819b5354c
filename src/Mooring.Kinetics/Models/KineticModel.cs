namespace Mooring.Kinetics.Models;

/// <summary>
/// A published model as reviewed data: compartments joined by first-order flows, what each route puts into them, what is
/// read from them, and how people vary. Every such model is linear, so one engine computes them all.
/// </summary>
public sealed record KineticModel
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Goes up with every change of a number; a saved curve names it.</summary>
    public required int Version { get; init; }

    public required Drug Drug { get; init; }

    public required SamplingSite Site { get; init; }

    /// <summary>Whom the data came from.</summary>
    public required string Population { get; init; }

    /// <summary>False for models of children or of the intensive care unit: computed on request, never proposed.</summary>
    public required bool OfferedByDefault { get; init; }

    public required Scaling Scaling { get; init; }

    public required Validity Validity { get; init; }

    public required IReadOnlyList<Parameter> Parameters { get; init; }

    public IReadOnlyList<Covariate> Covariates { get; init; } = [];

    public required IReadOnlyList<Flow> Flows { get; init; }

    public required Outputs Outputs { get; init; }

    public required IReadOnlyList<RouteInput> Routes { get; init; }

    public ResidualError? ResidualError { get; init; }

    /// <summary>Sentences that stand on the screen beside the curve.</summary>
    public required IReadOnlyList<string> Caveats { get; init; }

    public required IReadOnlyList<Source> References { get; init; }
}

/// <summary>Outside these the engine refuses (weight) or warns (age). They are the model's, so they lie in its file.</summary>
public sealed record Validity
{
    public required double LowestKilograms { get; init; }

    public required double HighestKilograms { get; init; }

    public required int YoungestYears { get; init; }

    public required int OldestYears { get; init; }

    /// <summary>Above it, kg/m2, the curve warns: no model of this drug knows how much of such a weight counts.</summary>
    public double? HighestBodyMassIndex { get; init; }

    public required string Because { get; init; }
}

/// <summary>How far a measured level lies from the model, as a standard deviation of its logarithm.</summary>
public sealed record ResidualError
{
    public required double Plasma { get; init; }

    public double? Norketamine { get; init; }

    public required Trust Trust { get; init; }
}

/// <summary>Where numbers of the model come from.</summary>
public sealed record Source
{
    public required string Authors { get; init; }

    public required int Year { get; init; }

    public required string Where { get; init; }

    public required Trust Trust { get; init; }

    /// <summary>How we know the numbers: the table that was read, or the program that they were copied from.</summary>
    public required string Known { get; init; }
}

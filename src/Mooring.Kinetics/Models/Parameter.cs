using Mooring.Kinetics.Quantities;

namespace Mooring.Kinetics.Models;

/// <summary>One number of the model, for a person of 70 kg.</summary>
public sealed record Parameter
{
    /// <summary>As formulas name it: letters, digits and underscores.</summary>
    public required string Id { get; init; }

    /// <summary>With its unit: L, L/h, L/min, /h, /min, h, min, or 1 for a fraction.</summary>
    public required Quantity Value { get; init; }

    public ScalesAs ScalesAs { get; init; }

    /// <summary>The exponent of weight/70 kg, where the authors used another one than their scaling implies.</summary>
    public double? Exponent { get; init; }

    public required Trust Trust { get; init; }

    public Variation? Varies { get; init; }
}

/// <summary>How people differ in a parameter. Exactly one of <c>cv</c>, <c>variance</c> and <c>logit-sd</c> is given.</summary>
public sealed record Variation
{
    /// <summary>Coefficient of variation of a log-normal, 0.36 for 36 %.</summary>
    public double? Cv { get; init; }

    /// <summary>Variance of the logarithm (omega squared).</summary>
    public double? Variance { get; init; }

    /// <summary>Standard deviation of the logit, for a fraction.</summary>
    public double? LogitSd { get; init; }

    /// <summary>Added variance of the logarithm from one session to the next.</summary>
    public double OccasionVariance { get; init; }

    /// <summary>An earlier parameter that this one goes with.</summary>
    public string? With { get; init; }

    public double Covariance { get; init; }

    public required Trust Trust { get; init; }

    /// <summary>Variance of the random effect, on the scale it acts on.</summary>
    internal double Total => OccasionVariance + (Variance ?? 0) + Math.Log(1 + ((Cv ?? 0) * (Cv ?? 0))) + ((LogitSd ?? 0) * (LogitSd ?? 0));
}

/// <summary>What a trait of the person does to a parameter.</summary>
public sealed record Covariate
{
    public required string Of { get; init; }

    public Ancestry? When { get; init; }

    /// <summary>Multiplies the parameter for that ancestry.</summary>
    public double? Times { get; init; }

    /// <summary>Added for each year of age above <see cref="YearsOver"/>.</summary>
    public Quantity? AddPerYear { get; init; }

    public int? YearsOver { get; init; }

    public required Trust Trust { get; init; }
}

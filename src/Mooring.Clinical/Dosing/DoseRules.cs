using Mooring.Clinical.Protocols;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Dosing;

/// <summary>What holds for every dose sheet whatever the protocol: <c>content/dosing.yaml</c>.</summary>
public sealed record DoseRules
{
    public required string Id { get; init; }

    public required int Version { get; init; }

    /// <summary>A dose is rounded to the nearest multiple; a half goes up.</summary>
    public required Quantity RoundDoseTo { get; init; }

    /// <summary>Vial strengths; another one needs a reason.</summary>
    public required IReadOnlyList<Quantity> Stock { get; init; }

    public required WeightRules Weight { get; init; }

    public required BuildRules Build { get; init; }

    public required IReadOnlyList<ExposureLimit> Exposure { get; init; }

    public required IReadOnlyList<Claim> Notes { get; init; }
}

public sealed record WeightRules
{
    public required Quantity Low { get; init; }

    public required Quantity High { get; init; }

    public required Quantity ValidFor { get; init; }

    /// <summary>In percent of the weight that the plan was made on.</summary>
    public required Quantity Changed { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

/// <summary>Devine's ideal weight and the adjusted weight: shown beside the measured one, never chosen.</summary>
public sealed record BuildRules
{
    public required Quantity ShowFrom { get; init; }

    public required Quantity Men { get; init; }

    public required Quantity Women { get; init; }

    public required Quantity PerInch { get; init; }

    public required Quantity FromHeight { get; init; }

    public required Quantity Inch { get; init; }

    /// <summary>The part of the excess that counts, in percent.</summary>
    public required Quantity Adjusted { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

/// <summary>More sessions than this within the time is worth a look.</summary>
public sealed record ExposureLimit
{
    public required string Id { get; init; }

    public required int Sessions { get; init; }

    public required Quantity Within { get; init; }

    public required string Says { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

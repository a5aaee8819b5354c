using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Protocols;

public enum DoseBasis
{
    /// <summary>mg for each kg of measured body weight.</summary>
    ActualWeight,

    /// <summary>mg for each kg and hour of infusion.</summary>
    Hourly,

    /// <summary>mg in all.</summary>
    Total,

    /// <summary>Whole devices of a fixed content.</summary>
    Devices,
}

/// <summary>One way to write the dose, with the template's range. Outside it a reason is owed.</summary>
public sealed record DoseTerms
{
    public required DoseBasis Basis { get; init; }

    public required Quantity Start { get; init; }

    public required Quantity Low { get; init; }

    public required Quantity High { get; init; }

    /// <summary>The largest usual step between two sessions.</summary>
    public Quantity? Step { get; init; }

    /// <summary>How a dose on this basis is written; devices may also be counted.</summary>
    public string Unit => Basis switch
    {
        DoseBasis.ActualWeight => "mg/kg",
        DoseBasis.Hourly => "mg/kg/h",
        _ => "mg",
    };

    /// <summary>What one device holds; only where the basis is devices.</summary>
    public Quantity? Device { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

public enum LimitLevel
{
    /// <summary>May be passed with a reason, which the plan keeps.</summary>
    Soft,

    /// <summary>May be passed with a reason and the confirmation of a second clinician, which the plan waits for.</summary>
    Confirmed,

    /// <summary>Is never passed.</summary>
    Hard,
}

/// <summary>A bound on one quantity of the dose sheet, named by the quantity's code.</summary>
public sealed record DoseLimit
{
    public required string Id { get; init; }

    public required LimitLevel Level { get; init; }

    /// <summary>The code of the quantity: <c>dose</c>, <c>dose-per-kg</c>, <c>rate-per-kg</c>, <c>minutes</c>.</summary>
    public required string Of { get; init; }

    public Quantity? AtMost { get; init; }

    public Quantity? AtLeast { get; init; }

    /// <summary>The quantity must be a whole multiple of this.</summary>
    public Quantity? MultipleOf { get; init; }

    /// <summary>The bound holds only for a dose that is written in this unit; null for every dose.</summary>
    public string? ForDoseIn { get; init; }

    /// <summary>True when the bound holds for the first dosing session only.</summary>
    public bool FirstSession { get; init; }

    public required string Says { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

using Mooring.Clinical.Facts;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Dosing;

/// <summary>A weight as somebody read it off the scale.</summary>
/// <param name="Weight">In kg; another unit is refused.</param>
/// <param name="On">The day it was measured.</param>
public sealed record MeasuredWeight(Quantity Weight, DateOnly On)
{
    /// <summary>The same value entered a second time; owed when the first is out of the usual range.</summary>
    public Quantity? EnteredAgain { get; init; }
}

/// <summary>What the prescriber typed. Every amount has its unit; what is absent is not guessed.</summary>
public sealed record DoseRequest
{
    public required MeasuredWeight Weight { get; init; }

    /// <summary>mg/kg, mg or devices, as the protocol allows.</summary>
    public required Quantity Dose { get; init; }

    /// <summary>Minutes of infusion.</summary>
    public Quantity? Over { get; init; }

    /// <summary>mL in the bag, the drug's own volume included.</summary>
    public Quantity? Bag { get; init; }

    /// <summary>mg/mL in the vial.</summary>
    public Quantity? Stock { get; init; }

    /// <summary>cm.</summary>
    public Quantity? Height { get; init; }

    /// <summary>The ideal weight is known for women and men only.</summary>
    public Sex Sex { get; init; }

    public bool FirstSession { get; init; } = true;

    /// <summary>The dose of the session before, written the same way.</summary>
    public Quantity? Previous { get; init; }

    /// <summary>The weight that the current plan was made on.</summary>
    public Quantity? PlannedWeight { get; init; }
}

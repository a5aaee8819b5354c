using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Screening;

/// <summary>Whom something is asked of by age, both ends included. Who could become pregnant is asked so, whatever sex is recorded.</summary>
public sealed record AgeRange
{
    public required Quantity From { get; init; }

    public required Quantity To { get; init; }

    public bool Holds(int years) => years >= From.Value && years <= To.Value;

    /// <summary>Whether it is known to lie outside; an age that may be inside does not.</summary>
    public bool Excludes((int Least, int Most)? years) => years is var (least, most) && (most < From.Value || least > To.Value);
}

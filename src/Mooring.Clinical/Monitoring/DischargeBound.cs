using System.Globalization;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Monitoring;

/// <summary>What a charted value must be for a discharge criterion to hold: its bound, or near enough to the baseline.</summary>
public sealed record DischargeBound
{
    /// <summary>The code of a vital sign or a scale.</summary>
    public required string Of { get; init; }

    public Quantity? AtLeast { get; init; }

    public Quantity? AtMost { get; init; }

    public Quantity? Above { get; init; }

    public Quantity? Below { get; init; }

    /// <summary>In percent: a value that lies no farther than this beyond the baseline holds too. Null: the baseline does not count.</summary>
    public Quantity? OrBaselineWithin { get; init; }

    /// <summary>The bounds given; sound content gives exactly one.</summary>
    public IEnumerable<(Bound Bound, string Unit)> Bounds => new[]
    {
        Bound.Written(BoundKind.AtLeast, AtLeast), Bound.Written(BoundKind.AtMost, AtMost), Bound.Written(BoundKind.Above, Above), Bound.Written(BoundKind.Below, Below),
    }.OfType<(Bound, string)>();

    private Bound Bound => Bounds.First().Bound;

    private bool IsFloor => Bound.Kind is BoundKind.AtLeast or BoundKind.Above;

    public bool Holds(double value, double? baseline) => Bound.Passed(value) == Finding.Met || IsNear(value, baseline);

    /// <summary>"at least 94%, or within 20% of the baseline, 122 mmHg".</summary>
    public string Says(double? baseline)
    {
        var kind = Bound.Kind switch { BoundKind.AtLeast => "at least", BoundKind.AtMost => "at most", BoundKind.Above => "above", _ => "below" };
        var bound = $"{kind} {Measures.Print(Of, Bound.Value, named: false)}";
        return (OrBaselineWithin, baseline) switch
        {
            ({ Value: 0 }, { } rest) => $"{bound}, or the baseline of {Measures.Print(Of, rest, named: false)}",
            ({ } near, { } rest) => string.Create(CultureInfo.InvariantCulture, $"{bound}, or within {near.Value:0.##}% of the baseline of {Measures.Print(Of, rest, named: false)}"),
            _ => bound,
        };
    }

    private bool IsNear(double value, double? baseline)
    {
        if (OrBaselineWithin is not { } near || baseline is not { } rest)
            return false;
        var share = near.Value / 100;
        return IsFloor ? value >= rest * (1 - share) : value <= rest * (1 + share);
    }
}

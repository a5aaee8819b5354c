using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Monitoring;

/// <summary>Blood pressure before dosing.</summary>
public sealed record PressureRule
{
    /// <summary>How old the pressure may be when the prescriber decides.</summary>
    public required TimeSpan FreshFor { get; init; }

    public required IReadOnlyList<PressureLevel> Levels { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

public enum PressureForce
{
    /// <summary>Go on, and say why.</summary>
    Caution,

    /// <summary>Wait; a prescriber may override and must say why.</summary>
    Hold,

    /// <summary>Not today.</summary>
    Block,
}

/// <summary>Reached when either pressure is.</summary>
public sealed record PressureLevel
{
    public required string Id { get; init; }

    public required PressureForce Force { get; init; }

    public Quantity? SystolicAbove { get; init; }

    public Quantity? SystolicAtLeast { get; init; }

    public Quantity? DiastolicAbove { get; init; }

    public Quantity? DiastolicAtLeast { get; init; }

    /// <summary>For people of this age and more; null for no lower end.</summary>
    public Quantity? FromAge { get; init; }

    /// <summary>For younger people and those whose age is unknown; null for no upper end.</summary>
    public Quantity? UnderAge { get; init; }

    public required string Says { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }

    public bool IsFor(int? age) =>
        (FromAge is not { } from || age >= from.Value) && (UnderAge is not { } under || age is null || age < under.Value);

    public Finding Reached(double? systolic, double? diastolic) => new[]
    {
        Passed(SystolicAbove, SystolicAtLeast, systolic),
        Passed(DiastolicAbove, DiastolicAtLeast, diastolic),
    }.Any();

    private static Finding Passed(Quantity? above, Quantity? atLeast, double? value) => (above, atLeast) switch
    {
        ({ } bound, _) => new Bound(BoundKind.Above, bound.Value).Passed(value),
        (_, { } bound) => new Bound(BoundKind.AtLeast, bound.Value).Passed(value),
        _ => Finding.NotMet,
    };
}

using Mooring.Kinetics.Quantities;

namespace Mooring.Kinetics.Models;

/// <summary>A first-order flow: <see cref="Rate"/> (a formula, per minute) times what is in <see cref="From"/>.</summary>
public sealed record Flow
{
    /// <summary>The name of what lies outside: a flow there is loss.</summary>
    public const string Outside = "out";

    public required string From { get; init; }

    public required string To { get; init; }

    public required string Rate { get; init; }
}

/// <summary>What can be read from the model.</summary>
public sealed record Outputs
{
    public required Output Plasma { get; init; }

    public Output? Norketamine { get; init; }

    public Output? Hydroxynorketamine { get; init; }

    /// <summary>The rate (a formula, per minute) at which the effect site follows plasma.</summary>
    public required string EffectRate { get; init; }
}

/// <summary>A concentration: the amount in a compartment over a volume (a formula, liters).</summary>
public sealed record Output
{
    public required string Of { get; init; }

    public required string Volume { get; init; }

    /// <summary>A formula, such as a ratio of molar masses where the model counts a metabolite as parent drug.</summary>
    public string Factor { get; init; } = "1";
}

/// <summary>What a dose by this route becomes.</summary>
public sealed record RouteInput
{
    public required DoseRoute Route { get; init; }

    /// <summary>True where drug can be run in at a rate.</summary>
    public bool Infusible { get; init; }

    /// <summary>The most of this route that the model is asked about in one regimen; more is refused, never clamped.</summary>
    public required double MostMgPerKg { get; init; }

    public required string Because { get; init; }

    public required IReadOnlyList<Input> Inputs { get; init; }

    public Device? Device { get; init; }

    /// <summary>The model whose venous band is drawn beside this arterial one; null where there is none.</summary>
    public string? Venous { get; init; }

    public required Trust Trust { get; init; }
}

/// <summary>A spray that holds so much; a larger dose is several of them, in turn.</summary>
public sealed record Device
{
    public required Mass Holds { get; init; }

    public required TimeSpan Apart { get; init; }

    /// <summary>What each device after the first puts in.</summary>
    public required IReadOnlyList<Input> Again { get; init; }
}

/// <summary>A part (a formula) of the dose, put into a compartment at once or evenly over some minutes (a formula).</summary>
public sealed record Input
{
    public required string Into { get; init; }

    public required string Fraction { get; init; }

    public string? Over { get; init; }
}

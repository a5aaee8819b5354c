using Mooring.Kinetics.Models;

namespace Mooring.Kinetics.Readiness;

/// <summary>From when the time to readiness is counted.</summary>
public enum ReadinessClock
{
    FirstDose,
    EndOfInput,
}

/// <summary>The distribution of the time until a patient is ready to leave, for each way of giving. It lies in the content.</summary>
public sealed record ReadinessTerms
{
    /// <summary>How many earlier sessions of the patient weigh as much as the population.</summary>
    public required double SessionsLikePopulation { get; init; }

    /// <summary>What must hold whatever the estimate says; shown beside it.</summary>
    public required IReadOnlyList<string> HardRules { get; init; }

    public required IReadOnlyList<RouteReadiness> Routes { get; init; }

    public required string Because { get; init; }

    public required IReadOnlyList<Source> References { get; init; }

    /// <summary>The entry of that drug and route, or null: then there is no estimate.</summary>
    public RouteReadiness? For(Drug drug, DoseRoute route) => Routes.FirstOrDefault(one => one.Drug == drug && one.Route == route);
}

/// <summary>logit P(ready by t) = level + slope ln(t / around).</summary>
public sealed record RouteReadiness
{
    public required Drug Drug { get; init; }

    public required DoseRoute Route { get; init; }

    public required ReadinessClock Clock { get; init; }

    /// <summary>The logit at <see cref="Around"/>.</summary>
    public required double Level { get; init; }

    public required double Slope { get; init; }

    public required TimeSpan Around { get; init; }

    /// <summary>True where no fraction of people ready was published for this way of giving.</summary>
    public required bool IsAssumption { get; init; }

    /// <summary>The never shortened minimum after the first dose that a label asks for; null where none does.</summary>
    public TimeSpan? LabelMinimum { get; init; }

    /// <summary>The usual regimen, against which a later or longer effect is measured, as <see cref="Regimens.RegimenText"/> reads it.</summary>
    public required string Usual { get; init; }

    public required string Because { get; init; }

    /// <summary>The time by which half are ready.</summary>
    public TimeSpan Median => Around * Math.Exp(-Level / Slope);

    /// <summary>The part of people ready within that time; 0 before the clock starts.</summary>
    public double ReadyWithin(TimeSpan time) =>
        time <= TimeSpan.Zero ? 0 : 1 / (1 + Math.Exp(-Level - (Slope * Math.Log(time / Around))));
}

using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Monitoring;

/// <summary>What the forms at the chair offer for one tap; anything else can be typed. Read from <c>content/bedside.yaml</c>.</summary>
public sealed record BedsideTerms
{
    public required int Version { get; init; }

    /// <summary>Where a cannula is placed.</summary>
    public required IReadOnlyList<string> Sites { get; init; }

    public required IReadOnlyList<string> Gauges { get; init; }

    /// <summary>Where an injection is given.</summary>
    public required IReadOnlyList<string> Muscles { get; init; }

    public required IReadOnlyList<string> Diluents { get; init; }

    public required IReadOnlyList<LineTrouble> LineTrouble { get; init; }

    public required IReadOnlyList<string> WasteWays { get; init; }

    public required IReadOnlyList<string> PauseReasons { get; init; }

    public required IReadOnlyList<string> RateReasons { get; init; }

    public required IReadOnlyList<string> BolusReasons { get; init; }

    public required IReadOnlyList<ComfortKind> Comfort { get; init; }

    /// <summary>What somebody in the room may be to the patient.</summary>
    public required IReadOnlyList<string> People { get; init; }

    /// <summary>How a concern may have been answered.</summary>
    public required IReadOnlyList<string> Answers { get; init; }

    public required IReadOnlyList<Quantity> OxygenFlows { get; init; }

    public required IReadOnlyList<string> OxygenThrough { get; init; }

    /// <summary>By order only, and without amounts.</summary>
    public required IReadOnlyList<RescueMedicine> Medicines { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }

    public RescueMedicine? Medicine(string? says) => Medicines.FirstOrDefault(one => string.Equals(one.Says, says, StringComparison.OrdinalIgnoreCase));
}

public sealed record LineTrouble
{
    public required string Says { get; init; }

    /// <summary>What may have been done, in the past tense.</summary>
    public required IReadOnlyList<string> Actions { get; init; }
}

/// <summary>One thing around the patient that is changed by a tap.</summary>
public sealed record ComfortKind
{
    public required string Id { get; init; }

    public required string Says { get; init; }

    /// <summary>The icon beside the word.</summary>
    public required string Icon { get; init; }

    /// <summary>As the record will say it.</summary>
    public required IReadOnlyList<string> Choices { get; init; }
}

public sealed record RescueMedicine
{
    public required string Says { get; init; }

    public required IReadOnlyList<string> For { get; init; }

    public required IReadOnlyList<string> Routes { get; init; }

    /// <summary>When its effect is looked at.</summary>
    public required TimeSpan LookAfter { get; init; }
}

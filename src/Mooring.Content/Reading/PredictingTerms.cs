using Mooring.Kinetics;
using Mooring.Kinetics.Quantities;
using Mooring.Kinetics.Regimens;

namespace Mooring.Content.Reading;

/// <summary>What may be asked of a session that runs, and which findings of the screening are said beside its curve.</summary>
public sealed record PredictingTerms
{
    public required IReadOnlyList<AskedChange> WhatIfs { get; init; }

    public required IReadOnlyList<FoundCircumstance> Circumstances { get; init; }

    public required string Because { get; init; }
}

/// <summary>A change that can be looked at: slower by a factor, a pause, or, with neither, a stop.</summary>
public sealed record AskedChange
{
    /// <summary>As the address of the question names it.</summary>
    public required string Id { get; init; }

    /// <summary>The words on its button.</summary>
    public required string Button { get; init; }

    /// <summary>As in "If ….".</summary>
    public required string Says { get; init; }

    /// <summary>Of the rate that runs now.</summary>
    public double? Times { get; init; }

    public TimeSpan? For { get; init; }

    /// <summary>The change, when this rate runs now.</summary>
    public Change At(Rate? running) => (Times, For) switch
    {
        ({ } times, _) => new Change.Slow(Rate.MilligramsPerMinute((running?.InMilligramsPerMinute ?? 0) * times)),
        (_, { } pause) => new Change.Pause(pause),
        _ => new Change.Stop(),
    };
}

/// <summary>A rule that, when it is met, means a circumstance that no model describes.</summary>
public sealed record FoundCircumstance
{
    public required string Rule { get; init; }

    public required Circumstance Means { get; init; }
}

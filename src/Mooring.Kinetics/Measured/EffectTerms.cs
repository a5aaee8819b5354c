using Mooring.Kinetics.Models;

namespace Mooring.Kinetics.Measured;

/// <summary>The numbers by which a perceived effect is read against the effect site. They lie in the content.</summary>
public sealed record EffectTerms
{
    /// <summary>Esketamine at the effect site, ng/mL, at which half the perception effect is reached.</summary>
    public required double HalfEffectNanograms { get; init; }

    /// <summary>The part of the racemate that is esketamine.</summary>
    public required double EsketamineInRacemate { get; init; }

    /// <summary>How people's sensitivities differ, as a standard deviation of the logarithm.</summary>
    public required double SensitivityLogSd { get; init; }

    /// <summary>How one person's sensitivity drifts from session to session, likewise.</summary>
    public required double DriftLogSd { get; init; }

    /// <summary>How far one rating lies from the index, on the scale from 0 to 1.</summary>
    public required double RatingSd { get; init; }

    /// <summary>What a rating counts: 1 in full, 0.5 half, because ratings of one session are not independent.</summary>
    public required double LikelihoodPower { get; init; }

    public required string Because { get; init; }

    public required IReadOnlyList<Source> References { get; init; }
}

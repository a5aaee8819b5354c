namespace Mooring.Kinetics.Readiness;

/// <summary>How likely it is that a patient would pass every check at a few times to come. A person signs off, never this.</summary>
/// <param name="Points">Now, and 15, 30 and 60 minutes on.</param>
/// <param name="NotBefore">The end of the required observation, from the start of the regimen; nothing shortens it.</param>
/// <param name="IsAssumption">True where no published fraction stands behind the estimate: show the word "assumption".</param>
/// <param name="Times">How much slower (above 1) than usual this session's effect declines by the model.</param>
/// <param name="OwnTimes">How much slower than the population the patient was in earlier sessions of their own, drawn toward 1.</param>
/// <param name="HardRules">What must hold whatever the estimate says.</param>
/// <param name="Open">Which of it is still open.</param>
public sealed record ReadinessEstimate(
    IReadOnlyList<ReadinessPoint> Points,
    TimeSpan NotBefore,
    bool IsAssumption,
    double Times,
    double OwnTimes,
    IReadOnlyList<string> HardRules,
    IReadOnlyList<string> Open,
    IReadOnlyList<string> Caveats);

/// <summary>One time.</summary>
/// <param name="Ahead">From now.</param>
/// <param name="At">From the start of the regimen.</param>
/// <param name="Probability">Zero before the required observation is over.</param>
/// <param name="IsObserving">True while the required observation still runs at that time.</param>
public sealed record ReadinessPoint(TimeSpan Ahead, TimeSpan At, double Probability, bool IsObserving);

using Mooring.Kinetics.Models;
using Mooring.Kinetics.Regimens;

namespace Mooring.Kinetics.Readiness;

/// <summary>One patient in recovery. Times count from the start of the regimen.</summary>
/// <param name="Model">The model of the session, by which a slower decline than usual is seen.</param>
/// <param name="Regimen">What was really given.</param>
/// <param name="MinimumFor">The observation that the protocol asks for after the first dose. A longer one of the label goes before it.</param>
public sealed record ReadinessCase(KineticModel Model, Subject Subject, Regimen Regimen, TimeSpan Now, TimeSpan MinimumFor)
{
    /// <summary>When a person last checked and found the patient not ready; null if nobody did.</summary>
    public TimeSpan? NotReadyAt { get; init; }

    /// <summary>What the checks say is still open, in words: blood pressure, sedation, dissociation, escort.</summary>
    public IReadOnlyList<string> Open { get; init; } = [];

    /// <summary>The patient's own earlier times to readiness by the same route and clock.</summary>
    public IReadOnlyList<TimeSpan> Earlier { get; init; } = [];
}

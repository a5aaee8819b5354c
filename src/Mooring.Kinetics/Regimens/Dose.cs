using Mooring.Kinetics.Models;
using Mooring.Kinetics.Quantities;

namespace Mooring.Kinetics.Regimens;

/// <summary>Drug that was given, or would be. Times count from the start of the regimen.</summary>
public abstract record Dose
{
    private Dose(DoseRoute route, TimeSpan at) => (Route, At) = (route, at);

    public DoseRoute Route { get; }

    public TimeSpan At { get; }

    /// <summary>All at once: a bolus, an injection, a swallowed dose, one or several nasal devices.</summary>
    public sealed record Single(Mass Amount, DoseRoute Route, TimeSpan At) : Dose(Route, At);

    /// <summary>Run in at a steady rate. Without an end it is running still.</summary>
    public sealed record Infusion(Rate Rate, DoseRoute Route, TimeSpan At, TimeSpan? Until) : Dose(Route, At)
    {
        /// <summary>An amount run in evenly.</summary>
        public static Infusion Over(Mass amount, TimeSpan duration, DoseRoute route, TimeSpan at) =>
            new(Rate.Of(amount, duration), route, at, at + duration);
    }

    /// <summary>What has been given of it by <paramref name="time"/>.</summary>
    public Mass GivenBy(TimeSpan time) => this switch
    {
        Single single => single.At <= time ? single.Amount : Mass.Zero,
        Infusion run when time > run.At => run.Rate * ((run.Until is { } until && until < time ? until : time) - run.At),
        _ => Mass.Zero,
    };
}

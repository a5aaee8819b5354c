using Mooring.Kinetics.Models;
using Mooring.Kinetics.Quantities;

namespace Mooring.Kinetics.Regimens;

/// <summary>
/// What was really given, in order. It only grows: each change returns a new regimen, so that what-if branches share
/// their past.
/// </summary>
public sealed record Regimen(IReadOnlyList<Dose> Doses)
{
    public static Regimen Nothing { get; } = new([]);

    /// <summary>How the amounts were stated where they were read; they are kept as base whatever that was.</summary>
    public Salt StatedAs { get; init; }

    public IReadOnlyCollection<DoseRoute> Routes => [.. Doses.Select(dose => dose.Route).Distinct()];

    public Regimen Then(Dose dose) => this with { Doses = [.. Doses, dose] };

    public Regimen Give(Mass amount, DoseRoute route, TimeSpan at) => Then(new Dose.Single(amount, route, at));

    /// <summary>A planned infusion, start and end known.</summary>
    public Regimen Infuse(Mass amount, TimeSpan over, TimeSpan at) =>
        Then(Dose.Infusion.Over(amount, over, DoseRoute.Iv, at));

    /// <summary>Starts the infusion, changes its rate, or goes on after a pause: what ran until then ends at <paramref name="at"/>.</summary>
    public Regimen RunAt(Rate rate, TimeSpan at) => Halt(at).Then(new Dose.Infusion(rate, DoseRoute.Iv, at, null));

    /// <summary>Pauses or stops: nothing runs from <paramref name="at"/> on, and no planned infusion starts later.</summary>
    public Regimen Halt(TimeSpan at) => this with
    {
        Doses = [.. Doses
        .Where(dose => dose is not Dose.Infusion || dose.At < at)
        .Select(dose => dose is Dose.Infusion run && (run.Until is null || run.Until > at) ? run with { Until = at } : dose)]
    };

    /// <summary>What has been given by <paramref name="time"/>, over all routes or one.</summary>
    public Mass GivenBy(TimeSpan time, DoseRoute? route = null) => Doses
        .Where(dose => route is null || dose.Route == route)
        .Aggregate(Mass.Zero, (sum, dose) => sum + dose.GivenBy(time));
}

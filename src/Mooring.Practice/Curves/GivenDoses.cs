using System.Globalization;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Dosing;
using Mooring.Kinetics.Models;
using Mooring.Kinetics.Quantities;
using Mooring.Kinetics.Regimens;
using Regimen = Mooring.Kinetics.Regimens.Regimen;

namespace Mooring.Practice.Curves;

/// <summary>A session's doses in the words of the models, counted from the first.</summary>
internal static class GivenDoses
{
    /// <summary>What was given, and what is to come by <paramref name="until"/> if all goes on as planned.</summary>
    public static Regimen Of(Session session, DateTimeOffset start, DateTimeOffset now, DateTimeOffset until)
    {
        var given = session.Given(until);
        return new(
        [
            .. given.Infused.Select(run => new Dose.Infusion(Rate.MilligramsPerMinute(run.MilligramsPerMinute), DoseRoute.Iv, run.From - start, run.Until - start)),
            .. given.Injections.Select(shot => new Dose.Single(shot.Amount, Way(session.Plan.Route)!.Value, shot.At - start)),
            .. given.Devices.Select(device => new Dose.Single(device.Amount, DoseRoute.Nasal, device.At - start)),
            .. ToCome(session, now).Where(at => at <= until).Select(at => new Dose.Single(session.Pack.Dosing.Each ?? Mass.Zero, DoseRoute.Nasal, at - start)),
        ]);
    }

    /// <summary>The same text for the same doses.</summary>
    public static string Text(Regimen regimen) => string.Join(';', regimen.Doses.Select(dose => dose switch
    {
        Dose.Infusion run => string.Create(CultureInfo.InvariantCulture, $"{run.Rate.InMilligramsPerMinute:R} {run.At.Ticks} {run.Until?.Ticks}"),
        Dose.Single one => string.Create(CultureInfo.InvariantCulture, $"{one.Route} {one.Amount.InMilligrams:R} {one.At.Ticks}"),
        _ => "",
    }));

    /// <summary>Null for a way that no model knows, such as under the skin.</summary>
    public static DoseRoute? Way(Clinical.DoseRoute route) => route switch
    {
        Clinical.DoseRoute.Iv => DoseRoute.Iv,
        Clinical.DoseRoute.Im => DoseRoute.Im,
        Clinical.DoseRoute.Nasal => DoseRoute.Nasal,
        Clinical.DoseRoute.Sl => DoseRoute.Sublingual,
        Clinical.DoseRoute.Po => DoseRoute.Oral,
        _ => null,
    };

    // Nasal devices that the plan still holds, as early as they may be used.
    private static IEnumerable<DateTimeOffset> ToCome(Session session, DateTimeOffset now)
    {
        if (session.Phase != Phase.Dosing || session.NextDoseFrom is not { } next || session.Pack.Dosing.Apart is not { } apart)
            yield break;
        // A whole minute, so that waiting does not change the regimen at each look.
        var from = next > now ? next : next + (apart * Math.Ceiling((now - next) / apart));
        for (var left = (session.PlannedDevices ?? 0) - session.DevicesUsed; left > 0; left--, from += apart)
            yield return from;
    }
}

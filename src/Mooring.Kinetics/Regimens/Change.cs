using Mooring.Kinetics.Quantities;

namespace Mooring.Kinetics.Regimens;

/// <summary>What might be done now. It only takes drug away or spreads it out; it never asks for more.</summary>
public abstract record Change
{
    private Change()
    {
    }

    /// <summary>The infusion goes on at a lower rate, until the amount that was planned is in.</summary>
    public sealed record Slow(Rate To) : Change;

    /// <summary>The infusion halts for so long, then goes on as it did; doses still to come wait as long.</summary>
    public sealed record Pause(TimeSpan For) : Change;

    /// <summary>Nothing more is given.</summary>
    public sealed record Stop : Change;

    /// <summary>The regimen with this change made at <paramref name="now"/>. What was given before stays as it was.</summary>
    /// <returns>The regimen, or KIN311 and KIN314 (nothing runs), KIN312 (no lower rate), KIN313 (no such pause).</returns>
    public Answer<Regimen> MadeTo(Regimen regimen, TimeSpan now)
    {
        var running = regimen.Doses.OfType<Dose.Infusion>().Where(run => run.At <= now && (run.Until is null || run.Until > now)).ToList();
        return this switch
        {
            Stop => Kept(regimen, now),
            Slow when running.Count != 1 => Refused("KIN311", "No single infusion is running now; only a running infusion can be slowed."),
            Slow slow when slow.To.InMilligramsPerMinute is var to && !(to > 0 && to < running[0].Rate.InMilligramsPerMinute) =>
                Refused("KIN312", "The new rate must be above zero and below the rate that runs; to end it, stop."),
            Slow slow => Slowed(regimen, running[0], slow.To, now),
            Pause pause when pause.For <= TimeSpan.Zero => Refused("KIN313", "A pause must last longer than nothing."),
            Pause when running.Count == 0 && regimen.Doses.All(dose => dose.At <= now) => Refused("KIN314", "Nothing is running and nothing is still to come; there is nothing to pause."),
            Pause pause => Paused(regimen, running, pause.For, now),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Regimen Kept(Regimen regimen, TimeSpan now) =>
        regimen with { Doses = [.. regimen.Halt(now).Doses.Where(dose => dose.At < now || (dose is Dose.Single && dose.At == now))] };

    private static Regimen Slowed(Regimen regimen, Dose.Infusion run, Rate to, TimeSpan now)
    {
        TimeSpan? until = run.Until is { } planned
            ? now + ((planned - now) * (run.Rate.InMilligramsPerMinute / to.InMilligramsPerMinute))
            : null;
        Dose[] slowed = run.At < now ? [run with { Until = now }, new Dose.Infusion(to, run.Route, now, until)] : [new Dose.Infusion(to, run.Route, now, until)];
        return regimen with { Doses = [.. regimen.Doses.SelectMany(dose => ReferenceEquals(dose, run) ? slowed : [dose])] };
    }

    private static Regimen Paused(Regimen regimen, List<Dose.Infusion> running, TimeSpan pause, TimeSpan now)
    {
        var goOn = running.Select(run => new Dose.Infusion(run.Rate, run.Route, now + pause, run.Until + pause));
        var later = regimen.Doses.Where(dose => dose.At > now).Select(dose => dose switch
        {
            Dose.Single one => (Dose)new Dose.Single(one.Amount, one.Route, one.At + pause),
            Dose.Infusion run => new Dose.Infusion(run.Rate, run.Route, run.At + pause, run.Until + pause),
            _ => throw new System.Diagnostics.UnreachableException(),
        });
        return regimen with { Doses = [.. Kept(regimen, now).Doses, .. goOn, .. later] };
    }

    private static Answer<Regimen> Refused(string code, string says) => Answer<Regimen>.Object([new(code, says, "change")]);
}

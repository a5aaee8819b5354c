using System.Globalization;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Kinetics;
using Mooring.Kinetics.Quantities;
using Mooring.Kinetics.Regimens;
using Mooring.Storage.Access;
using Mooring.Storage.Journal;
using Mooring.Storage.Library;

namespace Mooring.Storage.Series;

/// <summary>Answers what slowing, pausing or stopping now would do to the predicted band. It reads and computes; it records nothing.</summary>
public sealed class WhatIfDesk(MooringDb db, SessionShelf shelf, SessionJournal journal, KineticModels models, SubjectDesk subjects, StaffDesk staff, TimeProvider clock)
{
    // Round examples to look at, not proposals: the pump is set by people.
    private const double Slower = 0.5;
    private static readonly TimeSpan Halt = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Both futures, or why there are none: SER101 (no such change), SER102 (nothing to predict), KIN3xx. Null when there is
    /// no such session in this clinic.
    /// </summary>
    public async Task<Outcome<SessionFutures>?> Of(Id<Session> id, string? change, CancellationToken cancel)
    {
        if (await shelf.Of(id, db, journal, cancel) is not { } session)
            return null;
        if (SessionCase.Of(session, models, clock.GetUtcNow(), await subjects.Of(session.Plan, cancel)) is not { } seen)
            return new Refusal("SER102", "There is no prediction to change: nothing was given yet, or no model describes this drug by this route.");
        if (Named(change, seen) is not { } asked)
            return new Refusal("SER101", "Ask for slow, pause or stop.", "change");
        if (!seen.GoesOn)
            return new Refusal("KIN311", "Nothing is running and nothing is still to come, so there is only one future.", "change");

        var futures = WhatIf.Compare(seen.Model, seen.Subject, seen.Regimen, asked.Change, seen.Now, [.. seen.At, seen.Now], SessionCase.Crowd);
        return futures.IsGiven
            ? Drawn(change!, asked.Words, futures.Value, seen, (await staff.Clinic(cancel))!)
            : Outcome<SessionFutures>.Refuse([.. futures.Objections.Select(one => new Refusal(one.Code, one.Says, one.At))]);
    }

    private static (Change Change, string Words)? Named(string? change, SessionCase seen) => change switch
    {
        "slow" => (new Change.Slow(Running(seen) is { } run ? Rate.MilligramsPerMinute(run.Rate.InMilligramsPerMinute * Slower) : Rate.Zero), "slowed to half now"),
        "pause" => (new Change.Pause(Halt), string.Create(CultureInfo.InvariantCulture, $"paused now for {Halt.TotalMinutes:0} minutes")),
        "stop" => (new Change.Stop(), "stopped now"),
        _ => null,
    };

    private static Dose.Infusion? Running(SessionCase seen) => seen.Regimen.Doses.OfType<Dose.Infusion>()
        .FirstOrDefault(run => run.At <= seen.Now && (run.Until is null || run.Until > seen.Now));

    private static SessionFutures Drawn(string change, string words, Futures futures, SessionCase seen, Clinic clinic)
    {
        var (planned, changed) = (Future(futures.AsPlanned, seen), Future(futures.IfChanged, seen));
        var now = seen.Start + futures.Now;
        var end = Clock(planned.Band.T[^1], clinic);
        var says = string.Create(
            CultureInfo.InvariantCulture,
            $"If {words}: the middle peaks from now on at {Top(changed.Band, now, clinic)}, as planned at {Top(planned.Band, now, clinic)}. Given by {end}: {changed.Milligrams:0.0} mg instead of {planned.Milligrams:0.0} mg.");
        return new(change, says, now.ToUnixTimeMilliseconds() / 1000.0, planned, changed);
    }

    private static SessionFuture Future(Future future, SessionCase seen) =>
        new(PredictedBand.Of(future.Band, seen.Start) with { GoesOn = true }, Math.Round(future.Given.InMilligrams, 1));

    private static string Top(PredictedBand band, DateTimeOffset now, Clinic clinic)
    {
        var from = now.ToUnixTimeMilliseconds() / 1000.0;
        var top = Enumerable.Range(0, band.T.Count).Where(i => band.T[i] >= from).MaxBy(i => band.P50[i]);
        return string.Create(CultureInfo.InvariantCulture, $"{band.P50[top]:0} ng/mL ({Clock(band.T[top], clinic)})");
    }

    private static string Clock(double seconds, Clinic clinic) =>
        clinic.LocalTime(DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000))).ToString("HH:mm", CultureInfo.InvariantCulture);
}

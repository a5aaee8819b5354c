using System.Globalization;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Content.Library;
using Mooring.Kinetics;
using Mooring.Kinetics.Regimens;
using Mooring.Practice.Access;
using Mooring.Practice.Sessions;

namespace Mooring.Practice.Curves;

/// <summary>Answers what slowing, pausing or stopping now would do to the predicted band. It reads and computes; it records nothing.</summary>
public sealed class WhatIfDesk(SessionJournal journal, ModelChoice models, ClinicalLibrary library, SubjectDesk subjects, StaffDesk staff, TimeProvider clock)
{
    /// <summary>
    /// Both futures, or why there are none: SER101 (no such change), SER102 (nothing to predict), KIN3xx. Null when there is
    /// no such session in this clinic.
    /// </summary>
    public async Task<Outcome<SessionFutures>?> Of(Id<Session> id, string? change, CancellationToken cancel)
    {
        if (await journal.Load(id, cancel) is not { } session)
            return null;
        if (SessionCase.Of(session, models, clock.GetUtcNow(), await subjects.Of(session.Plan, cancel)) is not { } seen)
            return new Refusal("SER102", "There is no prediction to change: nothing was given yet, or no model describes this drug by this route.");
        var changes = library.KineticTerms.Predicting!.WhatIfs;
        if (changes.FirstOrDefault(one => one.Id == change) is not { } asked)
            return new Refusal("SER101", $"Ask for one of: {string.Join(", ", changes.Select(one => one.Id))}.", "change");
        if (!seen.GoesOn)
            return new Refusal("KIN315", "Nothing is running and nothing is still to come, so there is only one future.", "change");

        var futures = WhatIf.Compare(seen.Model, seen.Subject, seen.Regimen, asked.At(Running(seen)?.Rate), seen.Now, [.. seen.At, seen.Now], SessionCase.Crowd);
        return futures.IsGiven
            ? Drawn(asked.Id, asked.Says, futures.Value, seen, (await staff.Clinic(cancel))!)
            : Outcome<SessionFutures>.Refuse([.. futures.Objections.Select(one => new Refusal(one.Code, one.Says, one.At))]);
    }

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

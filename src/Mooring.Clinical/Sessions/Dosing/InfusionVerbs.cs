using Mooring.Clinical.Sessions.Correcting;
using Mooring.Clinical.Sessions.Preparing;
using static Mooring.Clinical.Sessions.Deciding;

namespace Mooring.Clinical.Sessions.Dosing;

/// <summary>Running an infusion.</summary>
public static class InfusionVerbs
{
    extension(Session session)
    {
        public Outcome<IReadOnlyList<SessionEvent>> StartInfusion(Act act, InfusionStarted hung) => session.Decide(
            act,
            hung,
            [
                session.UnlessOpen(),
                session.UnlessRoute(session.IsInfused),
                session.UnlessPrepared(),
                session.Infusion is null ? session.UnlessReady() : new("SES279", "There was an infusion in this session already; resume it, or correct its record."),
                .. session.AgainstDose(act, hung.Drug, hung.Amount, session.Given(DateTimeOffset.MaxValue).Total, hung.OverPlan),
                .. session.AgainstPump(hung),
            ]);

        /// <summary>While it is paused, the rate it will resume with.</summary>
        public Outcome<IReadOnlyList<SessionEvent>> ChangeRate(Act act, double millilitersPerHour, string reason) => session.Decide(
            act,
            new RateChanged(millilitersPerHour, reason),
            session.UnlessHung(act, "SES150"),
            Unless(double.IsFinite(millilitersPerHour) && millilitersPerHour > 0, "SES288", "A rate is more than nothing; to stop for a while, pause.", "rate"),
            Unless(IsSaid(reason), "SES153", "Say why.", "reason"),
            session.Infusion is { } infusion ? session.UnderHourlyCap(millilitersPerHour * infusion.MilligramsPerMilliliter) : null);

        /// <summary>The last pause or early end that was tapped, and whose reason nobody has said yet; null when there is none.</summary>
        public JournalEntry? Unexplained => session.Told.LastOrDefault(entry => entry.What is InfusionPaused { Reason: "" } or InfusionStopped { Completed: false, Reason: "" });

        /// <param name="isSaidLater">One tap: the time counts, and the reason is asked afterwards.</param>
        public Outcome<IReadOnlyList<SessionEvent>> Pause(Act act, string reason, bool isSaidLater = false) => session.Decide(
            act,
            new InfusionPaused(isSaidLater && !IsSaid(reason) ? "" : reason),
            session.UnlessHung(act, "SES150"),
            Unless(session.Infusion?.PausedSince is null, "SES151", "It is paused already."),
            Unless(isSaidLater || IsSaid(reason), "SES153", "Say why.", "reason"));

        public Outcome<IReadOnlyList<SessionEvent>> Resume(Act act) => session.Decide(
            act,
            new InfusionResumed(),
            session.UnlessHung(act, "SES150"),
            Unless(session.Infusion is null || session.Infusion.StoppedAt is not null || session.Infusion.PausedSince is not null, "SES152", "It is not paused."));

        /// <summary>Ends the infusion for good; recovery begins.</summary>
        /// <param name="isSaidLater">One tap: the time counts, and the reason is asked afterwards.</param>
        public Outcome<IReadOnlyList<SessionEvent>> StopInfusion(Act act, bool completed, string? reason = null, bool isSaidLater = false) => session.Decide(
            act,
            new InfusionStopped(completed, isSaidLater && !completed && !IsSaid(reason) ? "" : reason),
            session.UnlessHung(act, "SES150"),
            Unless(completed || isSaidLater || IsSaid(reason), "SES167", "Say why it was ended early.", "reason"));

        /// <summary>The reason of a pause or an end that was tapped before; an end may turn out to be the whole bag.</summary>
        public Outcome<IReadOnlyList<SessionEvent>> Explain(Act act, Guid entry, string? reason, bool completed = false)
        {
            if (session.Unexplained is not { } tapped || tapped.EventId != entry)
                return new Refusal("SES158", "The reason is said already; to say another, correct that entry.");
            SessionEvent instead = tapped.What is InfusionStopped ? new InfusionStopped(completed, completed ? null : reason) : new InfusionPaused(reason ?? "");
            return completed || IsSaid(reason) ? session.Correct(act, entry, instead, "The reason, said afterwards") : new Refusal("SES153", "Say why.", "reason");
        }

        /// <summary>An end that was tapped by mistake: the infusion never stopped.</summary>
        public Outcome<IReadOnlyList<SessionEvent>> TakeBackStop(Act act, Guid entry) =>
            session.Unexplained is { What: InfusionStopped } tapped && tapped.EventId == entry
                ? session.Correct(act, entry, null, "Tapped by mistake")
                : new Refusal("SES295", "There is nothing to take back; correct the entry in the timeline.");

        private Refusal? UnlessHung(Act act, string code) => (session.UnlessOpen(), session.Infusion) switch
        {
            ({ } closed, _) => closed,
            (_, null) => new(code, "No infusion was started."),
            (_, { StoppedAt: not null }) => new(code, "The infusion is over; it can not be changed, only corrected."),
            (_, { } infusion) => Unless(act.HappenedAt >= infusion.StartedAt, "SES239", Sentence.Of("The infusion began only at {began}.", ("began", infusion.StartedAt)), "happenedAt"),
        };

        internal IEnumerable<Refusal?> AgainstPump(InfusionStarted hung)
        {
            if (!new[] { hung.Minutes, hung.Milliliters, hung.MillilitersPerHour }.All(number => double.IsFinite(number) && number > 0))
            {
                yield return new("SES289", "Minutes, volume and rate are each more than nothing.", "rate");
                yield break;
            }

            var expected = hung.Milliliters / hung.Minutes * 60;
            var allowed = expected * (session.Pack.Dosing.RateTolerance?.Value ?? 0) / 100;
            yield return Unless(
                Math.Abs(hung.MillilitersPerHour - expected) <= allowed + 0.005,
                "SES144",
                $"{Plain(hung.Milliliters)} mL in {Plain(hung.Minutes)} min is {Plain(expected)} mL/h, not {Plain(hung.MillilitersPerHour)} mL/h: look at the pump.",
                "rate");
            yield return session.UnderHourlyCap(hung.Amount.InMilligrams / hung.Milliliters * hung.MillilitersPerHour);
        }

        private Refusal? UnderHourlyCap(double milligramsPerHour) => session.Plan.HardCapPerHour is { } cap && milligramsPerHour > cap.InMilligrams
            ? new("SES145", $"{Plain(milligramsPerHour)} mg/h is more than the maximum rate of {Plain(cap.InMilligrams)} mg/h.", "rate")
            : null;
    }
}

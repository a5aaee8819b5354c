using Mooring.Clinical.Sessions.Events;

namespace Mooring.Clinical.Sessions;

/// <content>Running an infusion.</content>
public sealed partial class Session
{
    public Outcome<IReadOnlyList<SessionEvent>> StartInfusion(Act act, InfusionStarted hung) => Decide(
        act,
        hung,
        [
            UnlessOpen(),
            UnlessRoute(IsInfused),
            UnlessPrepared(),
            Infusion is null ? UnlessReady() : new("SES279", "There was an infusion in this session already; resume it, or correct its record."),
            .. AgainstDose(act, hung.Drug, hung.Amount, Given(DateTimeOffset.MaxValue).Total, hung.OverPlan),
            .. AgainstPump(hung),
        ]);

    /// <summary>While it is paused, the rate it will resume with.</summary>
    public Outcome<IReadOnlyList<SessionEvent>> ChangeRate(Act act, double millilitersPerHour, string reason) => Decide(
        act,
        new RateChanged(millilitersPerHour, reason),
        UnlessHung(act, "SES150"),
        Unless(double.IsFinite(millilitersPerHour) && millilitersPerHour > 0, "SES288", "A rate is more than nothing; to stop for a while, pause.", "rate"),
        Unless(IsSaid(reason), "SES153", "Say why.", "reason"),
        Infusion is { } infusion ? UnderHourlyCap(millilitersPerHour * infusion.MilligramsPerMilliliter) : null);

    /// <summary>The last pause or early end that was tapped, and whose reason nobody has said yet; null when there is none.</summary>
    public JournalEntry? Unexplained => Told.LastOrDefault(entry => entry.What is InfusionPaused { Reason: "" } or InfusionStopped { Completed: false, Reason: "" });

    /// <param name="isSaidLater">One tap: the time counts, and the reason is asked afterwards.</param>
    public Outcome<IReadOnlyList<SessionEvent>> Pause(Act act, string reason, bool isSaidLater = false) => Decide(
        act,
        new InfusionPaused(isSaidLater && !IsSaid(reason) ? "" : reason),
        UnlessHung(act, "SES150"),
        Unless(Infusion?.PausedSince is null, "SES151", "It is paused already."),
        Unless(isSaidLater || IsSaid(reason), "SES153", "Say why.", "reason"));

    public Outcome<IReadOnlyList<SessionEvent>> Resume(Act act) => Decide(
        act,
        new InfusionResumed(),
        UnlessHung(act, "SES150"),
        Unless(Infusion is null || Infusion.StoppedAt is not null || Infusion.PausedSince is not null, "SES152", "It is not paused."));

    /// <summary>Ends the infusion for good; recovery begins.</summary>
    /// <param name="isSaidLater">One tap: the time counts, and the reason is asked afterwards.</param>
    public Outcome<IReadOnlyList<SessionEvent>> StopInfusion(Act act, bool completed, string? reason = null, bool isSaidLater = false) => Decide(
        act,
        new InfusionStopped(completed, isSaidLater && !completed && !IsSaid(reason) ? "" : reason),
        UnlessHung(act, "SES150"),
        Unless(completed || isSaidLater || IsSaid(reason), "SES167", "Say why it was ended early.", "reason"));

    /// <summary>The reason of a pause or an end that was tapped before; an end may turn out to be the whole bag.</summary>
    public Outcome<IReadOnlyList<SessionEvent>> Explain(Act act, Guid entry, string? reason, bool completed = false)
    {
        if (Unexplained is not { } tapped || tapped.EventId != entry)
            return new Refusal("SES158", "The reason is said already; to say another, correct that entry.");
        SessionEvent instead = tapped.What is InfusionStopped ? new InfusionStopped(completed, completed ? null : reason) : new InfusionPaused(reason ?? "");
        return completed || IsSaid(reason) ? Correct(act, entry, instead, "The reason, said afterwards") : new Refusal("SES153", "Say why.", "reason");
    }

    /// <summary>An end that was tapped by mistake: the infusion never stopped.</summary>
    public Outcome<IReadOnlyList<SessionEvent>> TakeBackStop(Act act, Guid entry) =>
        Unexplained is { What: InfusionStopped } tapped && tapped.EventId == entry
            ? Correct(act, entry, null, "Tapped by mistake")
            : new Refusal("SES295", "There is nothing to take back; correct the entry in the timeline.");

    private Refusal? UnlessHung(Act act, string code) => (UnlessOpen(), Infusion) switch
    {
        ({ } closed, _) => closed,
        (_, null) => new(code, "No infusion was started."),
        (_, { StoppedAt: not null }) => new(code, "The infusion is over; it can not be changed, only corrected."),
        (_, { } infusion) => Unless(act.HappenedAt >= infusion.StartedAt, "SES239", Sentence.Of("The infusion began only at {began}.", ("began", infusion.StartedAt)), "happenedAt"),
    };

    private IEnumerable<Refusal?> AgainstPump(InfusionStarted hung)
    {
        if (!new[] { hung.Minutes, hung.Milliliters, hung.MillilitersPerHour }.All(number => double.IsFinite(number) && number > 0))
        {
            yield return new("SES289", "Minutes, volume and rate are each more than nothing.", "rate");
            yield break;
        }

        var expected = hung.Milliliters / hung.Minutes * 60;
        var allowed = expected * (Pack.Dosing.RateTolerance?.Value ?? 0) / 100;
        yield return Unless(
            Math.Abs(hung.MillilitersPerHour - expected) <= allowed + 0.005,
            "SES144",
            $"{Plain(hung.Milliliters)} mL in {Plain(hung.Minutes)} min is {Plain(expected)} mL/h, not {Plain(hung.MillilitersPerHour)} mL/h: look at the pump.",
            "rate");
        yield return UnderHourlyCap(hung.Amount.InMilligrams / hung.Milliliters * hung.MillilitersPerHour);
    }

    private Refusal? UnderHourlyCap(double milligramsPerHour) => Plan.HardCapPerHour is { } cap && milligramsPerHour > cap.InMilligrams
        ? new("SES145", $"{Plain(milligramsPerHour)} mg/h is more than the maximum rate of {Plain(cap.InMilligrams)} mg/h.", "rate")
        : null;
}

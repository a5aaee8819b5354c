using Mooring.Clinical.Sessions.Events;
using Mooring.Kinetics.Quantities;

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
            Infusion is null ? UnlessReady() : new("SES148", "There was an infusion in this session already; resume it, or correct its record."),
            .. AgainstDose(act, hung.Drug, hung.Amount, Given(DateTimeOffset.MaxValue).Total, hung.OverPlan),
            .. AgainstPump(hung),
        ]);

    /// <summary>While it is paused, the rate it will resume with.</summary>
    public Outcome<IReadOnlyList<SessionEvent>> ChangeRate(Act act, double millilitersPerHour, string reason) => Decide(
        act,
        new RateChanged(millilitersPerHour, reason),
        UnlessHung(act, "SES150"),
        Unless(double.IsFinite(millilitersPerHour) && millilitersPerHour > 0, "SES149", "A rate is more than nothing; to stop for a while, pause.", "rate"),
        Unless(IsSaid(reason), "SES153", "Say why.", "reason"),
        Infusion is { } infusion ? UnderHourlyCap(millilitersPerHour * infusion.MilligramsPerMilliliter) : null);

    public Outcome<IReadOnlyList<SessionEvent>> Pause(Act act, string reason) => Decide(
        act,
        new InfusionPaused(reason),
        UnlessHung(act, "SES150"),
        Unless(Infusion?.PausedSince is null, "SES151", "It is paused already."),
        Unless(IsSaid(reason), "SES153", "Say why.", "reason"));

    public Outcome<IReadOnlyList<SessionEvent>> Resume(Act act) => Decide(
        act,
        new InfusionResumed(),
        UnlessHung(act, "SES150"),
        Unless(Infusion is null || Infusion.StoppedAt is not null || Infusion.PausedSince is not null, "SES152", "It is not paused."));

    /// <summary>Ends the infusion for good; recovery begins.</summary>
    public Outcome<IReadOnlyList<SessionEvent>> StopInfusion(Act act, bool completed, string? reason = null) => Decide(
        act,
        new InfusionStopped(completed, reason),
        UnlessHung(act, "SES150"),
        Unless(completed || IsSaid(reason), "SES153", "Say why it was ended early.", "reason"));

    private Refusal? UnlessHung(Act act, string code) => (UnlessOpen(), Infusion) switch
    {
        ({ } closed, _) => closed,
        (_, null) => new(code, "No infusion was started."),
        (_, { StoppedAt: not null }) => new(code, "The infusion is over; it can not be changed, only corrected."),
        (_, { } infusion) => Unless(act.HappenedAt >= infusion.StartedAt, "SES154", $"The infusion began only at {Clock(infusion.StartedAt)}.", "happenedAt"),
    };

    private IEnumerable<Refusal?> AgainstPump(InfusionStarted hung)
    {
        if (!new[] { hung.Minutes, hung.Milliliters, hung.MillilitersPerHour }.All(number => double.IsFinite(number) && number > 0))
        {
            yield return new("SES149", "Minutes, volume and rate are each more than nothing.", "rate");
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
        ? new("SES145", $"{Plain(milligramsPerHour)} mg/h is more than the {Plain(cap.InMilligrams)} mg/h that nothing may pass.", "rate")
        : null;
}

using Mooring.Clinical.Sessions.Events;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Sessions;

/// <summary>A lozenge under the tongue.</summary>
/// <param name="Planned">How long it is to be held; null when the pack does not say.</param>
public sealed record Hold(DateTimeOffset StartedAt, Mass Amount, TimeSpan? Planned)
{
    public DateTimeOffset? EndedAt { get; init; }

    public HoldEnd? End { get; init; }

    public TimeSpan Lasted(DateTimeOffset now) => (EndedAt ?? now) - StartedAt;
}

/// <content>An IV bolus, and the hold under the tongue.</content>
public sealed partial class Session
{
    /// <summary>The last lozenge; null when there was none.</summary>
    public Hold? Hold
    {
        get
        {
            var started = Last<HoldStarted>();
            if (started is not { What: HoldStarted held })
                return null;
            var ended = Told.FirstOrDefault(entry => entry.What is HoldEnded && entry.HappenedAt >= started.HappenedAt);
            return new(started.HappenedAt, held.Amount, Pack.Dosing.Hold) { EndedAt = ended?.HappenedAt, End = (ended?.What as HoldEnded)?.End };
        }
    }

    /// <summary>Only where the pack says how slowly; it counts into the dose like the bag does.</summary>
    public Outcome<IReadOnlyList<SessionEvent>> GiveBolus(Act act, BolusGiven bolus) => Decide(
        act,
        bolus,
        [
            UnlessOpen(),
            UnlessRoute(Plan.Route == DoseRoute.Iv),
            Phase == Phase.Paused ? null : UnlessReady(),
            UnlessPrepared(),
            Unless(Pack.Dosing.BolusOver is not null, "SES224", "The pack of this session allows no bolus.", "amount"),
            Unless(double.IsFinite(bolus.Minutes) && bolus.Minutes > 0 && !(TimeSpan.FromMinutes(bolus.Minutes) < Pack.Dosing.BolusOver), "SES225", $"It is pushed over {Plain(Pack.Dosing.BolusOver?.TotalMinutes ?? 0)} min at least.", "minutes"),
            Unless(IsSaid(bolus.Reason), "SES153", "Say why.", "reason"),
            .. AgainstDose(act, bolus.Drug, bolus.Amount, Given(DateTimeOffset.MaxValue).Total, bolus.OverPlan),
        ]);

    /// <summary>The lozenge is in the mouth; the dose counts from here.</summary>
    public Outcome<IReadOnlyList<SessionEvent>> StartHold(Act act, HoldStarted hold) => Decide(
        act,
        hold,
        [
            UnlessOpen(),
            UnlessRoute(Plan.Route == DoseRoute.Sl),
            UnlessReady(),
            UnlessPrepared(),
            Unless(Hold is null or { EndedAt: not null }, "SES226", "One is held already; say first what became of it."),
            UnlessSpaced(act),
            Unless(Doses.Count < Pack.Dosing.Most, "SES148", $"No more than {Pack.Dosing.Most} doses in a session."),
            .. AgainstDose(act, hold.Drug, hold.Amount, Given(DateTimeOffset.MaxValue).Total, hold.OverPlan),
        ]);

    public Outcome<IReadOnlyList<SessionEvent>> EndHold(Act act, HoldEnd end, string? note = null) => Decide(
        act,
        new HoldEnded(end, note),
        UnlessOpen(),
        Unless(Hold is { EndedAt: null }, "SES228", "Nothing is held under the tongue."),
        Unless(Hold is not { EndedAt: null } held || act.HappenedAt >= held.StartedAt, "SES263", "It ended before it began: look at the time.", "happenedAt"));

    private IEnumerable<InfusedStretch> Pushes(DateTimeOffset until) => Of<BolusGiven>().Where(bolus => bolus.At < until)
        .Select(bolus => (bolus.At, Full: bolus.At.AddMinutes(bolus.What.Minutes), Rate: bolus.What.Amount.InMilligrams / bolus.What.Minutes))
        .Select(push => new InfusedStretch(push.At, push.Full < until ? push.Full : until, push.Rate));

    private IEnumerable<Injection> Held(DateTimeOffset until) =>
        Of<HoldStarted>().Where(hold => hold.At <= until).Select(hold => new Injection(hold.At, hold.What.Amount, "under the tongue"));
}

using Mooring.Clinical.Sessions.Preparing;
using Mooring.Kinetics.Quantities;
using static Mooring.Clinical.Sessions.Deciding;

namespace Mooring.Clinical.Sessions.Dosing;

/// <summary>A lozenge under the tongue.</summary>
/// <param name="Planned">How long it is to be held; null when the pack does not say.</param>
public sealed record Hold(DateTimeOffset StartedAt, Mass Amount, TimeSpan? Planned)
{
    public DateTimeOffset? EndedAt { get; init; }

    public HoldEnd? End { get; init; }

    public TimeSpan Lasted(DateTimeOffset now) => (EndedAt ?? now) - StartedAt;
}

/// <summary>An IV bolus, and the hold under the tongue.</summary>
public static class BolusVerbs
{
    extension(Session session)
    {
        /// <summary>The last lozenge; null when there was none.</summary>
        public Hold? Hold
        {
            get
            {
                var started = session.Last<HoldStarted>();
                if (started is not { What: HoldStarted held })
                    return null;
                var ended = session.Told.FirstOrDefault(entry => entry.What is HoldEnded && entry.HappenedAt >= started.HappenedAt);
                return new(started.HappenedAt, held.Amount, session.Pack.Dosing.Hold) { EndedAt = ended?.HappenedAt, End = (ended?.What as HoldEnded)?.End };
            }
        }

        /// <summary>Only where the pack says how slowly; it counts into the dose like the bag does.</summary>
        public Outcome<IReadOnlyList<SessionEvent>> GiveBolus(Act act, BolusGiven bolus) => session.Decide(
            act,
            bolus,
            [
                session.UnlessOpen(),
                session.UnlessRoute(session.Plan.Route == DoseRoute.Iv),
                session.Phase == Phase.Paused ? null : session.UnlessReady(),
                session.UnlessPrepared(),
                Unless(session.Pack.Dosing.BolusOver is not null, "SES224", "The pack of this session allows no bolus.", "amount"),
                Unless(double.IsFinite(bolus.Minutes) && bolus.Minutes > 0 && !(TimeSpan.FromMinutes(bolus.Minutes) < session.Pack.Dosing.BolusOver), "SES225", $"It is pushed over {Plain(session.Pack.Dosing.BolusOver?.TotalMinutes ?? 0)} min at least.", "minutes"),
                Unless(IsSaid(bolus.Reason), "SES153", "Say why.", "reason"),
                .. session.AgainstDose(act, bolus.Drug, bolus.Amount, session.Given(DateTimeOffset.MaxValue).Total, bolus.OverPlan),
            ]);

        /// <summary>The lozenge is in the mouth; the dose counts from here.</summary>
        public Outcome<IReadOnlyList<SessionEvent>> StartHold(Act act, HoldStarted hold) => session.Decide(
            act,
            hold,
            [
                session.UnlessOpen(),
                session.UnlessRoute(session.Plan.Route == DoseRoute.Sl),
                session.UnlessReady(),
                session.UnlessPrepared(),
                Unless(session.Hold is null or { EndedAt: not null }, "SES226", "One is held already; say first what became of it."),
                session.UnlessSpaced(act),
                Unless(session.Doses.Count < session.Pack.Dosing.Most, "SES148", $"No more than {session.Pack.Dosing.Most} doses in a session."),
                .. session.AgainstDose(act, hold.Drug, hold.Amount, session.Given(DateTimeOffset.MaxValue).Total, hold.OverPlan),
            ]);

        public Outcome<IReadOnlyList<SessionEvent>> EndHold(Act act, HoldEnd end, string? note = null) => session.Decide(
            act,
            new HoldEnded(end, note),
            session.UnlessOpen(),
            Unless(session.Hold is { EndedAt: null }, "SES228", "Nothing is held under the tongue."),
            Unless(session.Hold is not { EndedAt: null } held || act.HappenedAt >= held.StartedAt, "SES263", "It ended before it began: look at the time.", "happenedAt"));
    }
}

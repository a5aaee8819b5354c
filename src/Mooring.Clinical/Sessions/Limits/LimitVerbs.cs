using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Vitals;
using static Mooring.Clinical.Sessions.Deciding;

namespace Mooring.Clinical.Sessions.Limits;

/// <summary>The limits that a prescriber sets for this patient alone.</summary>
public static class LimitVerbs
{
    extension(Session session)
    {
        /// <summary>A prescriber's limit for this patient alone, for today or for the whole course.</summary>
        public Outcome<IReadOnlyList<SessionEvent>> SetOwnLimit(Act act, OwnLimitSet own) => session.Decide(
            act,
            own,
            Unless(session.Phase < Phase.Discharged, "SES193", "There is nobody to watch any more."),
            Unless(own.Prescriber.May(Right.SetLimits), "SES123", "Only a prescriber decides this.", "prescriber"),
            Unless(session.Pack.Limits.Any(limit => limit.Of == own.Of && limit.AfterDosing is null), "SES270", $"'{own.Of}' has no limits in this session.", "of"),
            Unless(double.IsFinite(own.Value) && (own.Value > 0 || Scale.Find(own.Of) is not null), "SES290", "A limit is more than nothing.", "value"),
            Unless(IsSaid(own.Reason), "SES206", "Say why this patient has a limit of their own.", "reason"),
            Unless(!session.IsUpsideDown(own), "SES271", "The critical limit must lie beyond the other one on the same side.", "value"),
            Unless(!PatientLimits.BoundOf(own).IsRelative || session.Baseline(own.Of) is not null, "SES272", "There is no resting value to count from; measure it first, or set a fixed limit.", "kind"));

        public Outcome<IReadOnlyList<SessionEvent>> LiftOwnLimit(Act act, OwnLimitLifted lifted) => session.Decide(
            act,
            lifted,
            Unless(session.Phase < Phase.Discharged, "SES193", "There is nobody to watch any more."),
            Unless(act.By.May(Right.SetLimits), "SES123", "Only a prescriber decides this.", "prescriber"),
            Unless(session.OwnLimits.Any(own => (own.Of, own.Level, own.Kind) == (lifted.Of, lifted.Level, lifted.Kind)), "SES273", "There is no such limit for this patient."),
            Unless(IsSaid(lifted.Reason), "SES153", "Say why.", "reason"));

        // Compared only where both are of one kind, as the library compares the pack's own.
        private bool IsUpsideDown(OwnLimitSet own)
        {
            var bound = PatientLimits.BoundOf(own);
            return session.Limits.Where(limit => limit.Of == own.Of && limit.Level != own.Level && limit.Bound.IsUpper == bound.IsUpper && limit.Bound.IsRelative == bound.IsRelative)
                .Any(other => own.Level == LimitLevel.Critical ? IsWithin(bound, other.Bound) : IsWithin(other.Bound, bound));
        }
    }

    private static bool IsWithin(Bound critical, Bound warning) => critical.IsUpper || critical.IsRelative ? critical.Value < warning.Value : critical.Value > warning.Value;
}

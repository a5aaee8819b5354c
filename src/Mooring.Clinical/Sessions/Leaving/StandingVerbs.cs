using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions.Charting;
using static Mooring.Clinical.Sessions.Deciding;

namespace Mooring.Clinical.Sessions.Leaving;

/// <summary>Standing up before leaving.</summary>
public static class StandingVerbs
{
    extension(Session session)
    {
        /// <summary>The last check; null when there was none.</summary>
        public OrthostaticChecked? Standing => session.Last<OrthostaticChecked>()?.What as OrthostaticChecked;

        /// <summary>Whether the last check stands within the pack's rule; unknown without a check, a rule, or both readings.</summary>
        public Finding IsSteady => session.Standing is { } check ? session.Pack.Discharge.Standing?.Judge(check) ?? Finding.Unknown : Finding.Unknown;

        /// <summary>The check, and with it the answer to the discharge criterion that asks for it.</summary>
        public Outcome<IReadOnlyList<SessionEvent>> CheckStanding(Act act, OrthostaticChecked check)
        {
            StandingReading[] readings = [.. new[] { check.Rest, check.AfterOne, check.AfterThree }.OfType<StandingReading>()];
            var checking = session.Decide(
                act,
                check,
                session.UnlessRecovering(),
                Unless(readings.All(reading => IsMore(reading.Systolic) && IsMore(reading.Diastolic) && reading.HeartRate is null or > 0), "SES219", "A pressure is more than nothing.", "rest"),
                Unless(readings.All(reading => reading.Systolic > reading.Diastolic), "SES260", "Systolic is not below diastolic: look again.", "rest"),
                Unless(check.From != Position.Standing, "SES261", "It begins lying or sitting.", "from"),
                Unless(readings.Length > 1 || check.Dizzy, "SES262", "Measure while standing, or say that the patient was too dizzy to stand.", "afterOne"));
            var judged = session.Pack.Discharge.Standing?.Judge(check) ?? Finding.Unknown;
            if (!checking.IsDone || judged == Finding.Unknown
                || session.Pack.Discharge.Criteria.FirstOrDefault(one => one.Needs == CriterionNeed.Standing) is not { } criterion)
                return checking;
            return Outcome<IReadOnlyList<SessionEvent>>.Done([check, new DischargeCriterionAnswered(criterion.Id, judged, StandingRule.Says(check))]);
        }
    }
}

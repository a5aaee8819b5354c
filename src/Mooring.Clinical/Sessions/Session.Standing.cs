using Mooring.Clinical.Sessions.Events;
using Mooring.Clinical.Watching;

namespace Mooring.Clinical.Sessions;

/// <summary>How far the pressure fell on standing up.</summary>
/// <param name="Systolic">The largest fall, mmHg; negative when it rose.</param>
public sealed record StandingFall(double Systolic, double Diastolic)
{
    /// <summary>Null when the patient could not stand at all.</summary>
    public static StandingFall? Of(OrthostaticChecked check)
    {
        StandingReading[] after = [.. new[] { check.AfterOne, check.AfterThree }.OfType<StandingReading>()];
        return after.Length == 0 ? null : new(after.Max(reading => check.Rest.Systolic - reading.Systolic), after.Max(reading => check.Rest.Diastolic - reading.Diastolic));
    }
}

/// <content>Standing up before leaving.</content>
public sealed partial class Session
{
    /// <summary>The last check; null when there was none.</summary>
    public OrthostaticChecked? Standing => Last<OrthostaticChecked>()?.What as OrthostaticChecked;

    /// <summary>Whether the last check stands within the pack's rule; unknown without a check, a rule, or both readings.</summary>
    public Finding IsSteady => Standing is { } check ? Pack.Discharge.Standing?.Judge(check) ?? Finding.Unknown : Finding.Unknown;

    /// <summary>The check, and with it the answer to the discharge criterion that asks for it.</summary>
    public Outcome<IReadOnlyList<SessionEvent>> CheckStanding(Act act, OrthostaticChecked check)
    {
        StandingReading[] readings = [.. new[] { check.Rest, check.AfterOne, check.AfterThree }.OfType<StandingReading>()];
        var checking = Decide(
            act,
            check,
            UnlessRecovering(),
            Unless(readings.All(reading => IsMore(reading.Systolic) && IsMore(reading.Diastolic) && reading.HeartRate is null or > 0), "SES219", "A pressure is more than nothing.", "rest"),
            Unless(readings.All(reading => reading.Systolic > reading.Diastolic), "SES260", "Systolic is not below diastolic: look again.", "rest"),
            Unless(check.From != Position.Standing, "SES261", "It begins lying or sitting.", "from"),
            Unless(readings.Length > 1 || check.Dizzy, "SES262", "Measure while standing, or say that the patient was too dizzy to stand.", "afterOne"));
        var judged = Pack.Discharge.Standing?.Judge(check) ?? Finding.Unknown;
        if (!checking.IsDone || judged == Finding.Unknown
            || Pack.Discharge.Criteria.FirstOrDefault(one => one.Needs == CriterionNeed.Standing) is not { } criterion)
            return checking;
        return Outcome<IReadOnlyList<SessionEvent>>.Done([check, new DischargeCriterionAnswered(criterion.Id, judged, StandingRule.Says(check))]);
    }
}

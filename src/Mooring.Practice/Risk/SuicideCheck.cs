using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Practice.Access;

namespace Mooring.Practice.Risk;

/// <summary>
/// Whether the screener for suicide risk is due again before the patient leaves: something opened the step on the day of
/// the session, or a prescriber let dosing go on at high risk that day, and the screener was not taken since dosing ended.
/// </summary>
public sealed class SuicideCheck(RiskDesk risk, StaffDesk staff)
{
    public async Task<Refusal?> Due(Session session, CancellationToken cancel)
    {
        var standing = await risk.Of(new Id<Patient>(session.Plan.Patient), cancel);
        if (session.DosingEndedAt is not { } ended || await staff.Clinic(cancel) is not { } clinic || standing.Screener?.FinishedAt >= ended)
            return null;
        var today = clinic.DayOf(session.Journal[0].HappenedAt);
        var because = standing.Disposition is { Ground: not null } decided && clinic.DayOf(decided.At) == today ? "Dosing went on at high risk today"
            : standing.Flag is { } flag && clinic.DayOf(flag.At) == today ? $"{flag.What} opened the suicide-risk step today" : null;
        return because is not null
            ? new("SES267", $"{because}: the screener is taken again before the patient leaves, on the patient's page under “Suicide risk”.", session.Pack.Discharge.Criteria.FirstOrDefault(one => one.Needs == Clinical.Monitoring.CriterionNeed.SuicideCheck)?.Id)
            : null;
    }
}

using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Storage.Access;

namespace Mooring.Storage.Risk;

/// <summary>
/// Whether the screener for suicide risk is due again before she leaves: something opened the step on the day of the
/// session, and the screener was not taken since dosing ended.
/// </summary>
public sealed class SuicideCheck(RiskDesk risk, StaffDesk staff)
{
    public async Task<Refusal?> Due(Session session, CancellationToken cancel)
    {
        var standing = await risk.Of(new Id<Patient>(session.Plan.Patient), cancel);
        if (standing.Flag is not { } flag || session.DosingEndedAt is not { } ended || await staff.Clinic(cancel) is not { } clinic)
            return null;
        return clinic.DayOf(flag.At) == clinic.DayOf(session.Journal[0].HappenedAt) && !(standing.Screener?.FinishedAt >= ended)
            ? new("SES267", $"{flag.What} opened the suicide-risk step today: the screener is taken again before she leaves, on her page under “Suicide risk”.", session.Pack.Discharge.Criteria.FirstOrDefault(one => one.Needs == Clinical.Watching.CriterionNeed.SuicideCheck)?.Id)
            : null;
    }
}

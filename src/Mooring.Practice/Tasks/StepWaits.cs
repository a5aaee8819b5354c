using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Pathways;
using Mooring.Clinical.Patients;
using Mooring.Content.Library;
using Mooring.Practice.Access;
using Mooring.Practice.Patients;
using Mooring.Practice.Plans;
using Mooring.Practice.Referrals;
using Mooring.Practice.Screening;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>The next step of a patient's way, where it waits for somebody and no other room says so already; and what ends soon.</summary>
internal sealed class StepWaits(MooringDb db, PathwayDesk pathways, CourseContent content, StaffDesk staff, TimeProvider clock)
{
    // A decision that nobody acted on has then been called overdue for a month; the patient's page still says so.
    private const int DaysAfterItsEnd = 30;

    public async Task<IReadOnlyList<Wait>> Of(Id<Patient> patient, CancellationToken cancel)
    {
        if (!await IsOnTheWay(patient, cancel))
            return [];
        var today = await staff.Today(clock, cancel);
        var facts = await pathways.Facts(patient, cancel);
        List<Wait> waits = [.. ExpiringTasks.Of(patient, facts, today, content.Tasks.Ahead)];
        if (StepTasks.Of(patient, facts, Pathway.Of(facts, today).Next, today) is { } step)
            waits.Add(step);
        return waits;
    }

    private async Task<bool> IsOnTheWay(Id<Patient> patient, CancellationToken cancel)
    {
        var isHere = await db.Set<PatientRow>().AnyAsync(row => row.Id == patient && !row.HasDied && !row.IsReplaced && row.ArchivedAt == null && row.MergedInto == null, cancel)
            && await db.Set<ReferralRow>().AnyAsync(row => row.PatientId == patient, cancel);
        if (!isHere || await db.Set<DecisionRow>().Where(row => row.PatientId == patient).MaxAsync(row => (DateTimeOffset?)row.At, cancel) is not { } decided)
            return isHere;
        var plans = await db.Set<PlanRow>().AsNoTracking().Where(row => row.PatientId == patient).Select(row => row.EndedAt).ToListAsync(cancel);
        if (plans.Count == 0)
            return clock.GetUtcNow() - decided < content.Eligibility.ValidFor.AsTime!.Value + TimeSpan.FromDays(DaysAfterItsEnd);
        return plans.Exists(ended => ended is null) || plans.Max() < decided;
    }
}

using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Protocols;
using Mooring.Content.Library;
using Mooring.Practice.Access;
using Mooring.Practice.Consents;
using Mooring.Practice.Patients;
using Mooring.Practice.Plans;
using Mooring.Practice.Referrals;
using Mooring.Practice.Screening;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>Finds those whose way may wait for somebody's next step, without reading every chart of the clinic.</summary>
public sealed class WaysThatWait(MooringDb db, CourseContent content, StaffDesk staff, TimeProvider clock)
{
    // A decision that nobody acted on has then been called overdue for a month; the patient's page still says so.
    private const int DaysAfterItsEnd = 30;

    public async Task<IReadOnlyList<Id<Patient>>> Find(CancellationToken cancel)
    {
        var (now, today) = (clock.GetUtcNow(), await staff.Today(clock, cancel));
        var valid = content.Eligibility.ValidFor.AsTime!.Value;
        var here = await (
            from referral in db.Set<ReferralRow>().AsNoTracking()
            join patient in db.Set<PatientRow>().AsNoTracking() on referral.PatientId equals patient.Id
            where !patient.HasDied && !patient.IsReplaced
            select patient.Id).Distinct().ToListAsync(cancel);
        var decided = Newest(await db.Set<DecisionRow>().AsNoTracking().Select(row => new ValueTuple<Id<Patient>, DateTimeOffset>(row.PatientId, row.At)).ToListAsync(cancel));
        var consented = Newest(await db.Set<ConsentRow>().AsNoTracking().Select(row => new ValueTuple<Id<Patient>, DateTimeOffset>(row.PatientId, row.SignedAt)).ToListAsync(cancel));
        var plans = (await db.Set<PlanRow>().AsNoTracking().Select(row => new { row.PatientId, row.EndedAt }).ToListAsync(cancel)).ToLookup(row => row.PatientId, row => row.EndedAt);
        var due = (await db.Set<VisitRow>().AsNoTracking()
            .Where(row => row.State == VisitState.Planned && row.SessionId == null && row.On <= today && (row.Kind == VisitKind.Dosing || row.Kind == VisitKind.Review))
            .Select(row => row.PatientId).Distinct().ToListAsync(cancel)).ToHashSet();
        return [.. here.Where(MayWait)];

        bool MayWait(Id<Patient> patient)
        {
            if (!decided.TryGetValue(patient, out var at))
                return true;
            if (!plans.Contains(patient))
                return now - at < valid + TimeSpan.FromDays(DaysAfterItsEnd);
            if (plans[patient].All(ended => ended is not null))
                return plans[patient].Max() < at;
            // In treatment: only what a day brings, and what has run out or may have.
            return due.Contains(patient) || now - at > valid - TimeSpan.FromDays(1) || now - consented.GetValueOrDefault(patient) > valid;
        }
    }

    private static Dictionary<Id<Patient>, DateTimeOffset> Newest(IEnumerable<(Id<Patient> Patient, DateTimeOffset At)> entries) =>
        entries.GroupBy(entry => entry.Patient).ToDictionary(own => own.Key, own => own.Max(entry => entry.At));
}

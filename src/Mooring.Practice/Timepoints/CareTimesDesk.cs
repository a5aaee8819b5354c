using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Surveillance;
using Mooring.Content.Library;
using Mooring.Practice.Access;
using Mooring.Practice.Courses;
using Mooring.Practice.Histories;
using Mooring.Practice.Patients;
using Mooring.Practice.Plans;
using Mooring.Practice.Sessions;
using Mooring.Storage;

namespace Mooring.Practice.Timepoints;

/// <summary>Gathers the moments that what is due is counted from.</summary>
public sealed class CareTimesDesk(MooringDb db, CourseDesk held, CourseCount count, HistoryDesk histories, StaffDesk staff, CourseContent content, TimeProvider clock)
{
    /// <summary>Null when there is no such patient.</summary>
    public async Task<CareTimes?> Of(Id<Patient> patient, CancellationToken cancel)
    {
        if (await db.Set<PatientRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == patient, cancel) is not { } person)
            return null;

        var clinic = (await staff.Clinic(cancel))!;
        var today = clinic.DayOf(clock.GetUtcNow());
        var sessions = await db.Set<SessionRow>().AsNoTracking().Where(row => row.PatientId == patient && row.Phase != Phase.NoGo).OrderBy(row => row.OpenedAt).ToListAsync(cancel);
        var plans = await db.Set<PlanRow>().AsNoTracking().Where(row => row.PatientId == patient).OrderBy(row => row.SignedAt).ToListAsync(cancel);
        var conditions = await Conditions(patient, cancel);
        var courses = await count.Of(patient, cancel);
        var care = new CareTimes(person.AddedAt)
        {
            Sessions = [.. (await held.Held(patient, cancel)).Select(session => session.At)],
            SessionDay = sessions.Any(row => clinic.DayOf(row.OpenedAt) == today) || await IsPlanned(patient, today, cancel) ? StartOf(today, clinic) : null,
            Age = person.AsPatient().AgeOn(today),
            TreatedFor = plans is [.., var plan] && content.Protocol(plan.What.ProtocolId) is { } protocol ? protocol.Icd10 : conditions,
            Monitoring = plans is [.., var last] ? last.Monitoring.Id : null,
            Conditions = conditions,
            Timepoints = Timepoints(courses.LastOrDefault(each => each.Held.Count > 0), clinic),
        };
        return care.With(courses);
    }

    private IReadOnlyList<CourseTimepoint> Timepoints(Course? course, Clinic clinic) => course is not null && content.Protocol(course.ProtocolId) is { } protocol
        ? CourseTimepoint.Of(protocol, [.. course.Held.Select(clinic.DayOf)], number => course.IsLastOfPhase(number))
        : [];

    private async Task<IReadOnlyList<string>> Conditions(Id<Patient> patient, CancellationToken cancel) =>
        [.. (await histories.Of(patient, cancel)).AsFacts().Conditions.Items.Where(condition => condition.Status == ConditionStatus.Active).Select(condition => condition.Icd10).OfType<string>()];

    private Task<bool> IsPlanned(Id<Patient> patient, DateOnly today, CancellationToken cancel) => db.Set<VisitRow>().AsNoTracking()
        .AnyAsync(row => row.PatientId == patient && row.Kind == VisitKind.Dosing && row.On == today && row.State != VisitState.Canceled, cancel);

    private static DateTimeOffset StartOf(DateOnly day, Clinic clinic)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, clinic.Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}

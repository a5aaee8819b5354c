using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Outcomes;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Protocols;
using Mooring.Content.Library;
using Mooring.Practice.Access;
using Mooring.Practice.Plans;
using Mooring.Storage;

namespace Mooring.Practice.Courses;

/// <summary>What a decision on maintenance is made on.</summary>
/// <param name="Instrument">Its name in words.</param>
/// <param name="LastScore">The last score of this course; null when there is none.</param>
public sealed record MaintenanceGround(Course Course, Protocol Protocol, string Instrument, double? Improvement, TimedScore? LastScore, RelapseSignal Relapse);

/// <summary>The interval of maintenance sessions: what it is decided on, and the decision, which lays the next sessions.</summary>
public sealed class MaintenanceDesk(MooringDb db, CourseCount count, CourseDesk scores, CourseContent content, InstrumentCatalog shelf, StaffDesk staff, TimeProvider clock)
{
    /// <summary>Null where no course goes on, or its protocol defines no maintenance.</summary>
    public async Task<MaintenanceGround?> Ground(Id<Patient> patient, CancellationToken cancel)
    {
        if (await count.Now(patient, cancel) is not { GoesOn: true, MaintenancePhase: not null } course || content.Protocol(course.ProtocolId) is not { MaintenanceInterval: not null } protocol)
            return null;
        var instrument = protocol.Instruments[0];
        var went = await scores.Outcome(patient, instrument, course.FirstHeld, cancel);
        return new(
            course,
            protocol,
            shelf.Find(instrument)?.Value.Title.En ?? instrument,
            went?.Improvement,
            went?.Scores.LastOrDefault(score => course.Held.Count > 0 && score.At > course.Held[0]),
            RelapseSignal.Of(went?.Definition, went?.Course));
    }

    /// <summary>
    /// Decides; what is open of the course leaves the calendar, and the next sessions are laid. Refusals of
    /// <see cref="MaintenanceDraft.Decide"/>; CRS310, CRS313, CRS314. The same id twice is kept once.
    /// </summary>
    public async Task<Outcome<CourseEvent>> Decide(Id<Patient> patient, Id<CourseEvent> id, MaintenanceDraft draft, CancellationToken cancel)
    {
        if (CourseSteps.Against(db.Acting()) is { } notTheirs)
            return notTheirs;
        return await ChosenId.Once(db, Kept, async () =>
        {
            if (await count.Now(patient, cancel) is not { } course)
                return new Refusal("CRS310", "No plan is signed, so there is no course.");
            if (content.Protocol(course.ProtocolId) is not { } protocol)
                return new Refusal("CRS313", $"{course.ProtocolId} is no longer in the library. End this course, and plan by another protocol.");
            var (ground, now) = (await Ground(patient, cancel), course.After(clock.GetUtcNow()));
            var step = draft.Decide(course, protocol, id, ground?.Improvement, ground?.Relapse.Relapse ?? Finding.Unknown, db.Acting(), now, await staff.Today(clock, cancel));
            if (!step.IsDone)
                return step;
            await db.CancelOpen(course.Plans[^1], cancel);
            var days = await db.Days(course, (await staff.Clinic(cancel))!.Opening, step.Value.Maintenance!.First, cancel);
            db.Lay(patient, course.Plans[^1], Visits(course, protocol, step.Value.Maintenance, days), now, days.Word);
            await db.Add(patient, course, step.Value, cancel);
            return await db.SaveUnlessOvertaken(step.Value, cancel);
        });

        Task<Outcome<CourseEvent>?> Kept() => ChosenId.Kept<CourseEventRow, CourseEvent>(
            db,
            row => row.Id == id,
            row => row.PatientId == patient && row.What.Reason == (draft.Reason?.Trim() ?? "") && row.What.Maintenance is { } kept && kept.Choice == draft.Choice && kept.Days == draft.Days && kept.First == draft.First,
            row => row.What,
            cancel);
    }

    private static IReadOnlyList<Visit> Visits(Course course, Protocol protocol, MaintenanceDecision decided, CourseDays days)
    {
        var phase = course.MaintenancePhase!.Value;
        return Schedule.For(protocol, [CourseLayout.Maintenance(phase, course.Phases[phase].Name, decided.Days, decided.Visits)], course.Held.Count, decided.First, days);
    }
}

using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Patients;
using Mooring.Content.Library;
using Mooring.Practice.Access;
using Mooring.Practice.Plans;
using Mooring.Storage;

namespace Mooring.Practice.Courses;

/// <summary>What a form on the course asks for, as typed.</summary>
public sealed record CourseStepForm(CourseAct? Act, string? Reason, DateOnly? From = null);

/// <summary>Pauses, resumes, stops, completes and hands over a course, and lays its visits by that.</summary>
public sealed class CourseStepsDesk(MooringDb db, CourseCount count, CourseContent content, StaffDesk staff, TimeProvider clock)
{
    /// <summary>
    /// Refusals CRS301 to CRS307; CRS310 no course, CRS312 nothing chosen, CRS313 its protocol is gone; CRS314 somebody acted on it
    /// in this moment. A pause and an end take what is open off the calendar; what follows a session already held stays.
    /// </summary>
    public async Task<Outcome<CourseEvent>> Decide(Id<Patient> patient, Id<CourseEvent> id, CourseStepForm form, CancellationToken cancel)
    {
        if (CourseSteps.Against(db.Acting()) is { } notTheirs)
            return notTheirs;
        if (form.Act is not { } act || act == CourseAct.IntervalDecided)
            return new Refusal("CRS312", "Choose what becomes of the course.", "act");
        return await ChosenId.Once(db, Kept, async () =>
        {
            if (await count.Now(patient, cancel) is not { } course)
                return new Refusal("CRS310", "No plan is signed, so there is no course.");
            var now = course.After(clock.GetUtcNow());
            var step = course.Decide(id, act, form.Reason, form.From, db.Acting(), now, await staff.Today(clock, cancel));
            if (!step.IsDone)
                return step;
            if (await Calendar(patient, course, step.Value, cancel) is { } refused)
                return refused;
            await db.Add(patient, course, step.Value, cancel);
            return await db.SaveUnlessOvertaken(step.Value, cancel);
        });

        Task<Outcome<CourseEvent>?> Kept() => ChosenId.Kept<CourseEventRow, CourseEvent>(
            db, row => row.Id == id, row => row.PatientId == patient && row.What.Act == act && row.What.Reason == (form.Reason?.Trim() ?? ""), row => row.What, cancel);
    }

    private async Task<Refusal?> Calendar(Id<Patient> patient, Course course, CourseEvent step, CancellationToken cancel)
    {
        if (step.Act == CourseAct.Paused)
            await db.CancelOpen(course.Plans[^1], cancel);
        else if (step.Act != CourseAct.Resumed)
            await db.EndPlans(patient, step.At, step.Reason, cancel);
        else if (content.Protocol(course.ProtocolId) is { } protocol)
        {
            var days = await db.Days(course, (await staff.Clinic(cancel))!.Opening, step.From!.Value, cancel);
            db.Lay(patient, course.Plans[^1], Schedule.For(protocol, CourseLayout.Of(protocol, course, null), course.Held.Count, step.From.Value, days), step.At, days.Word);
        }
        else
            return new("CRS313", $"{course.ProtocolId} is no longer in the library. End this course, and plan by another protocol.");
        return null;
    }
}

internal static class SavingCourses
{
    /// <summary>CRS314 when somebody else acted on the same course in this moment; nothing is kept then.</summary>
    public static async Task<Outcome<CourseEvent>> SaveUnlessOvertaken(this MooringDb db, CourseEvent step, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return step;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new Refusal("CRS314", "Somebody else acted on this course in this moment. Look at the page again.");
        }
    }
}

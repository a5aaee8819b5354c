using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Patients;
using Mooring.Practice.Plans;
using Mooring.Storage;

namespace Mooring.Practice.Courses;

/// <summary>Keeps courses and their steps, in the pending save.</summary>
internal static class CourseBook
{
    /// <summary>The row of a course; made, and named by its plans, where it began before courses were kept.</summary>
    public static async Task<CourseRow> Row(this MooringDb db, Id<Patient> patient, Course course, CancellationToken cancel)
    {
        if (await db.Set<CourseRow>().SingleOrDefaultAsync(row => row.Id == course.Id, cancel) is { } kept)
            return kept;
        var plans = course.Plans;
        foreach (var plan in await db.Set<PlanRow>().Where(row => row.PatientId == patient && plans.Contains(row.Id)).ToListAsync(cancel))
            plan.CourseId = course.Id;
        return db.Begin(patient, course.Id, course.ProtocolId, course.Phases);
    }

    public static CourseRow Begin(this MooringDb db, Id<Patient> patient, Id<Course> id, string protocol, IReadOnlyList<PlannedPhase> phases)
    {
        CourseRow row = new() { Id = id, PatientId = patient, ProtocolId = protocol, Phases = phases };
        db.Add(row);
        return row;
    }

    /// <summary>Adds a step. Of two who act on a course at once, the second is told.</summary>
    public static async Task Add(this MooringDb db, Id<Patient> patient, Course course, CourseEvent step, CancellationToken cancel)
    {
        var row = await db.Row(patient, course, cancel);
        row.ActedAt = step.At;
        db.Add(new CourseEventRow { Id = step.Id, CourseId = course.Id, PatientId = patient, At = step.At, What = step });
    }
}

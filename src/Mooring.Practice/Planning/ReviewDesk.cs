using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Outcomes;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Protocols;
using Mooring.Content.Library;
using Mooring.Practice.Courses;
using Mooring.Practice.Plans;
using Mooring.Storage;

namespace Mooring.Practice.Planning;

/// <summary>What a review is decided on.</summary>
/// <param name="Course">The course of this plan: sessions held and planned.</param>
/// <param name="Relapse">Whether a response that was reached is lost, by the instrument that decides.</param>
public sealed record ReviewGround(SignedPlan Plan, Course Course, double? Improvement, RelapseSignal Relapse, string Instrument, IReadOnlyList<CheckpointPrompt> Prompts);

/// <summary>Continue, adjust or stop.</summary>
public sealed class ReviewDesk(MooringDb db, PlanDesk plans, CourseDesk course, CourseCount count, CourseContent content, TimeProvider clock)
{
    /// <summary>Null while no plan holds.</summary>
    public async Task<ReviewGround?> Ground(Id<Patient> patient, CancellationToken cancel)
    {
        if (await plans.Current(patient, cancel) is not { } plan || content.Protocol(plan.What.ProtocolId) is not { } protocol)
            return null;
        var standing = (await count.Now(patient, cancel))!;
        var went = await course.Outcome(patient, protocol.Instruments[0], standing.FirstHeld, cancel);
        return new(plan, standing, went?.Improvement, RelapseSignal.Of(went?.Definition, went?.Course), protocol.Instruments[0], Checkpoints.After(protocol, standing, went?.Improvement));
    }

    /// <summary>Decides, and closes the review visits that were planned for it. Stopping ends the plan and cancels its open visits: CRS201 to CRS204. The same id twice is kept once.</summary>
    public async Task<Outcome<CourseReview>> Decide(
        Id<Patient> patient, Id<CourseReview> id, ReviewChoice? choice, string? reason, CancellationToken cancel)
    {
        if (CourseReview.Against(db.Acting()) is { } notTheirs)
            return notTheirs;
        if (await Kept() is { } kept)
            return kept;
        if (await Ground(patient, cancel) is not { } ground)
            return new Refusal("CRS204", "No plan is signed, so there is no course to review.");
        if (choice is not { } chosen)
            return new Refusal("CRS205", "Choose whether the course continues, is adjusted or stops.", "choice");

        var now = clock.GetUtcNow();
        var review = CourseReview.Decide(ground.Plan.What, chosen, reason ?? "", ground.Course.Held.Count, ground.Improvement, db.Acting(), now);
        if (!review.IsDone)
            return review;
        return await ChosenId.Keep(db, Kept, async () =>
        {
            await CloseVisits(ground.Course, cancel);
            if (chosen == ReviewChoice.Stop)
            {
                await db.EndPlans(patient, now, review.Value.Reason, cancel);
                if (ground.Course.GoesOn)
                    await db.Add(patient, ground.Course, new(Id<CourseEvent>.New(now), CourseAct.StoppedEarly, review.Value.Reason, db.Acting(), now), cancel);
            }

            db.Add(new ReviewRow { Id = id, PatientId = patient, At = now, What = review.Value });
            await db.SaveChangesAsync(cancel);
            return review;
        });

        Task<Outcome<CourseReview>?> Kept() => ChosenId.Kept<ReviewRow, CourseReview>(db, row => row.Id == id,
            row => row.PatientId == patient && row.What.Choice == choice && row.What.Reason == (reason?.Trim() ?? ""), row => row.What, cancel);
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<CourseReview>> Of(Id<Patient> patient, CancellationToken cancel) =>
        [.. (await Rows(patient).OrderByDescending(row => row.At).ToListAsync(cancel)).Select(row => row.What)];

    // In the pending save: what was planned to look at the sessions that were held is done. Reviews of later sessions stay.
    private async Task CloseVisits(Course course, CancellationToken cancel)
    {
        var (plans, held) = (course.Plans, course.Held.Count);
        foreach (var visit in await db.Set<VisitRow>().Where(row => plans.Contains(row.PlanId) && row.Kind == VisitKind.Review && row.Session <= held
            && (row.State == VisitState.Planned || row.State == VisitState.Arrived)).ToListAsync(cancel))
            visit.State = VisitState.Done;
    }

    private IQueryable<ReviewRow> Rows(Id<Patient> patient) => db.Set<ReviewRow>().AsNoTracking().Where(row => row.PatientId == patient);
}

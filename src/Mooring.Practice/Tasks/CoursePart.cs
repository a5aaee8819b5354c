using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Consent;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Pathways;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Screening;
using Mooring.Content.Library;
using Mooring.Practice.Access;
using Mooring.Practice.Consents;
using Mooring.Practice.Courses;
using Mooring.Practice.FollowUp;
using Mooring.Practice.Notes;
using Mooring.Practice.Planning;
using Mooring.Practice.Plans;
using Mooring.Practice.Screening;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>Decision, consent, plan and review on the pathway and the timeline, and the calls that wait.</summary>
internal sealed class CoursePart(
    MooringDb db, PlanDesk plans, CourseCount count, ReviewDesk reviews, FollowUpDesk calls, CourseContent content, StaffDesk staff, TimeProvider clock) : ChartPart
{
    public override async Task<PathwayFacts> Stand(PathwayFacts facts, Id<Patient> patient, CancellationToken cancel)
    {
        var decision = (await db.Set<DecisionRow>().AsNoTracking().Where(row => row.PatientId == patient).OrderByDescending(row => row.At).FirstOrDefaultAsync(cancel))?.What;
        var consent = (await db.Set<ConsentRow>().AsNoTracking().Where(row => row.PatientId == patient).OrderByDescending(row => row.SignedAt).FirstOrDefaultAsync(cancel))?.What;
        var plan = await plans.Current(patient, cancel);
        var course = await count.Now(patient, cancel);
        var next = await db.Set<VisitRow>().AsNoTracking()
            .Where(row => row.PatientId == patient && row.Kind == VisitKind.Dosing && row.State == VisitState.Planned)
            .OrderBy(row => row.On).Select(row => (DateOnly?)row.On).FirstOrDefaultAsync(cancel);
        return facts with
        {
            Screening = decision is null ? null : new(Enum.Parse<Eligibility>(decision.Choice.ToString()), decision.At, decision.DeferredUntil ?? decision.ExpiresOn) { AwaitsDirector = decision.AwaitsDirector, DecidedBy = decision.By.Id },
            Consent = consent is null ? null : new(consent.SignedAt, ConsentCurrency.Until(content.Consent(consent.FormId, consent.FormLanguage), consent), consent.WithdrawnAt is not null),
            Plan = plan is null ? null : new(NameOf(plan.What), course!.Planned, plan.What.SignedAt),
            Sessions = (facts.Sessions, next) switch { (null, null) => null, (null, _) => new(0, null, next, null), var (sessions, _) => sessions! with { NextOn = next, Held = course?.Held.Count ?? sessions.Held } },
            Review = await Review(patient, plan, course, cancel),
        };
    }

    public override async Task<IReadOnlyList<TimelineEntry>> Entries(Id<Patient> patient, CancellationToken cancel)
    {
        var decisions = await db.Set<DecisionRow>().AsNoTracking().Where(row => row.PatientId == patient).ToListAsync(cancel);
        var consents = await db.Set<ConsentRow>().AsNoTracking().Where(row => row.PatientId == patient).ToListAsync(cancel);
        var notes = await db.Set<IntegrationNoteRow>().AsNoTracking().Where(row => row.PatientId == patient).ToListAsync(cancel);
        return
        [
            .. decisions.Select(row => new TimelineEntry(row.At, "event", $"Screening decided: {Said(row.What.Choice)}, {row.What.On.ProtocolId}", row.What.Reason, ChartPlace.Screening)),
            .. consents.Select(row => new TimelineEntry(row.SignedAt, "event", $"Consent signed: {row.FormId}, version {row.What.FormVersion}", null, ChartPlace.Consent)),
            .. (await plans.Plans(patient, cancel)).Select(plan => new TimelineEntry(plan.What.SignedAt, "medicine", $"Plan signed: {NameOf(plan.What)}", null, ChartPlace.Plan)),
            .. notes.Select(row => new TimelineEntry(row.At, "note", "Integration note", row.What.Text, ChartPlace.Notes)),
            .. (await calls.Of(patient, cancel)).Select(call => new TimelineEntry(call.At, "visit", call.Result == CallResult.Reached ? "Follow-up call" : "Follow-up call, not reached", call.SideEffects, ChartPlace.FollowUp)),
            .. (await reviews.Of(patient, cancel)).Select(review => new TimelineEntry(review.At, "event", $"Review: {Said(review.Choice)}", review.Reason, ChartPlace.Review)),
        ];
    }

    internal override async Task<IReadOnlyList<Wait>> Waiting(Id<Patient> patient, CancellationToken cancel)
    {
        var clinic = (await staff.Clinic(cancel))!;
        var tried = (await calls.Of(patient, cancel)).Where(call => call.Result == CallResult.NotReached).ToLookup(call => call.Visit);
        return [.. (await calls.Due(patient, cancel)).Select(call => new Wait(TaskKind.FollowUpCall, call.Id.Value, $"Call {Wait.Name}", $"The day after session {call.What.Session}: mood, side effects, thoughts of suicide.", [Role.Nurse, Role.Therapist])
        {
            Due = call.What.Until,
            UrgentFrom = clinic.InstantOf(call.What.Until.AddDays(1), TimeOnly.MinValue),
            Tries = tried[call.Id].Count(),
            TriedAt = tried[call.Id].FirstOrDefault()?.At,
            NextTry = tried[call.Id].FirstOrDefault()?.TryAgainAt,
        })];
    }

    // A review of an earlier course says nothing of this one.
    private async Task<ReviewStatus?> Review(Id<Patient> patient, SignedPlan? plan, Course? course, CancellationToken cancel)
    {
        var last = (await reviews.Of(patient, cancel)).FirstOrDefault(review => course is null || course.Plans.Contains(review.Plan));
        if (plan is null)
            return last is null ? null : new(false, last.At, Said(last.Choice));
        var today = await staff.Today(clock, cancel);
        var reviewed = last?.Sessions ?? 0;
        var isDue = await db.Set<VisitRow>().AsNoTracking()
            .AnyAsync(row => row.PlanId == plan.What.Id && row.Kind == VisitKind.Review && row.State == VisitState.Planned && row.On <= today && row.Session > reviewed, cancel);
        return new(isDue || IsMaintenanceDue(course, last), last?.At, last is null ? null : Said(last.Choice));
    }

    // Whoever is kept well for months is looked at anew: need, dose, interval, long-term checks.
    private bool IsMaintenanceDue(Course? course, CourseReview? last) =>
        course is { State: CourseState.Active, MaintenanceDecidedAt: { } decided } && content.Protocol(course.ProtocolId)?.MaintenanceInterval?.ReviewEvery.AsTime is { } every
        && clock.GetUtcNow() - (last?.At > decided ? last.At : decided) >= every;

    private static string NameOf(Plan plan) =>
        $"{plan.ProtocolId}, {Clinical.Dosing.DoseLine.Print(plan.Dose.Find("dose")!.Rounded)} mg{(plan.Dose.Request.Over is { } over ? $" over {over}" : "")}";

    private static string Said(EligibilityChoice choice) => choice switch
    {
        EligibilityChoice.Eligible => "eligible",
        EligibilityChoice.EligibleWithConditions => "eligible with conditions",
        EligibilityChoice.Deferred => "deferred",
        _ => "not eligible",
    };

    private static string Said(ReviewChoice choice) => choice switch { ReviewChoice.Continue => "continue", ReviewChoice.Adjust => "adjust", _ => "stop" };
}

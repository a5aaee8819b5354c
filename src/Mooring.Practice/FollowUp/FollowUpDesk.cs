using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Protocols;
using Mooring.Content.Library;
using Mooring.Practice.Access;
using Mooring.Practice.Courses;
using Mooring.Practice.Plans;
using Mooring.Storage;

namespace Mooring.Practice.FollowUp;

/// <summary>What a follow-up form asks for, as chosen and typed.</summary>
public sealed record FollowUpForm
{
    public CallResult? Result { get; init; }

    public int? Mood { get; init; }

    public string? SideEffects { get; init; }

    public string? Sleep { get; init; }

    public Finding SuicidalThoughts { get; init; }

    public string? Done { get; init; }

    /// <summary>Nobody was reached: after how long it is tried again.</summary>
    public TimeSpan? Again { get; init; }
}

/// <summary>The calls a day after each session, and which are due.</summary>
public sealed class FollowUpDesk(MooringDb db, StaffDesk staff, AdverseDesk adverse, CourseContent content, TimeProvider clock)
{
    private const int BestMood = 10;

    /// <summary>Calls to this patient whose session was held, whose day has come, and that nobody has made yet.</summary>
    public async Task<IReadOnlyList<PlannedVisit>> Due(Id<Patient> patient, CancellationToken cancel)
    {
        var today = await staff.Today(clock, cancel);
        var rows = await (
            from call in db.Set<VisitRow>().AsNoTracking()
            join dosing in db.Set<VisitRow>().AsNoTracking() on new { call.PlanId, call.Session } equals new { dosing.PlanId, dosing.Session }
            where call.PatientId == patient && call.Kind == VisitKind.FollowUpCall && call.State == VisitState.Planned && call.On <= today
                && dosing.Kind == VisitKind.Dosing && dosing.SessionId != null
            orderby call.On
            select call).ToListAsync(cancel);
        return [.. rows.Select(row => row.AsVisit())];
    }

    /// <summary>
    /// Records a call. One that did not reach the patient leaves the contact due. Refusals FUP101 to FUP107; the same id twice is
    /// kept once.
    /// </summary>
    public async Task<Outcome<FollowUpCall>> Record(
        Id<Patient> patient, Id<Visit> visit, Id<FollowUpCall> id, FollowUpForm form, CancellationToken cancel)
    {
        if (db.Unless(Right.CallAfterwards) is { } notTheirs)
            return notTheirs;
        var row = await db.Set<VisitRow>().SingleOrDefaultAsync(row => row.Id == visit && row.PatientId == patient, cancel);
        if (row is not { Kind: VisitKind.FollowUpCall })
            return new Refusal("FUP101", "There is no such call planned for this person.");
        if (await Kept() is { } before)
            return before;
        if (form is { Result: CallResult.NotReached, Again: { } again } && !content.Tasks.TryAgain.Contains(again))
            return new Refusal("FUP107", "Choose when it is tried again.", "again");
        if (Judge(form, await LeftWith(row, cancel)).ToList() is { Count: > 0 } refusals)
            return Outcome<FollowUpCall>.Refuse(refusals);

        var now = clock.GetUtcNow();
        var call = new FollowUpCall(id, visit, form.Result!.Value, db.Acting(), now)
        {
            Mood = form.Mood,
            SideEffects = form.SideEffects?.Trim() ?? "",
            Sleep = form.Sleep?.Trim() ?? "",
            SuicidalThoughts = form.SuicidalThoughts,
            Done = form.Done?.Trim() ?? "",
            TryAgainAt = form.Result == CallResult.NotReached ? now + form.Again : null,
        };
        return await ChosenId.Keep(db, Kept, async () =>
        {
            if (call.Result == CallResult.Reached)
                row.State = VisitState.Done;
            db.Add(new FollowUpRow { Id = id, PatientId = patient, VisitId = visit, At = now, What = call });
            await db.SaveChangesAsync(cancel);
            return call;
        });

        Task<Outcome<FollowUpCall>?> Kept() => ChosenId.Kept<FollowUpRow, FollowUpCall>(
            db, kept => kept.Id == id, kept => kept.PatientId == patient && kept.VisitId == visit && Says(kept.What, form), kept => kept.What, cancel);
    }

    private static bool Says(FollowUpCall call, FollowUpForm form) => call.Result == form.Result && call.Mood == form.Mood && call.SuicidalThoughts == form.SuicidalThoughts
        && call.SideEffects == (form.SideEffects?.Trim() ?? "") && call.Sleep == (form.Sleep?.Trim() ?? "") && call.Done == (form.Done?.Trim() ?? "");

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<FollowUpCall>> Of(Id<Patient> patient, CancellationToken cancel) =>
        [.. (await db.Set<FollowUpRow>().AsNoTracking().Where(row => row.PatientId == patient)
            .OrderByDescending(row => row.At).ToListAsync(cancel)).Select(row => row.What)];

    /// <summary>What was not over when the patient left the session that this call follows.</summary>
    public async Task<IReadOnlyList<string>> LeftWith(Id<Patient> patient, Id<Visit> visit, CancellationToken cancel) =>
        await db.Set<VisitRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == visit && row.PatientId == patient, cancel) is { } row ? await LeftWith(row, cancel) : [];

    private async Task<IReadOnlyList<string>> LeftWith(VisitRow call, CancellationToken cancel)
    {
        var session = await db.Set<VisitRow>().AsNoTracking()
            .Where(row => row.PlanId == call.PlanId && row.Session == call.Session && row.Kind == VisitKind.Dosing).Select(row => row.SessionId).FirstOrDefaultAsync(cancel);
        return session is { } id ? [.. (await adverse.OpenAfter(id, cancel)).Select(entry => entry.Name)] : [];
    }

    private static IEnumerable<Refusal> Judge(FollowUpForm form, IReadOnlyList<string> leftWith)
    {
        if (form.Result is null)
            yield return new("FUP102", "Say whether you reached the patient.", "result");
        if (form.Mood is < 0 or > BestMood)
            yield return new("FUP103", "Mood goes from 0 to 10.", "mood");
        if (form.Result != CallResult.Reached)
            yield break;
        if (leftWith.Count > 0 && string.IsNullOrWhiteSpace(form.SideEffects))
            yield return new("FUP106", $"The patient left with: {string.Join(", ", leftWith)}. Write how that is now.", "sideEffects");
        if (form.SuicidalThoughts == Finding.Met && string.IsNullOrWhiteSpace(form.Done))
            yield return new("FUP104", "There are thoughts of suicide. Take the screener with the patient now, and write what was done.", "done");
        if (form.SuicidalThoughts == Finding.Unknown && string.IsNullOrWhiteSpace(form.Done))
            yield return new("FUP105", "Ask about thoughts of suicide, or write why that was not possible.", "suicidalThoughts");
    }
}

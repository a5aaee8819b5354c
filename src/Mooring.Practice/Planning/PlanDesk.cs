using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Dosing;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Screening;
using Mooring.Clinical.Settings;
using Mooring.Clinical.Signing;
using Mooring.Content.Library;
using Mooring.Practice.Access;
using Mooring.Practice.Consents;
using Mooring.Practice.Content;
using Mooring.Practice.Courses;
using Mooring.Practice.Histories;
using Mooring.Practice.Patients;
using Mooring.Practice.Plans;
using Mooring.Practice.Risk;
using Mooring.Practice.Screening;
using Mooring.Practice.Signatures;
using Mooring.Storage;

namespace Mooring.Practice.Planning;

/// <summary>Drafts and signs plans. It works out what the prescriber typed and never proposes a dose.</summary>
public sealed class PlanDesk(
    MooringDb db, ScreeningDesk screening, RiskDesk risk, ConsentDesk consents, CourseDesk course, CourseCount count, HistoryDesk histories, CourseContent content, StaffDesk staff, SigningAgain again, SignatureJournal signatures, TimeProvider clock)
{
    /// <summary>The dose sheet of what was typed, limits shown and not yet enforced: PLN101 to PLN103, PLN107 to PLN109, DOS101 to DOS110.</summary>
    public async Task<Outcome<DoseSheet>> Work(Id<Patient> patient, PlanForm form, CancellationToken cancel)
    {
        if (content.Protocol(form.ProtocolId) is not { } protocol)
            return new Refusal("PLN103", "Choose a protocol.", "protocolId");
        var held = await course.Held(patient, cancel);
        var before = held.Count > 0 ? (await Latest(patient, cancel))?.What.Dose.Request.Dose : null;
        var request = form.AsRequest(isFirstSession: held.Count == 0, before);
        return request.IsDone
            ? DoseSheet.Work(protocol, content.DoseRules, request.Value, await staff.Today(clock, cancel))
            : Outcome<DoseSheet>.Refuse(request.Refusals);
    }

    /// <summary>
    /// Signs and lays out the visits; an earlier plan ends with it. Refusals: those of <see cref="Work"/>, DOS201 to DOS203,
    /// CRS101, CRS103 to CRS116, CRS308, CRS309, CON201 to CON204, all at once; PLN110 by a protocol that the clinic does not offer. The same plan a second time changes nothing; SGN101 to SGN104 when the signer does not show who they are; STO401 for another under its id.
    /// </summary>
    public async Task<Outcome<SignedPlan>> Sign(Id<Patient> patient, Id<Plan> id, PlanForm form, CancellationToken cancel)
    {
        if (PlanDraft.Against(db.Acting()) is { } notTheirs)
            return notTheirs;
        if (!await db.Set<PatientRow>().AnyAsync(row => row.Id == patient, cancel))
            return new Refusal("STO105", "There is no such patient in this clinic.");
        var sheet = await Work(patient, form, cancel);
        if (!sheet.IsDone)
            return Outcome<SignedPlan>.Refuse(sheet.Refusals);

        var protocol = content.Protocol(form.ProtocolId)!;
        var clinic = (await staff.Clinic(cancel))!;
        var draft = Draft(form, protocol, sheet.Value, clinic.Opening, await count.Within(patient, protocol.Id, cancel));
        if (!draft.IsDone)
            return Outcome<SignedPlan>.Refuse(draft.Refusals);

        if (await Kept() is { } kept)
            return kept;
        if (!clinic.Offers(protocol.Id))
            return NotOffered(protocol);
        var signature = await again.As(ToSign.Plan, cancel);
        if (!signature.IsDone)
            return Outcome<SignedPlan>.Refuse(signature.Refusals);
        var now = clock.GetUtcNow();
        var today = await staff.Today(clock, cancel);
        var signed = draft.Value.Sign(await Ground(patient, protocol, cancel), content.DoseRules, db.Acting(), now, today);
        return signed.IsDone
            ? await ChosenId.Keep(db, Kept, async () => await Keep(patient, signed.Value with { Id = id, Signed = signature.Value }, protocol, now, cancel))
            : Outcome<SignedPlan>.Refuse(signed.Refusals);

        Task<Outcome<SignedPlan>?> Kept() => ChosenId.Kept<PlanRow, SignedPlan>(
            db, row => row.Id == id, row => row.PatientId == patient && draft.Value.IsSaidBy(row.What), row => row.AsPlan(), cancel);
    }

    /// <summary>
    /// A second clinician has read dose, range and reason, and confirms. Refusals: PLN104 nothing waits, PLN105 who may,
    /// PLN106 the signer does not confirm what they signed.
    /// </summary>
    public async Task<Outcome<SignedPlan>> Confirm(Id<Patient> patient, Id<Plan> id, CancellationToken cancel)
    {
        var by = db.Acting();
        if (!by.May(Right.ConfirmDoses))
            return new Refusal("PLN105", "A prescriber or a nurse confirms a dose above the protocol's range.");
        var row = await db.Set<PlanRow>().SingleOrDefaultAsync(row => row.PatientId == patient && row.Id == id, cancel);
        if (row?.AsPlan() is not { AwaitsConfirmation: true } plan)
            return new Refusal("PLN104", "No dose of this plan waits for a second clinician; look at the page again.");
        if (by.Id == plan.What.SignedBy.Id)
            return new Refusal("PLN106", "Whoever signed the plan does not confirm its dose; another clinician reads it and confirms.");
        var signature = await again.As(ToSign.Dose, cancel);
        if (!signature.IsDone)
            return Outcome<SignedPlan>.Refuse(signature.Refusals);
        await signatures.Add(SignedRows.Plans, row.Id.Value, row.What, signature.Value, cancel);
        (row.ConfirmedBy, row.ConfirmedAt) = (by, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return row.AsPlan();
    }

    /// <summary>The plan that holds; null when none was signed or the last has ended.</summary>
    public async Task<SignedPlan?> Current(Id<Patient> patient, CancellationToken cancel) =>
        (await Rows(patient).Where(row => row.EndedAt == null).OrderByDescending(row => row.SignedAt).FirstOrDefaultAsync(cancel))?.AsPlan();

    /// <summary>Every plan of this person, newest first.</summary>
    public async Task<IReadOnlyList<SignedPlan>> Plans(Id<Patient> patient, CancellationToken cancel) =>
        [.. (await Rows(patient).OrderByDescending(row => row.SignedAt).ToListAsync(cancel)).Select(row => row.AsPlan())];

    /// <summary>What still stands in the way of signing a plan by this protocol; empty when nothing does.</summary>
    public async Task<IReadOnlyList<Refusal>> Missing(Id<Patient> patient, Protocol protocol, CancellationToken cancel)
    {
        List<Refusal> missing = [.. await consents.Missing(patient, protocol, cancel)];
        if (await risk.IsOpen(patient, cancel))
            missing.Insert(0, new("CRS117", "The suicide-risk step is open; finish it first."));
        var standing = await Standing(patient, protocol, cancel);
        if (standing is not { Eligible: Finding.Met })
        {
            var since = standing is { NoLonger.Count: > 0, Decision.IsEligible: true } ? $" The last one no longer holds: {string.Join(" ", standing.NoLonger)}" : "";
            var waits = standing is { Decision.AwaitsDirector: true } ? " The last one waits for the medical director, who signs in, reads it and agrees." : "";
            missing.Insert(0, new("CRS115", $"No decision that holds finds this person eligible for {protocol.Id}.{since}{waits}"));
        }

        return missing;
    }

    /// <summary>Why no new plan is made by a protocol that the clinic's formulary leaves out.</summary>
    public static Refusal NotOffered(Protocol protocol)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        return new("PLN110", $"This clinic does not offer {protocol.Id}. Choose another protocol, or ask a manager, who sets in the settings what is offered. Plans that are signed go on.", "protocol");
    }

    private static Outcome<PlanDraft> Draft(PlanForm form, Protocol protocol, DoseSheet sheet, OpeningTimes opening, Course? within)
    {
        List<Refusal> refusals = [];
        int? sessions = null;
        if (!string.IsNullOrWhiteSpace(form.Sessions))
        {
            if (int.TryParse(form.Sessions, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) && typed > 0)
                sessions = typed;
            else
                refusals.Add(new("PLN102", "Write the number of sessions as a whole number.", "sessions"));
        }

        if (form.FirstDosing is not { } first)
            refusals.Add(new("PLN101", "Choose the day of the first dosing session.", "firstDosing"));
        else if (refusals.Count == 0)
        {
            return new PlanDraft
            {
                Protocol = protocol,
                Dose = sheet,
                FirstDosing = first,
                OpenDays = form.OpenDays.ToHashSet(),
                Opening = opening,
                IsClosedMeant = form.IsClosedMeant,
                Sessions = sessions,
                Within = within,
                Reasons = form.Reasons.Where(reason => !string.IsNullOrWhiteSpace(reason.Value)).ToDictionary(StringComparer.Ordinal),
            };
        }

        return Outcome<PlanDraft>.Refuse(refusals);
    }

    private async Task<PlanGround> Ground(Id<Patient> patient, Protocol protocol, CancellationToken cancel)
    {
        var standing = await Standing(patient, protocol, cancel);
        var consent = await consents.Current(patient, protocol, cancel);
        var zone = (await staff.Clinic(cancel))!;
        return new()
        {
            Eligible = standing?.Eligible ?? Finding.Unknown,
            EligibleUntil = standing?.Decision.ExpiresOn,
            SuicideRiskSettled = await risk.IsOpen(patient, cancel) ? Finding.NotMet : Finding.Met,
            Consent = consent,
            Form = content.Consent(protocol, consent?.FormLanguage ?? "en"),
            Conditions = [.. (await histories.Of(patient, cancel)).Conditions.Where(condition => condition.Status == ConditionStatus.Active).Select(condition => condition.Icd10).OfType<string>()],
            EarlierSessions = [.. (await course.Held(patient, cancel)).Select(session => zone.DayOf(session.At))],
        };
    }

    // A decision is about one protocol; for another it says nothing.
    private async Task<DecisionInForce?> Standing(Id<Patient> patient, Protocol protocol, CancellationToken cancel) =>
        await screening.CurrentDecision(patient, cancel) is { } standing && standing.Decision.On.ProtocolId == protocol.Id ? standing : null;

    private async Task<SignedPlan> Keep(Id<Patient> patient, Plan plan, Protocol protocol, DateTimeOffset now, CancellationToken cancel)
    {
        var pack = content.Pack(protocol);
        var consent = (await consents.Current(patient, protocol, cancel))!;
        var within = await Continue(patient, plan, protocol, now, cancel);
        await db.EndPlans(patient, now, "A new plan was signed.", cancel);
        var row = new PlanRow
        {
            Id = plan.Id,
            PatientId = patient,
            CourseId = within,
            SignedAt = now,
            What = plan,
            Monitoring = pack.Pin,
            Consent = new(consent.FormId, consent.FormVersion, consent.FormHash),
        };
        db.Add(row);
        await signatures.Add(SignedRows.Plans, plan.Id.Value, plan, plan.Signed!, cancel);
        db.Lay(patient, plan.Id, plan.Visits, now);
        await db.Keep(pack.Pin.Hash, pack.Pin.Id, pack.Text, now, cancel);
        await db.Keep(protocol.Hash, protocol.Id, content.TextOf("protocols", protocol.Id), now, cancel);
        await db.SaveChangesAsync(cancel);
        return row.AsPlan();
    }

    // Goes on with the course that stands; or ends what is left of it, and begins a new one.
    private async Task<Id<Course>> Continue(Id<Patient> patient, Plan plan, Protocol protocol, DateTimeOffset now, CancellationToken cancel)
    {
        if (await count.Within(patient, protocol.Id, cancel) is { } within)
            return (await db.Row(patient, within, cancel)).Id;
        if (await count.Now(patient, cancel) is { GoesOn: true } before)
        {
            var step = before.IsAllHeld ? (Act: CourseAct.Completed, Why: "All planned sessions were held; a new course began.") : (Act: CourseAct.StoppedEarly, Why: $"A plan by {protocol.Id} was signed.");
            await db.Add(patient, before, new(Id<CourseEvent>.New(now), step.Act, step.Why, db.Acting(), now), cancel);
        }

        return db.Begin(patient, new(plan.Id.Value), protocol.Id, PlannedPhase.Of(protocol)).Id;
    }

    private async Task<SignedPlan?> Latest(Id<Patient> patient, CancellationToken cancel) => await Plans(patient, cancel) is [var newest, ..] ? newest : null;

    private IQueryable<PlanRow> Rows(Id<Patient> patient) => db.Set<PlanRow>().AsNoTracking().Where(row => row.PatientId == patient);
}

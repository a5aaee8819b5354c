using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Screening;
using Mooring.Storage.Library;
using Mooring.Storage.Questionnaires;

namespace Mooring.Storage.Risk;

/// <summary>Where the suicide-risk step of a person stands, and on what.</summary>
/// <param name="Flag">The newest sheet that opened it.</param>
/// <param name="Screener">The newest screener, which may be older than the flag.</param>
public sealed record RiskStanding(RiskStep Step, AnswerSheet? Flag, AnswerSheet? Screener, RiskDisposition? Disposition)
{
    public bool IsOpen => Step.BlocksGoingOn;
}

/// <summary>
/// The suicide-risk step. Every later step (a decision, a consent, a plan, a go) asks <see cref="Blocks"/> first and does
/// not go on while it refuses.
/// </summary>
public sealed class RiskDesk(MooringDb db, QuestionnaireDesk questionnaires, ClinicalLibrary library, TimeProvider clock)
{
    private const int ShortestDecision = 10;

    public RiskPathway Pathway => library.RiskPathway?.Value
        ?? throw new InvalidOperationException("suicide-risk.yaml can not be read, so nothing that depends on it may go on.");

    public async Task<RiskStanding> Of(Id<Patient> patient, CancellationToken cancel)
    {
        var decision = await db.Set<RiskDecisionRow>().AsNoTracking().Where(row => row.PatientId == patient).OrderByDescending(row => row.At).FirstOrDefaultAsync(cancel);
        return Assess(await questionnaires.Of(patient, cancel), decision?.AsDisposition());
    }

    /// <summary>Whether anything else must wait.</summary>
    public async Task<bool> IsOpen(Id<Patient> patient, CancellationToken cancel) => (await Of(patient, cancel)).IsOpen;

    /// <summary>Why a later step must wait (SCR201); null when it need not.</summary>
    public async Task<Refusal?> Blocks(Id<Patient> patient, CancellationToken cancel) =>
        await Of(patient, cancel) is { IsOpen: true, Step: var step } ? new("SCR201", $"The suicide-risk step is open. {step.Do}") : null;

    /// <summary>Why nothing may be given (SCR201 open, SCR202 held at this level); null when dosing need not wait.</summary>
    public async Task<Refusal?> HoldsDosing(Id<Patient> patient, CancellationToken cancel)
    {
        var standing = await Of(patient, cancel);
        if (standing.IsOpen)
            return new("SCR201", $"The suicide-risk step is open. {standing.Step.Do}");
        return standing.Step.HoldsDosing ? new("SCR202", $"Dosing is held at the level '{standing.Step.Level}': {standing.Step.Do} A newer screener at a lower level ends this.") : null;
    }

    /// <summary>Keeps the screener's answers as asked just now. Refusals as <see cref="QuestionnaireDesk.Enter"/>, and SCR203.</summary>
    public async Task<Outcome<RiskStanding>> Screen(Id<Patient> patient, Id<AnswerSheet> id, IReadOnlyList<int?> answers, CancellationToken cancel)
    {
        if (!IsClinician)
            return new Refusal("SCR203", "The screener is taken by a prescriber, a nurse or a therapist.");
        var entered = await questionnaires.Enter(patient, id, Pathway.Screener, answers, Pathway.Step, clock.GetUtcNow(), isFromPaper: false, cancel);
        return entered.IsDone ? await Of(patient, cancel) : Outcome<RiskStanding>.Refuse(entered.Refusals);
    }

    /// <summary>Records what was decided on a screener. Refusals: SCR203 who, SCR204 not the newest, SCR205 nothing written.</summary>
    public async Task<Outcome<RiskStanding>> Decide(Id<Patient> patient, Id<AnswerSheet> screener, string? decided, CancellationToken cancel)
    {
        var standing = await Of(patient, cancel);
        List<Refusal> refusals = [];
        if (!IsClinician)
            refusals.Add(new("SCR203", "A prescriber, a nurse or a therapist decides this."));
        if (standing.Step.State != RiskState.NeedsDisposition || standing.Screener?.Id != screener)
            refusals.Add(new("SCR204", "There is nothing to decide on this screener; look at the page again."));
        if ((decided?.Trim().Length ?? 0) < ShortestDecision)
            refusals.Add(new("SCR205", "Write what you found and what happens now.", "decided"));
        if (refusals.Count > 0)
            return Outcome<RiskStanding>.Refuse(refusals);

        var now = clock.GetUtcNow();
        db.Add(new RiskDecisionRow
        {
            Id = Id<RiskDisposition>.New(now),
            PatientId = patient,
            ScreenerId = screener,
            Level = standing.Step.Level!,
            Decided = decided!.Trim(),
            By = db.ClinicScope.Actor!,
            At = now,
        });
        await db.SaveChangesAsync(cancel);
        return await Of(patient, cancel);
    }

    /// <summary>Everyone in this clinic whose step is open.</summary>
    public async Task<IReadOnlyList<(Id<Patient> Patient, RiskStanding Standing)>> Open(CancellationToken cancel)
    {
        var sheets = await db.Set<AnswerSheetRow>().AsNoTracking().Where(row => row.FinishedAt != null).ToListAsync(cancel);
        var decisions = await db.Set<RiskDecisionRow>().AsNoTracking().ToListAsync(cancel);
        var each = from sheet in sheets
                   group sheet.AsSheet() by sheet.PatientId into own
                   let decision = decisions.Where(row => row.PatientId == own.Key).MaxBy(row => row.At)
                   select (Patient: own.Key, Standing: Assess([.. own.OrderByDescending(sheet => sheet.StartedAt)], decision?.AsDisposition()));
        return [.. each.Where(found => found.Standing.IsOpen)];
    }

    private bool IsClinician => db.ClinicScope.Actor is { Role: Role.Prescriber or Role.Nurse or Role.Therapist };

    private RiskStanding Assess(IReadOnlyList<AnswerSheet> sheets, RiskDisposition? disposition)
    {
        var finished = sheets.Where(sheet => sheet is { FinishedAt: not null, Score: not null }).ToList();
        var flag = finished.Where(sheet => sheet.Instrument != Pathway.Screener && sheet.Opens(Pathway.Step)).MaxBy(sheet => sheet.FinishedAt);
        var screener = finished.Where(sheet => sheet.Instrument == Pathway.Screener).MaxBy(sheet => sheet.FinishedAt);
        var step = SuicideRisk.Assess(Pathway, flag?.FinishedAt, screener is null ? null : (screener.Score!, Answered(screener)), disposition);
        return new(step, flag, screener, disposition);
    }

    // From paper, what counts is the day it was filled in: an old screener does not answer a newer flag.
    private static DateTimeOffset Answered(AnswerSheet screener) => screener.IsFromPaper ? screener.TakenAt!.Value : screener.FinishedAt!.Value;
}

using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Screening;
using Mooring.Storage.Library;
using Mooring.Storage.Questionnaires;

namespace Mooring.Storage.Risk;

/// <summary>Where the suicide-risk step of a person stands, and on what.</summary>
/// <param name="Flag">What opened it last.</param>
/// <param name="Screener">The newest screener, which may be older than the flag.</param>
public sealed record RiskStanding(RiskStep Step, RiskFlag? Flag, AnswerSheet? Screener, RiskDisposition? Disposition)
{
    public bool IsOpen => Step.BlocksGoingOn;
}

/// <summary>
/// The suicide-risk step. Every later step (a decision, a consent, a plan, a go) asks <see cref="Blocks"/> first and does
/// not go on while it refuses.
/// </summary>
public sealed class RiskDesk(MooringDb db, RiskFlags flags, QuestionnaireDesk questionnaires, ClinicalLibrary library, TimeProvider clock)
{
    private const int ShortestDecision = 10;

    public RiskPathway Pathway => library.RiskPathway?.Value
        ?? throw new InvalidOperationException("suicide-risk.yaml can not be read, so nothing that depends on it may go on.");

    public async Task<RiskStanding> Of(Id<Patient> patient, CancellationToken cancel) =>
        (await Standings(patient, cancel)).Select(each => each.Standing).SingleOrDefault() ?? Assess(null, null, null);

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
    public async Task<IReadOnlyList<(Id<Patient> Patient, RiskStanding Standing)>> Open(CancellationToken cancel) =>
        [.. (await Standings(null, cancel)).Where(each => each.Standing.IsOpen)];

    private bool IsClinician => db.ClinicScope.Actor is { Role: Role.Prescriber or Role.Nurse or Role.Therapist };

    // Of one patient or of everyone, and only of those about whom anything was raised, asked or decided.
    private async Task<IEnumerable<(Id<Patient> Patient, RiskStanding Standing)>> Standings(Id<Patient>? patient, CancellationToken cancel)
    {
        var taken = Pathway.Screener;
        var raised = (await flags.Of(Pathway, patient, cancel)).ToLookup(flag => flag.Patient);
        var screeners = (await RiskFlags.Rows<AnswerSheetRow>(db, patient).Where(row => row.Instrument == taken && row.FinishedAt != null).ToListAsync(cancel)).ToLookup(row => row.PatientId);
        var decisions = (await RiskFlags.Rows<RiskDecisionRow>(db, patient).ToListAsync(cancel)).ToLookup(row => row.PatientId);
        return from each in raised.Select(own => own.Key).Concat(screeners.Select(own => own.Key)).Concat(decisions.Select(own => own.Key)).Distinct()
               let screener = screeners[each].Select(row => row.AsSheet()).Where(sheet => sheet.Score is not null).MaxBy(sheet => sheet.FinishedAt)
               select (each, Assess(raised[each].MaxBy(flag => flag.At), screener, decisions[each].MaxBy(row => row.At)?.AsDisposition()));
    }

    private RiskStanding Assess(RiskFlag? flag, AnswerSheet? screener, RiskDisposition? disposition)
    {
        var step = SuicideRisk.Assess(Pathway, flag?.At, screener is null ? null : (screener.Score!, Answered(screener)), disposition);
        return new(step, flag, screener, disposition);
    }

    // From paper, what counts is the day it was filled in: an old screener does not answer a newer flag.
    private static DateTimeOffset Answered(AnswerSheet screener) => screener.IsFromPaper ? screener.TakenAt!.Value : screener.FinishedAt!.Value;
}

using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Screening;
using Mooring.Content.Library;
using Mooring.Practice.Access;
using Mooring.Practice.Plans;
using Mooring.Practice.Questionnaires;
using Mooring.Storage;

namespace Mooring.Practice.Risk;

/// <summary>Where the suicide-risk step of a person stands, and on what.</summary>
/// <param name="Flag">What opened it last.</param>
/// <param name="Screener">The newest screener, which may be older than the flag.</param>
public sealed record RiskStatus(RiskStep Step, RiskFlag? Flag, AnswerSheet? Screener, RiskDisposition? Disposition)
{
    public bool IsOpen => Step.BlocksGoingOn;
}

/// <summary>
/// The suicide-risk step. Every later step (a decision, a consent, a plan, a go) asks <see cref="Blocks"/> first and does
/// not go on while it refuses.
/// </summary>
public sealed class RiskDesk(
    MooringDb db, RiskFlags flags, QuestionnaireDesk questionnaires, ClinicalLibrary library, StaffDesk staff, PresenceDesk presence, RoleRights rights, TimeProvider clock)
{
    private const int ShortestDecision = 10;

    public RiskPathway Pathway => library.RiskPathway?.Value
        ?? throw new InvalidOperationException("suicide-risk.yaml can not be read, so nothing that depends on it may go on.");

    public async Task<RiskStatus> Of(Id<Patient> patient, CancellationToken cancel) =>
        (await Standings(patient, cancel)).Select(each => each.Standing).SingleOrDefault() ?? Assess(null, null, null);

    /// <summary>Whenever something raised the step, or a screener found a level; of one patient, or of everyone in this clinic.</summary>
    internal async Task<IReadOnlyList<(Id<Patient> Patient, DateTimeOffset At)>> Raised(Id<Patient>? patient, CancellationToken cancel)
    {
        var (taken, repeated) = (Pathway.Screener, Pathway.Repeat);
        var screeners = await RiskFlags.Rows<AnswerSheetRow>(db, patient).Where(row => (row.Instrument == taken || row.Instrument == repeated) && row.FinishedAt != null).ToListAsync(cancel);
        return
        [
            .. (await flags.Of(Pathway, patient, cancel)).Select(flag => (flag.Patient, flag.At)),
            .. from row in screeners
               where row.Score is { } score && SuicideRisk.Assess(Pathway, null, (score, row.FinishedAt!.Value), null).State != RiskState.NotOpen
               select (row.PatientId, row.FinishedAt!.Value),
        ];
    }

    /// <summary>Whether anything else must wait.</summary>
    public async Task<bool> IsOpen(Id<Patient> patient, CancellationToken cancel) => (await Of(patient, cancel)).IsOpen;

    /// <summary>Why a later step must wait (SCR201); null when it need not.</summary>
    public async Task<Refusal?> Blocks(Id<Patient> patient, CancellationToken cancel) =>
        await Of(patient, cancel) is { IsOpen: true, Step: var step } ? new("SCR201", $"The suicide-risk step is open. {step.Do}") : null;

    /// <summary>The same, for the protocol of the plan that holds.</summary>
    public async Task<Refusal?> HoldsDosing(Id<Patient> patient, CancellationToken cancel)
    {
        var plan = await db.Set<PlanRow>().AsNoTracking().Where(row => row.PatientId == patient && row.EndedAt == null).OrderByDescending(row => row.SignedAt).FirstOrDefaultAsync(cancel);
        return await HoldsDosing(patient, plan?.What.ProtocolId, cancel);
    }

    /// <summary>Why nothing may be given by this protocol today: <see cref="SuicideRisk.Holds"/>.</summary>
    /// <param name="protocol">Null where no protocol is meant yet.</param>
    public async Task<Refusal?> HoldsDosing(Id<Patient> patient, string? protocol, CancellationToken cancel)
    {
        var standing = await Of(patient, cancel);
        var clinic = (await staff.Clinic(cancel))!;
        var isHere = standing.Disposition is { } last && (await presence.OnSite(cancel)).Any(here => here.Who.Id == last.By.Id);
        return SuicideRisk.Holds(Pathway, standing.Step, standing.Disposition, new(protocol, clock.GetUtcNow(), clinic.DayOf, clinic.IsMonitoredSetting, isHere));
    }

    /// <summary>The form to ask now: the one over the whole life first, afterwards the one since the last contact.</summary>
    public async Task<string> NextScreener(Id<Patient> patient, CancellationToken cancel)
    {
        var first = Pathway.Screener;
        return await RiskFlags.Rows<AnswerSheetRow>(db, patient).AnyAsync(row => row.Instrument == first && row.FinishedAt != null, cancel) ? Pathway.Repeat : first;
    }

    /// <summary>Keeps the screener's answers as asked just now. Refusals as <see cref="QuestionnaireDesk.Enter"/>, and SCR203.</summary>
    public async Task<Outcome<RiskStatus>> Screen(Id<Patient> patient, Id<AnswerSheet> id, IReadOnlyList<int?> answers, CancellationToken cancel, string? form = null)
    {
        if (!IsClinician)
            return new Refusal("SCR203", "The screener is taken by a prescriber, a nurse or a therapist.");
        var instrument = form is { } named && Pathway.IsScreener(named) ? named : await NextScreener(patient, cancel);
        var entered = await questionnaires.Enter(patient, id, instrument, answers, Pathway.Step, clock.GetUtcNow(), isFromPaper: false, cancel);
        return entered.IsDone ? await Of(patient, cancel) : Outcome<RiskStatus>.Refuse(entered.Refusals);
    }

    /// <summary>
    /// Records what was decided on a screener. Where dosing waits for a prescriber's decision of the day, it may be decided
    /// anew on the same screener. Refusals: SCR221 who, SCR204 not the newest, SCR205 nothing written, SCR207, SCR208 and SCR210 to SCR216 what
    /// is missing for dosing at the gravest level, SCR209 dosing is a prescriber's to decide.
    /// </summary>
    public async Task<Outcome<RiskStatus>> Decide(
        Id<Patient> patient, Id<AnswerSheet> screener, string? decided, CancellationToken cancel, DosingAnswer dosing = DosingAnswer.NotSaid, HighRiskGround? ground = null)
    {
        var standing = await Of(patient, cancel);
        List<Refusal> refusals = [];
        if (!IsClinician)
            refusals.Add(new("SCR221", "A prescriber, a nurse or a therapist decides this."));
        var again = standing.Step is { State: RiskState.Closed, Dosing: not RiskDosing.Open };
        if ((standing.Step.State != RiskState.NeedsDisposition && !again) || standing.Screener?.Id != screener)
            refusals.Add(new("SCR204", "There is nothing to decide on this screener; look at the page again."));
        if ((decided?.Trim().Length ?? 0) < ShortestDecision)
            refusals.Add(new("SCR205", "Write what you found and what happens now.", "decided"));
        var now = clock.GetUtcNow();
        if (dosing != DosingAnswer.NotSaid && db.ClinicScope.Actor?.May(Right.DecideDosingAtRisk) != true)
            refusals.Add(new("SCR209", "Whether dosing may go on is decided by a prescriber.", "dosing"));
        var atHigh = dosing == DosingAnswer.MayGoOn && standing.Step.Dosing == RiskDosing.Held;
        if (atHigh)
            refusals.AddRange(ground?.Missing(Pathway, now) ?? [new("SCR216", "Record what dosing at high risk asks for.", "assessment")]);
        if (refusals.Count > 0)
            return Outcome<RiskStatus>.Refuse(refusals);

        db.Add(new RiskDecisionRow
        {
            Id = Id<RiskDisposition>.New(now),
            PatientId = patient,
            ScreenerId = screener,
            Level = standing.Step.Level!,
            Decided = decided!.Trim(),
            Dosing = dosing,
            Ground = atHigh ? ground : null,
            By = db.ClinicScope.Actor!,
            At = now,
        });
        await db.SaveChangesAsync(cancel);
        return await Of(patient, cancel);
    }

    private bool IsClinician => db.ClinicScope.Actor?.May(Right.AssessRisk) == true;

    // Of one patient or of everyone, and only of those about whom anything was raised, asked or decided.
    private async Task<IEnumerable<(Id<Patient> Patient, RiskStatus Standing)>> Standings(Id<Patient>? patient, CancellationToken cancel)
    {
        var (taken, repeated) = (Pathway.Screener, Pathway.Repeat);
        var raised = (await flags.Of(Pathway, patient, cancel)).ToLookup(flag => flag.Patient);
        var screeners = (await RiskFlags.Rows<AnswerSheetRow>(db, patient).Where(row => (row.Instrument == taken || row.Instrument == repeated) && row.FinishedAt != null).ToListAsync(cancel)).ToLookup(row => row.PatientId);
        var decisions = (await RiskFlags.Rows<RiskDecisionRow>(db, patient).ToListAsync(cancel)).ToLookup(row => row.PatientId);
        return from each in raised.Select(own => own.Key).Concat(screeners.Select(own => own.Key)).Concat(decisions.Select(own => own.Key)).Distinct()
               let screener = screeners[each].Select(row => row.AsSheet()).Where(sheet => sheet.Score is not null).MaxBy(sheet => sheet.FinishedAt)
               select (each, Assess(raised[each].MaxBy(flag => flag.At), screener, decisions[each].MaxBy(row => row.At)?.AsDisposition(rights)));
    }

    private RiskStatus Assess(RiskFlag? flag, AnswerSheet? screener, RiskDisposition? disposition)
    {
        var step = SuicideRisk.Assess(Pathway, flag?.At, screener is null ? null : (screener.Score!, Answered(screener)), disposition);
        return new(step, flag, screener, disposition);
    }

    // From paper, what counts is the day it was filled in: an old screener does not answer a newer flag.
    private static DateTimeOffset Answered(AnswerSheet screener) => screener.IsFromPaper ? screener.TakenAt!.Value : screener.FinishedAt!.Value;
}

using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Screening;
using Mooring.Content.Library;
using Mooring.Practice.Access;
using Mooring.Practice.Content;
using Mooring.Practice.Patients;
using Mooring.Practice.Recognition;
using Mooring.Practice.Risk;
using Mooring.Storage;

namespace Mooring.Practice.Screening;

/// <summary>Runs the rules over what is known of a person, and keeps what a prescriber decides on them.</summary>
public sealed class ScreeningDesk(
    MooringDb db, FactsDesk history, RiskDesk risk, ClinicalLibrary library, CourseContent content, ProtocolsHere here, StaffDesk staff, ClinicWords words, TimeProvider clock)
{
    /// <summary>What the rules find now for a protocol. Unknown facts stay unknown; nobody is called eligible here.</summary>
    public async Task<Evaluation> Evaluate(Id<Patient> patient, string protocolId, CancellationToken cancel)
    {
        var (facts, resistance, now) = await Known(patient, cancel);
        var findings = Screen.Evaluate(facts, library.Scopes[protocolId], library.ScreeningRules, await words.Of(cancel), now, (await staff.Clinic(cancel))?.Zone);
        return new(protocolId, now, facts, findings, resistance,
            [.. library.Rules.Values.Select(rule => new RulePin(rule.Value.Id, rule.Value.Version, rule.Hash))]);
    }

    /// <summary>The findings under each of several protocols, on facts that are read once.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<RuleFinding>>> Findings(Id<Patient> patient, IReadOnlyList<string> protocolIds, CancellationToken cancel)
    {
        var (facts, _, now) = await Known(patient, cancel);
        var (known, zone) = (await words.Of(cancel), (await staff.Clinic(cancel))?.Zone);
        return [.. protocolIds.Select(id => Screen.Evaluate(facts, library.Scopes[id], library.ScreeningRules, known, now, zone))];
    }

    /// <summary>
    /// Decides on what is known at this moment. Sent twice with the same <paramref name="id"/> it is kept once.
    /// Refusals: SCR301 to SCR308, SCR310, SCR311, STO105, STO401.
    /// </summary>
    public async Task<Outcome<EligibilityDecision>> Decide(
        Id<Patient> patient, Id<EligibilityDecision> id, string protocolId, EligibilityDraft draft, CancellationToken cancel)
    {
        if (EligibilityDraft.Against(db.Acting()) is { } notTheirs)
            return notTheirs;
        if (!await db.Set<PatientRow>().AnyAsync(row => row.Id == patient, cancel))
            return new Refusal("STO105", "There is no such patient in this clinic.");
        if (await Kept() is { } kept)
            return kept;
        if (!library.Scopes.ContainsKey(protocolId) || content.Protocol(protocolId) is not { } protocol)
            return new Refusal("SCR310", "Choose the protocol that the decision is about.", "protocol");
        if (protocol.NotInUnitedStates is not null && draft.Choice is (EligibilityChoice.Eligible or EligibilityChoice.EligibleWithConditions)
            && await here.WhyNot(protocol, cancel) is { } elsewhere)
            return new Refusal("SCR311", $"Nobody is found eligible for {protocolId} here: {elsewhere}", "protocol");

        var evaluation = await Evaluate(patient, protocolId, cancel);
        var isOpen = await risk.IsOpen(patient, cancel);
        var decided = draft.Decide(evaluation, content.Eligibility, isOpen, db.Acting(), evaluation.At, await staff.Today(clock, cancel));
        if (!decided.IsDone)
            return decided;

        var decision = decided.Value with { Id = id };
        return await ChosenId.Keep(db, Kept, async () =>
        {
            await db.Keep(library.Rules.Values.Select(rule => (rule.Hash, rule.Value.Id, library.Texts[rule.File])), decision.At, cancel);
            db.Add(new DecisionRow { Id = id, PatientId = patient, At = decision.At, What = decision });
            await db.SaveChangesAsync(cancel);
            return decision;
        });

        Task<Outcome<EligibilityDecision>?> Kept() => ChosenId.Kept<DecisionRow, EligibilityDecision>(
            db, row => row.Id == id, row => row.PatientId == patient && row.What.On.ProtocolId == protocolId && draft.IsSaidBy(row.What), row => row.What, cancel);
    }

    /// <summary>
    /// A medical director agrees to what the newest decision passed, signed in as themselves. Refusals: SCR312 to SCR315.
    /// </summary>
    public async Task<Outcome<EligibilityDecision>> Agree(Id<Patient> patient, Id<EligibilityDecision> id, CancellationToken cancel)
    {
        if (EligibilityDecision.Against(db.Acting()) is { } notTheirs)
            return notTheirs;
        var row = await db.Set<DecisionRow>().Where(row => row.PatientId == patient).OrderByDescending(row => row.At).FirstOrDefaultAsync(cancel);
        if (row is null || row.Id != id)
            return new Refusal("SCR315", "Somebody decided again since this page was opened; read the newest decision.");
        var agreed = row.What.Agree(db.Acting(), clock.GetUtcNow());
        if (!agreed.IsDone)
            return agreed;
        row.What = agreed.Value;
        await db.SaveChangesAsync(cancel);
        return agreed;
    }

    /// <summary>The newest decision, held against what is known now; null when none was made.</summary>
    public async Task<DecisionInForce?> CurrentDecision(Id<Patient> patient, CancellationToken cancel)
    {
        var row = await Rows(patient).FirstOrDefaultAsync(cancel);
        return row is null ? null : DecisionInForce.Of(
            row.What, await Evaluate(patient, row.What.On.ProtocolId, cancel), await risk.IsOpen(patient, cancel), await staff.Today(clock, cancel));
    }

    /// <summary>Why the patient was found eligible and may no longer be relied on to be; empty when nothing of that kind stands.</summary>
    public async Task<IReadOnlyList<string>> NoLonger(Id<Patient> patient, CancellationToken cancel) =>
        await CurrentDecision(patient, cancel) is { Holds: false, Decision.IsEligible: true } lapsed ? lapsed.NoLonger : [];

    /// <summary>Every decision on this person, newest first.</summary>
    public async Task<IReadOnlyList<EligibilityDecision>> Decisions(Id<Patient> patient, CancellationToken cancel) =>
        [.. (await Rows(patient).ToListAsync(cancel)).Select(row => row.What)];

    private async Task<(PatientFacts Facts, ResistanceResult Resistance, DateTimeOffset At)> Known(Id<Patient> patient, CancellationToken cancel)
    {
        if (!library.IsSound)
            throw new InvalidOperationException($"The rules have faults, so none runs: {string.Join("; ", library.Faults.Take(3))}");

        var facts = await history.Of(patient, cancel) ?? new();
        var resistance = TreatmentResistance.Assess(facts.Trials, library.Trials!.Value, (await words.Of(cancel)).Recognizer);
        return (facts with { TreatmentResistant = resistance.Result }, resistance, clock.GetUtcNow());
    }

    private IQueryable<DecisionRow> Rows(Id<Patient> patient) =>
        db.Set<DecisionRow>().AsNoTracking().Where(row => row.PatientId == patient).OrderByDescending(row => row.At);
}

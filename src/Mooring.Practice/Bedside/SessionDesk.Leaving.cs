using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Events;
using Mooring.Clinical.Watching;
using Mooring.Practice.Settings;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Bedside;

/// <content>Recovery's end: criteria, escort, instructions, discharge, signature.</content>
public sealed partial class SessionDesk
{
    /// <summary>Why the suicide-risk question is due again before the patient leaves (SES267); null when it is not.</summary>
    public Task<Refusal?> SuicideCheckDue(Session session, CancellationToken cancel) => suicide.Due(session, cancel);

    /// <summary>Keeps the answers that are new or changed, all or none.</summary>
    public async Task<Outcome<Session>> AnswerCriteria(Id<Session> id, CriteriaForm form, EntryStamp stamp, CancellationToken cancel)
    {
        var due = form.Criteria.Any(typed => typed.Met == Finding.Met) && await journal.Load(id, cancel) is { } before ? await suicide.Due(before, cancel) : null;
        return await Do(
            id,
            stamp,
            (session, act) => Together(
                form.Criteria.Where(typed => typed.Met is not null && IsNew(session, typed))
                    .Select(typed => (due is not null && typed.Met == Finding.Met && session.Pack.CriterionOf(typed.Item)?.Needs == CriterionNeed.SuicideCheck
                        ? due
                        : session.AnswerCriterion(act, typed.Item, typed.Met!.Value, Text(typed.Value), Text(typed.Note)), typed.Item)),
                "No answer was changed."),
            cancel);
    }

    public Task<Outcome<Session>> HandOver(Id<Session> id, EscortForm form, EntryStamp stamp, CancellationToken cancel) => Do(
        id, stamp, (session, act) => session.HandOver(act, new(form.Name.Trim(), form.Relationship.Trim(), form.Phone.Trim(), form.Verified)), cancel);

    public Task<Outcome<Session>> GiveInstructions(Id<Session> id, InstructionsForm form, EntryStamp stamp, CancellationToken cancel) => Do(
        id, stamp, (session, act) => session.GiveInstructions(act, new(form.Language, form.Version, form.ToPatient, form.ToEscort)), cancel);

    /// <summary>The patient leaves, and the chair is free. The notices of the session are counted into its record.</summary>
    public async Task<Outcome<Session>> Discharge(Id<Session> id, DischargeForm form, EntryStamp stamp, CancellationToken cancel)
    {
        var shown = await Shown(id, stamp, cancel);
        return await Do(
            id,
            stamp,
            (session, act) => And(
                session.Discharge(act, [.. form.Waivers.Where(typed => Text(typed.Reason) is not null).Select(typed => new Waiver(typed.Item, typed.Reason!.Trim()))]),
                shown),
            cancel);
    }

    /// <summary>The patient left against advice, and the chair is free.</summary>
    public async Task<Outcome<Session>> LeaveAgainstAdvice(Id<Session> id, AgainstAdviceForm form, EntryStamp stamp, CancellationToken cancel)
    {
        var shown = await Shown(id, stamp, cancel);
        var clinic = await db.ClinicHere(cancel);
        return await Do(
            id,
            stamp,
            (session, act) => And(session.LeaveAgainstAdvice(act, form.Reason?.Trim() ?? "", form.Told?.Trim() ?? "", new(clinic, act.HappenedAt)), shown),
            cancel);
    }

    /// <summary>Signs in the role of the person who is signed in, and has the journal signed as far as it has come.</summary>
    public async Task<Outcome<Session>> Sign(Id<Session> id, SignForm form, EntryStamp stamp, CancellationToken cancel)
    {
        var signed = await Do(id, stamp, (session, act) => session.Sign(act, Text(form.Statement)), cancel);
        if (signed.IsDone)
            await checkpoints.SignIfPossible(id, cancel);
        return signed;
    }

    public Task<Outcome<Session>> AddAddendum(Id<Session> id, AddendumForm form, EntryStamp stamp, CancellationToken cancel) =>
        Do(id, stamp, (session, act) => session.AddAddendum(act, form.Text.Trim(), form.Reason), cancel);

    private static bool IsNew(Session session, CriterionTyped typed) =>
        !session.Criteria.TryGetValue(typed.Item, out var kept) || kept.Met != typed.Met || kept.Value != Text(typed.Value) || kept.Note != Text(typed.Note);
}

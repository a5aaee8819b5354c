using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Bedside;
using Mooring.Content.Library;
using Mooring.Practice.Sessions;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Bedside;

/// <summary>Comfort, who is in the room, and what the patient says.</summary>
public sealed class ComfortDesk(SessionJournal journal, SessionContent content)
{
    /// <summary>One tap of the content's, or the patient's own words.</summary>
    public Task<Outcome<Session>> ChangeComfort(Id<Session> id, ComfortForm form, EntryStamp stamp, CancellationToken cancel) => journal.Decide(
        id,
        stamp,
        (session, act) => form.Tap?.Split('|', 2) is [var kind, var says] && content.Bedside.Comfort.Any(known => known.Id == kind)
            ? session.ChangeComfort(act, kind, says)
            : session.ChangeComfort(act, "other", form.Other?.Trim() ?? ""),
        cancel);

    public Task<Outcome<Session>> Comes(Id<Session> id, PersonForm form, EntryStamp stamp, CancellationToken cancel) =>
        journal.Decide(id, stamp, (session, act) => session.Comes(act, form.Name?.Trim() ?? "", form.As?.Trim() ?? ""), cancel);

    public Task<Outcome<Session>> Goes(Id<Session> id, GoesForm form, EntryStamp stamp, CancellationToken cancel) =>
        journal.Decide(id, stamp, (session, act) => session.Goes(act, form.Name?.Trim() ?? ""), cancel);

    /// <summary>A symptom of the pack in its words, or something in the patient's.</summary>
    public Task<Outcome<Session>> RaiseConcern(Id<Session> id, ConcernForm form, EntryStamp stamp, CancellationToken cancel) => journal.Decide(
        id,
        stamp,
        (session, act) => session.Pack.Notices?.Symptoms.FirstOrDefault(symptom => symptom.Id == form.Kind) is { } known
            ? session.RaiseConcern(act, new(known.Id, known.Says, Typed.Text(form.Words)))
            : session.RaiseConcern(act, new("other", Typed.Text(form.Words) ?? "")),
        cancel);

    public Task<Outcome<Session>> AnswerConcern(Id<Session> id, AnswerForm form, EntryStamp stamp, CancellationToken cancel) =>
        journal.Decide(id, stamp, (session, act) => session.AnswerConcern(act, form.Concern, Typed.Text(form.Other) ?? Typed.Text(form.How) ?? ""), cancel);
}

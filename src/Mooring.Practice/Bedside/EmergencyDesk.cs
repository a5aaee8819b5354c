using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Content.Library;
using Mooring.Practice.Sessions;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Bedside;

/// <summary>An emergency: nobody is refused while it lasts, and it is written down when it is over.</summary>
public sealed class EmergencyDesk(SessionJournal journal, SessionContent content, WatchingDesk watching)
{
    /// <summary>One tap; never refused.</summary>
    public Task<Outcome<Session>> OpenEmergency(Id<Session> id, EntryStamp stamp, CancellationToken cancel) =>
        Emergency(id, stamp, session => session.OpenEmergency(), cancel);

    /// <summary>One tap for one act; never refused. An act that the content knows is told in its words.</summary>
    public Task<Outcome<Session>> RecordEmergencyAction(Id<Session> id, EmergencyForm form, EntryStamp stamp, CancellationToken cancel)
    {
        var act = content.Emergency.Find(form.Action);
        var says = act?.Says ?? Typed.Text(form.Action) ?? "Something was done; say what in a note";
        var card = content.EmergencyCard(form.Card)?.Id;
        return Emergency(id, stamp, session => session.RecordEmergencyAction(says, Typed.Text(form.Detail), card, act?.StopsInfusion == true), cancel);
    }

    /// <summary>Takes a tap back, an act or the end: the entry stays readable, struck out.</summary>
    public Task<Outcome<Session>> UndoEmergencyAction(Id<Session> id, Guid entry, EntryStamp stamp, CancellationToken cancel) =>
        Emergency(id, stamp, session => session.UndoEmergencyAction(entry), cancel);

    public Task<Outcome<Session>> CloseEmergency(Id<Session> id, EmergencyForm form, EntryStamp stamp, CancellationToken cancel) =>
        Emergency(id, stamp, session => session.CloseEmergency(Typed.Text(form.Outcome) ?? "to be written down"), cancel);

    /// <summary>What the emergency was, written when it was over; the harm enters the record as an adverse event.</summary>
    public async Task<Outcome<Session>> ReviewEmergency(Id<Session> id, EmergencyReviewForm form, EntryStamp stamp, CancellationToken cancel)
    {
        var shown = Typed.Text(form.TransferredTo) is null ? null : await watching.Counted(id, stamp.HappenedAt, cancel);
        return await journal.Decide(id, stamp, (session, act) => Review(session, act, form).With(shown), cancel);
    }

    private Outcome<IReadOnlyList<SessionEvent>> Review(Session session, Act act, EmergencyReviewForm form)
    {
        string[] told = [.. form.Told.Append(form.AlsoTold ?? "").Select(name => name.Trim()).Where(name => name.Length > 0)];
        var review = new EmergencyReviewed(form.Emergency, form.WhatHappened.Trim(), form.Outcome, told)
        {
            NoHarm = form.NoHarm,
            TransferredTo = Typed.Text(form.TransferredTo),
        };
        if (form.NoHarm || form.Term.Length == 0)
            return session.ReviewEmergency(act, review, null);
        var done = session.Emergencies.FirstOrDefault(one => one.Id == form.Emergency)?.Actions.Select(entry => ((EmergencyAction)entry.What).Action).Distinct() ?? [];
        var harm = Harm.Of(
            new() { Term = form.Term, Grade = form.Grade, Outcome = form.Outcome, Serious = form.Serious, Action = string.Join("; ", done.DefaultIfEmpty("observed")) }, content, act);
        return harm.IsDone ? session.ReviewEmergency(act, review, harm.Value) : Outcome<IReadOnlyList<SessionEvent>>.Refuse(harm.Refusals);
    }

    // Nothing to record is not a refusal here: a second tap on an open emergency leaves it as it is.
    private Task<Outcome<Session>> Emergency(
        Id<Session> id, EntryStamp stamp, Func<Session, IReadOnlyList<SessionEvent>> decide, CancellationToken cancel) =>
        journal.Decide(id, stamp, (session, _) => Outcome<IReadOnlyList<SessionEvent>>.Done(decide(session)), cancel);
}

using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Content.Library;
using Mooring.Practice.Sessions;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Bedside;

/// <summary>What went wrong for the patient, and what became of it.</summary>
public sealed class AdverseEventDesk(SessionJournal journal, SessionContent content)
{
    public Task<Outcome<Session>> RecordAdverseEvent(Id<Session> id, AdverseEventForm form, EntryStamp stamp, CancellationToken cancel) => journal.Decide(
        id,
        stamp,
        (session, act) =>
        {
            var harm = Harm.Of(form, content, act);
            return harm.IsDone ? session.RecordAdverseEvent(act, harm.Value) : Outcome<IReadOnlyList<SessionEvent>>.Refuse(harm.Refusals);
        },
        cancel);

    public Task<Outcome<Session>> FollowAdverseEvent(Id<Session> id, FollowForm form, EntryStamp stamp, CancellationToken cancel) =>
        journal.Decide(id, stamp, (session, act) => session.FollowAdverseEvent(act, new(form.Event, form.Outcome, Typed.Text(form.Note))), cancel);
}

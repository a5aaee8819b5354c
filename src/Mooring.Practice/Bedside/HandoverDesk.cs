using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Bedside;
using Mooring.Practice.Sessions;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Bedside;

/// <summary>Who has the chair.</summary>
public sealed class HandoverDesk(SessionJournal journal)
{
    public Task<Outcome<Session>> TakeOver(Id<Session> id, TakeOverForm form, EntryStamp stamp, CancellationToken cancel) =>
        journal.Decide(id, stamp, (session, act) => session.TakeOver(act, Typed.Text(form.Told)), cancel);
}

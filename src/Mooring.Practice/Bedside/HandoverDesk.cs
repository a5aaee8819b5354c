using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Bedside;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Clinical.Staffing;
using Mooring.Practice.Access;
using Mooring.Practice.Sessions;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Bedside;

/// <summary>Who has the chair.</summary>
public sealed class HandoverDesk(SessionJournal journal, CredentialGate credentials)
{
    /// <summary>In an emergency nobody is kept from the chair; otherwise CRE101 where a certificate has ended.</summary>
    public async Task<Outcome<Session>> TakeOver(Id<Session> id, TakeOverForm form, EntryStamp stamp, CancellationToken cancel)
    {
        var barred = await credentials.Against(CredentialBar.Chair, cancel);
        return await journal.Decide(id, stamp, (session, act) => barred is not null && session.EmergencySince is null ? barred : session.TakeOver(act, Typed.Text(form.Told)), cancel);
    }
}

using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Correcting;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Clinical.Signing;
using Mooring.Practice.Access;
using Mooring.Practice.Records;
using Mooring.Practice.Sessions;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Bedside;

/// <summary>The record of a session is signed, and added to afterwards.</summary>
public sealed class SigningDesk(SessionJournal journal, CheckpointDesk checkpoints, SigningAgain again)
{
    /// <summary>Signs in the role of the person who is signed in, and has the journal signed as far as it has come.</summary>
    public async Task<Outcome<Session>> Sign(Id<Session> id, SignForm form, EntryStamp stamp, CancellationToken cancel)
    {
        var signature = await again.As(ToSign.Record, cancel);
        if (!signature.IsDone)
            return Outcome<Session>.Refuse(signature.Refusals);
        var signed = await journal.Decide(id, stamp, (session, act) => session.Sign(act, Typed.Text(form.Statement)), cancel, new(Signature: signature.Value));
        if (signed.IsDone)
            await checkpoints.SignIfPossible(id, cancel);
        return signed;
    }

    public Task<Outcome<Session>> AddAddendum(Id<Session> id, AddendumForm form, EntryStamp stamp, CancellationToken cancel) =>
        journal.Decide(id, stamp, (session, act) => session.AddAddendum(act, form.Text.Trim(), form.Reason), cancel);
}

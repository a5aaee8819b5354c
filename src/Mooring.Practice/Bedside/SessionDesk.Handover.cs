using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Bedside;

public sealed record TakeOverForm : EntryForm
{
    /// <summary>What the one before said; empty where nobody had the chair.</summary>
    public string? Told { get; init; }
}

/// <content>Who has the chair.</content>
public sealed partial class SessionDesk
{
    public Task<Outcome<Session>> TakeOver(Id<Session> id, TakeOverForm form, EntryStamp stamp, CancellationToken cancel) =>
        Do(id, stamp, (session, act) => session.TakeOver(act, Text(form.Told)), cancel);
}

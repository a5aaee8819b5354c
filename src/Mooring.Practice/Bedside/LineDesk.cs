using System.Globalization;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Bedside;
using Mooring.Practice.Sessions;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Bedside;

/// <summary>The line into the vein, from the prick to the plaster.</summary>
public sealed class LineDesk(SessionJournal journal)
{
    public Task<Outcome<Session>> PlaceAccess(Id<Session> id, AccessForm form, EntryStamp stamp, CancellationToken cancel) => journal.Decide(
        id,
        stamp,
        (session, act) => Typed.Text(form.Attempts) is not { } typed ? session.PlaceAccess(act, Typed.Text(form.Site) ?? form.Pick ?? "", Typed.Text(form.Gauge), 1)
            : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var attempts) && attempts > 0 ? session.PlaceAccess(act, Typed.Text(form.Site) ?? form.Pick ?? "", Typed.Text(form.Gauge), attempts)
            : new Refusal("STO163", $"“{typed}” is not a number of attempts; write it like 2.", "attempts"),
        cancel);

    public Task<Outcome<Session>> CheckAccess(Id<Session> id, LookForm form, EntryStamp stamp, CancellationToken cancel) =>
        journal.Decide(id, stamp, (session, act) => session.CheckAccess(act, Typed.Text(form.Note)), cancel);

    public Task<Outcome<Session>> ComplicateAccess(Id<Session> id, TroubleForm form, EntryStamp stamp, CancellationToken cancel) =>
        journal.Decide(id, stamp, (session, act) => session.ComplicateAccess(act, new(form.Kind.Trim(), form.Action.Trim(), Typed.Text(form.Note))), cancel);

    public Task<Outcome<Session>> RemoveAccess(Id<Session> id, RemoveAccessForm form, EntryStamp stamp, CancellationToken cancel) =>
        journal.Decide(id, stamp, (session, act) => session.RemoveAccess(act, form.SiteWell, Typed.Text(form.Note)), cancel);
}

using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Content.Library;
using Mooring.Practice.Sessions;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Bedside;

/// <summary>Oxygen, and other medicines on an order.</summary>
public sealed class RescueDesk(SessionJournal journal, SessionContent content)
{
    public Task<Outcome<Session>> SetOxygen(Id<Session> id, OxygenForm form, EntryStamp stamp, CancellationToken cancel) => journal.Decide(
        id,
        stamp,
        (session, act) => Typed.Number(form.Flow, "flow", flow => session.SetOxygen(act, flow, Typed.Text(form.Through) ?? session.Oxygen?.Through ?? "")),
        cancel);

    public Task<Outcome<Session>> StopOxygen(Id<Session> id, StopOxygenForm form, EntryStamp stamp, CancellationToken cancel) =>
        journal.Decide(id, stamp, (session, act) => session.StopOxygen(act, Typed.Text(form.Reason)), cancel);

    /// <param name="orderedAt">When it was ordered; null for when it was given.</param>
    public Task<Outcome<Session>> GiveRescue(Id<Session> id, RescueForm form, DateTimeOffset? orderedAt, EntryStamp stamp, CancellationToken cancel) => journal.Decide(
        id,
        stamp,
        (session, act) =>
        {
            var order = new MedicineOrder(Typed.Text(form.OrderedBy) ?? (act.By.May(Right.Prescribe) ? act.By.Name : ""), form.Way, orderedAt ?? act.HappenedAt, form.ReadBack);
            return session.GiveRescue(act, new(form.Medicine?.Trim() ?? "", form.Dose?.Trim() ?? "", form.Route?.Trim() ?? "", form.For?.Trim() ?? "", order)
            {
                LookAfterMinutes = content.Bedside.Medicine(form.Medicine?.Trim())?.LookAfter.TotalMinutes,
            });
        },
        cancel);

    public Task<Outcome<Session>> AssessEffect(Id<Session> id, EffectForm form, EntryStamp stamp, CancellationToken cancel) => journal.Decide(
        id,
        stamp,
        (session, act) => form.Effect is { } effect ? session.AssessEffect(act, new(form.Given, effect, Typed.Text(form.Note))) : new Refusal("STO176", "Say whether it helped.", "effect"),
        cancel);
}

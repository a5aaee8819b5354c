using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Events;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Bedside;

/// <content>The line, comfort, who is there, the patient's concerns, oxygen and other medicines.</content>
public sealed partial class SessionDesk
{
    public Task<Outcome<Session>> CheckAccess(Id<Session> id, LookForm form, EntryStamp stamp, CancellationToken cancel) =>
        Do(id, stamp, (session, act) => session.CheckAccess(act, Text(form.Note)), cancel);

    public Task<Outcome<Session>> ComplicateAccess(Id<Session> id, TroubleForm form, EntryStamp stamp, CancellationToken cancel) =>
        Do(id, stamp, (session, act) => session.ComplicateAccess(act, new(form.Kind.Trim(), form.Action.Trim(), Text(form.Note))), cancel);

    public Task<Outcome<Session>> RemoveAccess(Id<Session> id, RemoveAccessForm form, EntryStamp stamp, CancellationToken cancel) =>
        Do(id, stamp, (session, act) => session.RemoveAccess(act, form.SiteWell, Text(form.Note)), cancel);

    /// <summary>One tap of the content's, or the patient's own words.</summary>
    public Task<Outcome<Session>> ChangeComfort(Id<Session> id, ComfortForm form, EntryStamp stamp, CancellationToken cancel) => Do(
        id,
        stamp,
        (session, act) => form.Tap?.Split('|', 2) is [var kind, var says] && content.Bedside.Comfort.Any(known => known.Id == kind)
            ? session.ChangeComfort(act, kind, says)
            : session.ChangeComfort(act, "other", form.Other?.Trim() ?? ""),
        cancel);

    public Task<Outcome<Session>> Comes(Id<Session> id, PersonForm form, EntryStamp stamp, CancellationToken cancel) =>
        Do(id, stamp, (session, act) => session.Comes(act, form.Name?.Trim() ?? "", form.As?.Trim() ?? ""), cancel);

    public Task<Outcome<Session>> Goes(Id<Session> id, GoesForm form, EntryStamp stamp, CancellationToken cancel) =>
        Do(id, stamp, (session, act) => session.Goes(act, form.Name?.Trim() ?? ""), cancel);

    /// <summary>A symptom of the pack in its words, or something in the patient's.</summary>
    public Task<Outcome<Session>> RaiseConcern(Id<Session> id, ConcernForm form, EntryStamp stamp, CancellationToken cancel) => Do(
        id,
        stamp,
        (session, act) => session.Pack.Notices?.Symptoms.FirstOrDefault(symptom => symptom.Id == form.Kind) is { } known
            ? session.RaiseConcern(act, new(known.Id, known.Says, Text(form.Words)))
            : session.RaiseConcern(act, new("other", Text(form.Words) ?? "")),
        cancel);

    public Task<Outcome<Session>> AnswerConcern(Id<Session> id, AnswerForm form, EntryStamp stamp, CancellationToken cancel) =>
        Do(id, stamp, (session, act) => session.AnswerConcern(act, form.Concern, Text(form.Other) ?? Text(form.How) ?? ""), cancel);

    public Task<Outcome<Session>> SetOxygen(Id<Session> id, OxygenForm form, EntryStamp stamp, CancellationToken cancel) => Do(
        id,
        stamp,
        (session, act) =>
        {
            List<Refusal> refusals = [];
            var flow = Typed.Number(form.Flow, "flow", refusals);
            return refusals.Count > 0 ? Outcome<IReadOnlyList<SessionEvent>>.Refuse(refusals) : session.SetOxygen(act, flow, Text(form.Through) ?? session.Oxygen?.Through ?? "");
        },
        cancel);

    public Task<Outcome<Session>> StopOxygen(Id<Session> id, StopOxygenForm form, EntryStamp stamp, CancellationToken cancel) =>
        Do(id, stamp, (session, act) => session.StopOxygen(act, Text(form.Reason)), cancel);

    /// <param name="orderedAt">When it was ordered; null for when it was given.</param>
    public Task<Outcome<Session>> GiveRescue(Id<Session> id, RescueForm form, DateTimeOffset? orderedAt, EntryStamp stamp, CancellationToken cancel) => Do(
        id,
        stamp,
        (session, act) =>
        {
            var order = new MedicineOrder(Text(form.OrderedBy) ?? (act.By.May(Right.Prescribe) ? act.By.Name : ""), form.Way, orderedAt ?? act.HappenedAt, form.ReadBack);
            return session.GiveRescue(act, new(form.Medicine?.Trim() ?? "", form.Dose?.Trim() ?? "", form.Route?.Trim() ?? "", form.For?.Trim() ?? "", order)
            {
                LookAfterMinutes = content.Bedside.Medicine(form.Medicine?.Trim())?.LookAfter.TotalMinutes,
            });
        },
        cancel);

    public Task<Outcome<Session>> AssessEffect(Id<Session> id, EffectForm form, EntryStamp stamp, CancellationToken cancel) => Do(
        id,
        stamp,
        (session, act) => form.Effect is { } effect ? session.AssessEffect(act, new(form.Given, effect, Text(form.Note))) : new Refusal("STO176", "Say whether it helped.", "effect"),
        cancel);

    public Task<Outcome<Session>> FollowAdverseEvent(Id<Session> id, FollowForm form, EntryStamp stamp, CancellationToken cancel) =>
        Do(id, stamp, (session, act) => session.FollowAdverseEvent(act, new(form.Event, form.Outcome, Text(form.Note))), cancel);
}

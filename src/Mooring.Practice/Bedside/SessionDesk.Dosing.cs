using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Events;
using Mooring.Kinetics.Quantities;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Bedside;

/// <content>Giving the drug.</content>
public sealed partial class SessionDesk
{
    public Task<Outcome<Session>> StartInfusion(Id<Session> id, InfusionForm form, EntryStamp stamp, CancellationToken cancel) => Do(
        id,
        stamp,
        (session, act) =>
        {
            List<Refusal> refusals = [];
            var hung = new InfusionStarted(
                session.Plan.Drug,
                Mass.Milligrams(Typed.Number(form.Milligrams, "milligrams", refusals)),
                Typed.Number(form.Minutes, "minutes", refusals),
                Typed.Number(form.Milliliters, "milliliters", refusals),
                Typed.Number(form.Rate, "rate", refusals))
            {
                OverPlan = Text(form.OverPlan),
            };
            return refusals.Count > 0 ? Outcome<IReadOnlyList<SessionEvent>>.Refuse(refusals) : session.StartInfusion(act, hung);
        },
        cancel);

    public Task<Outcome<Session>> ChangeRate(Id<Session> id, RateForm form, EntryStamp stamp, CancellationToken cancel) => Do(
        id,
        stamp,
        (session, act) =>
        {
            List<Refusal> refusals = [];
            var rate = Typed.Number(form.Rate, "rate", refusals);
            return refusals.Count > 0 ? Outcome<IReadOnlyList<SessionEvent>>.Refuse(refusals) : session.ChangeRate(act, rate, Text(form.Reason) ?? form.Pick ?? "");
        },
        cancel);

    public Task<Outcome<Session>> Pause(Id<Session> id, PauseForm form, EntryStamp stamp, CancellationToken cancel) =>
        Do(id, stamp, (session, act) => session.Pause(act, Text(form.Reason) ?? form.Pick ?? "", form.Later), cancel);

    public Task<Outcome<Session>> Resume(Id<Session> id, EntryStamp stamp, CancellationToken cancel) =>
        Do(id, stamp, (session, act) => session.Resume(act), cancel);

    public Task<Outcome<Session>> StopInfusion(Id<Session> id, StopForm form, EntryStamp stamp, CancellationToken cancel) =>
        Do(id, stamp, (session, act) => session.StopInfusion(act, form.Completed, Text(form.Reason), form.Later), cancel);

    /// <summary>The reason of a tap, or that it was a mistake.</summary>
    public Task<Outcome<Session>> Explain(Id<Session> id, WhyForm form, EntryStamp stamp, CancellationToken cancel) => Do(
        id,
        stamp,
        (session, act) => form.TakeBack
            ? session.TakeBackStop(act, form.Entry)
            : session.Explain(act, form.Entry, Text(form.Reason) ?? form.Pick, form.Completed),
        cancel);

    public Task<Outcome<Session>> GiveDose(Id<Session> id, DoseForm form, EntryStamp stamp, CancellationToken cancel) => Do(
        id,
        stamp,
        (session, act) =>
        {
            List<Refusal> refusals = [];
            var amount = Mass.Milligrams(Typed.Number(form.Milligrams, "milligrams", refusals));
            return refusals.Count > 0
                ? Outcome<IReadOnlyList<SessionEvent>>.Refuse(refusals)
                : session.GiveDose(act, session.Plan.Drug, amount, Text(form.Site) ?? form.Pick ?? "", Text(form.OverPlan));
        },
        cancel);

    public Task<Outcome<Session>> UseDevice(Id<Session> id, DeviceForm form, EntryStamp stamp, CancellationToken cancel) =>
        Do(id, stamp, (session, act) => session.UseDevice(act, form.Number ?? 0), cancel);

    public Task<Outcome<Session>> StartRecovery(Id<Session> id, EntryStamp stamp, CancellationToken cancel) =>
        Do(id, stamp, (session, act) => session.StartRecovery(act), cancel);
}

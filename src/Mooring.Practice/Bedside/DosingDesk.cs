using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Dosing;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Clinical.Staffing;
using Mooring.Kinetics.Quantities;
using Mooring.Practice.Access;
using Mooring.Practice.Sessions;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Bedside;

/// <summary>Giving the drug: infusion, bolus, injection, spray, and the hold under the tongue.</summary>
public sealed class DosingDesk(SessionJournal journal, CredentialGate credentials, TimeProvider clock)
{
    // An entry that arrives later than so tells of a dose that was given: it is kept, whoever gave it.
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(1);

    public Task<Outcome<Session>> StartInfusion(Id<Session> id, InfusionForm form, EntryStamp stamp, CancellationToken cancel) => Begin(
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
                OverPlan = Typed.Text(form.OverPlan),
            };
            return refusals.Count > 0 ? Outcome<IReadOnlyList<SessionEvent>>.Refuse(refusals) : session.StartInfusion(act, hung);
        },
        cancel);

    public Task<Outcome<Session>> ChangeRate(Id<Session> id, RateForm form, EntryStamp stamp, CancellationToken cancel) => journal.Decide(
        id,
        stamp,
        (session, act) => Typed.Number(form.Rate, "rate", rate => session.ChangeRate(act, rate, Typed.Text(form.Reason) ?? form.Pick ?? "")),
        cancel);

    public Task<Outcome<Session>> Pause(Id<Session> id, PauseForm form, EntryStamp stamp, CancellationToken cancel) =>
        journal.Decide(id, stamp, (session, act) => session.Pause(act, Typed.Text(form.Reason) ?? form.Pick ?? "", form.Later), cancel);

    public Task<Outcome<Session>> Resume(Id<Session> id, EntryStamp stamp, CancellationToken cancel) =>
        journal.Decide(id, stamp, (session, act) => session.Resume(act), cancel);

    public Task<Outcome<Session>> StopInfusion(Id<Session> id, StopForm form, EntryStamp stamp, CancellationToken cancel) =>
        journal.Decide(id, stamp, (session, act) => session.StopInfusion(act, form.Completed, Typed.Text(form.Reason), form.Later), cancel);

    /// <summary>The reason of a tap, or that it was a mistake.</summary>
    public Task<Outcome<Session>> Explain(Id<Session> id, WhyForm form, EntryStamp stamp, CancellationToken cancel) => journal.Decide(
        id,
        stamp,
        (session, act) => form.TakeBack
            ? session.TakeBackStop(act, form.Entry)
            : session.Explain(act, form.Entry, Typed.Text(form.Reason) ?? form.Pick, form.Completed),
        cancel);

    public Task<Outcome<Session>> GiveBolus(Id<Session> id, BolusForm form, EntryStamp stamp, CancellationToken cancel) => journal.Decide(
        id,
        stamp,
        (session, act) => Typed.Number(form.Minutes, "minutes", minutes => Typed.Amount(
            form.Milligrams, amount => session.GiveBolus(act, new(session.Plan.Drug, amount, minutes, form.Reason.Trim()) { OverPlan = Typed.Text(form.OverPlan) }))),
        cancel);

    public Task<Outcome<Session>> GiveDose(Id<Session> id, DoseForm form, EntryStamp stamp, CancellationToken cancel) => Begin(
        id,
        stamp,
        (session, act) => Typed.Amount(
            form.Milligrams, amount => session.GiveDose(act, session.Plan.Drug, amount, Typed.Text(form.Site) ?? form.Pick ?? "", Typed.Text(form.OverPlan))),
        cancel);

    public Task<Outcome<Session>> UseDevice(Id<Session> id, DeviceForm form, EntryStamp stamp, CancellationToken cancel) =>
        Begin(id, stamp, (session, act) => session.UseDevice(act, form.Number ?? 0), cancel);

    public Task<Outcome<Session>> StartHold(Id<Session> id, HoldForm form, EntryStamp stamp, CancellationToken cancel) => Begin(
        id,
        stamp,
        (session, act) => Typed.Amount(form.Milligrams, amount => session.StartHold(act, new(session.Plan.Drug, amount) { OverPlan = Typed.Text(form.OverPlan) })),
        cancel);

    public Task<Outcome<Session>> EndHold(Id<Session> id, HoldEndForm form, EntryStamp stamp, CancellationToken cancel) => journal.Decide(
        id,
        stamp,
        (session, act) => form.End is { } end ? session.EndHold(act, end, Typed.Text(form.Note)) : new Refusal("STO175", "Say what became of it.", "end"),
        cancel);

    public Task<Outcome<Session>> StartRecovery(Id<Session> id, EntryStamp stamp, CancellationToken cancel) =>
        journal.Decide(id, stamp, (session, act) => session.StartRecovery(act), cancel);

    // CRE101 before the first dose of a session: what has begun goes on, and nothing is barred in an emergency.
    private async Task<Outcome<Session>> Begin(Id<Session> id, EntryStamp stamp, Func<Session, Act, Outcome<IReadOnlyList<SessionEvent>>> decide, CancellationToken cancel)
    {
        var barred = clock.GetUtcNow() - stamp.HappenedAt < OnItsWay ? await credentials.Against(CredentialBar.Dose, cancel) : null;
        return await journal.Decide(id, stamp, (session, act) => barred is not null && session.FirstDoseAt is null && session.EmergencySince is null ? barred : decide(session, act), cancel);
    }
}

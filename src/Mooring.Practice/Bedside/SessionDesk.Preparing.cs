using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Events;
using Mooring.Kinetics.Quantities;
using Mooring.Practice.Settings;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Bedside;

/// <content>Drawing up, boluses, the hold under the tongue, and waste.</content>
public sealed partial class SessionDesk
{
    /// <summary>What was drawn up; the amount is strength times volume.</summary>
    public async Task<Outcome<Session>> Prepare(Id<Session> id, PrepareForm form, EntryStamp stamp, CancellationToken cancel)
    {
        var clinic = await db.ClinicHere(cancel);
        return await Do(
            id,
            stamp,
            (session, act) =>
            {
                List<Refusal> refusals = [];
                var (strength, drawn) = (Typed.Number(form.Strength, "strength", refusals), Typed.Number(form.Drawn, "drawn", refusals));
                var total = Text(form.Total) is null ? (double?)null : Typed.Number(form.Total, "total", refusals);
                var opened = Text(form.Opened) is null ? (double?)null : Typed.Number(form.Opened, "opened", refusals);
                if (form.Expires is null)
                    refusals.Add(new("STO174", "Write the day the vial expires.", "expires"));
                if (refusals.Count > 0)
                    return Outcome<IReadOnlyList<SessionEvent>>.Refuse(refusals);
                var prepared = new DrugPrepared(session.Plan.Drug, form.Lot.Trim(), form.Expires!.Value, strength, drawn, Mass.Milligrams(strength * drawn))
                {
                    Vial = Text(form.Vial),
                    Opened = opened is { } milligrams ? Mass.Milligrams(milligrams) : null,
                    Diluent = Text(form.Diluent),
                    TotalMilliliters = total,
                    Why = Text(form.Why),
                };
                return session.Prepare(act, prepared, clinic.DayOf(act.Now));
            },
            cancel);
    }

    /// <summary>The second person, with a sign-in of their own.</summary>
    public Task<Outcome<Session>> CheckPreparation(Id<Session> id, SecondForm form, EntryStamp stamp, CancellationToken cancel) =>
        Do(id, stamp, (session, act) => session.CheckPreparation(act, form.Entry), cancel);

    public Task<Outcome<Session>> Waste(Id<Session> id, WasteForm form, EntryStamp stamp, CancellationToken cancel) => Do(
        id,
        stamp,
        (session, act) => Amount(form.Milligrams, amount => session.Waste(act, new(session.Plan.Drug, amount, form.How?.Trim() ?? ""))),
        cancel);

    public Task<Outcome<Session>> WitnessWaste(Id<Session> id, SecondForm form, EntryStamp stamp, CancellationToken cancel) =>
        Do(id, stamp, (session, act) => session.WitnessWaste(act, form.Entry), cancel);

    public Task<Outcome<Session>> GiveBolus(Id<Session> id, BolusForm form, EntryStamp stamp, CancellationToken cancel) => Do(
        id,
        stamp,
        (session, act) =>
        {
            List<Refusal> refusals = [];
            var minutes = Typed.Number(form.Minutes, "minutes", refusals);
            return refusals.Count > 0
                ? Outcome<IReadOnlyList<SessionEvent>>.Refuse(refusals)
                : Amount(form.Milligrams, amount => session.GiveBolus(act, new(session.Plan.Drug, amount, minutes, form.Reason.Trim()) { OverPlan = Text(form.OverPlan) }));
        },
        cancel);

    public Task<Outcome<Session>> StartHold(Id<Session> id, HoldForm form, EntryStamp stamp, CancellationToken cancel) => Do(
        id,
        stamp,
        (session, act) => Amount(form.Milligrams, amount => session.StartHold(act, new(session.Plan.Drug, amount) { OverPlan = Text(form.OverPlan) })),
        cancel);

    public Task<Outcome<Session>> EndHold(Id<Session> id, HoldEndForm form, EntryStamp stamp, CancellationToken cancel) => Do(
        id,
        stamp,
        (session, act) => form.End is { } end ? session.EndHold(act, end, Text(form.Note)) : new Refusal("STO175", "Say what became of it.", "end"),
        cancel);

    private static Outcome<IReadOnlyList<SessionEvent>> Amount(string? typed, Func<Mass, Outcome<IReadOnlyList<SessionEvent>>> decide)
    {
        List<Refusal> refusals = [];
        var milligrams = Typed.Number(typed, "milligrams", refusals);
        return refusals.Count > 0 ? Outcome<IReadOnlyList<SessionEvent>>.Refuse(refusals) : decide(Mass.Milligrams(milligrams));
    }
}

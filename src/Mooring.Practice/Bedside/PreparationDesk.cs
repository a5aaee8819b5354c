using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Preparing;
using Mooring.Clinical.Signing;
using Mooring.Kinetics.Quantities;
using Mooring.Practice.Access;
using Mooring.Practice.Sessions;
using Mooring.Practice.Settings;
using Mooring.Storage;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Bedside;

/// <summary>What is drawn up and what is wasted, each seen by a second person.</summary>
public sealed class PreparationDesk(MooringDb db, SessionJournal journal, SigningAgain again)
{
    /// <summary>What was drawn up; the amount is strength times volume.</summary>
    public async Task<Outcome<Session>> Prepare(Id<Session> id, PrepareForm form, EntryStamp stamp, CancellationToken cancel)
    {
        var clinic = await db.ClinicHere(cancel);
        return await journal.Decide(
            id,
            stamp,
            (session, act) =>
            {
                List<Refusal> refusals = [];
                var (strength, drawn) = (Typed.Number(form.Strength, "strength", refusals), Typed.Number(form.Drawn, "drawn", refusals));
                var total = Typed.Text(form.Total) is null ? (double?)null : Typed.Number(form.Total, "total", refusals);
                var opened = Typed.Text(form.Opened) is null ? (double?)null : Typed.Number(form.Opened, "opened", refusals);
                if (form.Expires is null)
                    refusals.Add(new("STO174", "Write the day the vial expires.", "expires"));
                if (refusals.Count > 0)
                    return Outcome<IReadOnlyList<SessionEvent>>.Refuse(refusals);
                var prepared = new DrugPrepared(session.Plan.Drug, form.Lot.Trim(), form.Expires!.Value, strength, drawn, Mass.Milligrams(strength * drawn))
                {
                    Vial = Typed.Text(form.Vial),
                    Opened = opened is { } milligrams ? Mass.Milligrams(milligrams) : null,
                    Diluent = Typed.Text(form.Diluent),
                    TotalMilliliters = total,
                    Why = Typed.Text(form.Why),
                };
                return session.Prepare(act, prepared, clinic.DayOf(act.Now));
            },
            cancel);
    }

    /// <summary>The second person, with a sign-in of their own.</summary>
    public Task<Outcome<Session>> CheckPreparation(Id<Session> id, SecondForm form, EntryStamp stamp, CancellationToken cancel) =>
        Signed(ToSign.LabelRead, id, stamp, (session, act) => session.CheckPreparation(act, form.Entry), cancel);

    /// <summary>Signed by whoever threw it away, and then by whoever saw it.</summary>
    public Task<Outcome<Session>> Waste(Id<Session> id, WasteForm form, EntryStamp stamp, CancellationToken cancel) => Signed(
        ToSign.Waste,
        id,
        stamp,
        (session, act) => Typed.Amount(form.Milligrams, amount => session.Waste(act, new(session.Plan.Drug, amount, form.How?.Trim() ?? ""))),
        cancel);

    public Task<Outcome<Session>> WitnessWaste(Id<Session> id, SecondForm form, EntryStamp stamp, CancellationToken cancel) =>
        Signed(ToSign.WasteSeen, id, stamp, (session, act) => session.WitnessWaste(act, form.Entry), cancel);

    private async Task<Outcome<Session>> Signed(
        ToSign what, Id<Session> id, EntryStamp stamp, Func<Session, Act, Outcome<IReadOnlyList<SessionEvent>>> decide, CancellationToken cancel)
    {
        var signature = await again.As(what, cancel);
        return signature.IsDone ? await journal.Decide(id, stamp, decide, cancel, new(Signature: signature.Value)) : Outcome<Session>.Refuse(signature.Refusals);
    }
}

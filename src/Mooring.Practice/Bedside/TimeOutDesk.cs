using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Clinical.Signing;
using Mooring.Kinetics.Quantities;
using Mooring.Practice.Access;
using Mooring.Practice.Sessions;
using Mooring.Storage;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Bedside;

/// <summary>The time-out: two people read drug and dose, each under a sign-in of their own.</summary>
public sealed class TimeOutDesk(MooringDb db, SessionJournal journal, SigningAgain again)
{
    /// <summary>The time-out that waits for a second person; null when none does.</summary>
    public async Task<TimeOutAsked?> TimeOutWaiting(Id<Session> id, CancellationToken cancel) =>
        (await Waiting(id).OrderByDescending(row => row.AskedAt).FirstOrDefaultAsync(cancel))?.AsAsked();

    /// <summary>The first person has read drug and dose. Nothing enters the journal until a second one has, too.</summary>
    public async Task<Outcome<Session>> AskTimeOut(Id<Session> id, TimeOutForm form, EntryStamp stamp, CancellationToken cancel)
    {
        if (db.Unless(Right.WitnessDoses) is { } notTheirs)
            return notTheirs;
        if (await journal.Load(id, cancel) is not { } session)
            return new Refusal("STO110", "There is no such session in this clinic.");
        List<Refusal> refusals = [];
        var read = Typed.Number(form.Milligrams, "milligrams", refusals);
        if (await Kept() is { } kept)
            return kept;
        if (refusals.Count == 0)
            refusals.AddRange(session.AgainstTimeOut(form.Drug.Trim(), Mass.Milligrams(read)));
        if (refusals.Count > 0)
            return Outcome<Session>.Refuse(refusals);

        foreach (var earlier in await Waiting(id).ToListAsync(cancel))
            earlier.IsDone = true;
        return await ChosenId.Keep(db, Kept, async () =>
        {
            db.Add(new TimeOutRequestRow
            {
                Id = stamp.EventId,
                SessionId = id,
                AskedBy = db.Acting(),
                AskedAt = stamp.HappenedAt,
                Drug = form.Drug.Trim(),
                Milligrams = read,
            });
            await db.SaveChangesAsync(cancel);
            return session;
        });

        Task<Outcome<Session>?> Kept() => ChosenId.Kept<TimeOutRequestRow, Session>(
            db, row => row.Id == stamp.EventId, row => row.SessionId == id && row.Drug == form.Drug.Trim() && row.Milligrams.Equals(read), _ => session, cancel);
    }

    /// <summary>The second person has read the same under their own sign-in: the time-out is done, by the first, verified by the second.</summary>
    public async Task<Outcome<Session>> ConfirmTimeOut(Id<Session> id, TimeOutForm form, EntryStamp stamp, CancellationToken cancel)
    {
        if (db.Unless(Right.WitnessDoses) is { } notTheirs)
            return notTheirs;
        var row = await db.Set<TimeOutRequestRow>().SingleOrDefaultAsync(row => row.SessionId == id && row.Id == form.Request, cancel);
        if (row is null)
            return new Refusal("STO167", "Nobody asked for this time-out; ask for one first.");
        if (row.IsDone && (await journal.Load(id, cancel))?.Journal.Any(entry => entry.EventId == row.Id) != true)
            return new Refusal("STO168", "A later time-out took the place of this one; reload the page.");
        List<Refusal> refusals = [];
        var read = Typed.Number(form.Milligrams, "milligrams", refusals);
        var pump = ReadPump(form, refusals);
        if (refusals.Count > 0)
            return Outcome<Session>.Refuse(refusals);

        var signature = await again.As(ToSign.LabelRead, cancel);
        if (!signature.IsDone)
            return Outcome<Session>.Refuse(signature.Refusals);
        var confirmed = await journal.Decide(
            id,
            stamp with { EventId = row.Id },
            (session, act) => session.TakeTimeOut(act with { By = row.AskedBy }, form.Drug.Trim(), Mass.Milligrams(read), act.By, pump),
            cancel,
            new(By: row.AskedBy, Signature: signature.Value));
        if (confirmed.IsDone && await db.Set<TimeOutRequestRow>().SingleOrDefaultAsync(kept => kept.Id == row.Id && !kept.IsDone, cancel) is { } open)
        {
            open.IsDone = true;
            await db.SaveChangesAsync(cancel);
        }

        return confirmed;
    }

    // Nothing written is nothing read; the session says whether it was needed.
    private static PumpRead? ReadPump(TimeOutForm form, List<Refusal> refusals) =>
        Typed.Text(form.PumpRate) is null && Typed.Text(form.PumpVolume) is null && Typed.Text(form.PumpConcentration) is null
            ? null
            : new(
                Typed.Number(form.PumpRate, "pumpRate", refusals),
                Typed.Number(form.PumpVolume, "pumpVolume", refusals),
                Typed.Number(form.PumpConcentration, "pumpConcentration", refusals));

    private IQueryable<TimeOutRequestRow> Waiting(Id<Session> id) => db.Set<TimeOutRequestRow>().Where(row => row.SessionId == id && !row.IsDone);
}

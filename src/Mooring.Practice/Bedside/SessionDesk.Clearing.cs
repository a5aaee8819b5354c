using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Events;
using Mooring.Kinetics.Quantities;
using Mooring.Practice.Chairs;
using Mooring.Practice.Sessions;
using Mooring.Storage;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Bedside;

/// <content>From arriving to the time-out.</content>
public sealed partial class SessionDesk
{
    public async Task<Outcome<Session>> CheckIn(Id<Session> id, CheckInForm form, EntryStamp stamp, CancellationToken cancel)
    {
        var chairId = new Id<Chair>(form.Chair ?? Guid.Empty);
        if (await db.Set<ChairRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == chairId, cancel) is not { } chair)
            return new Refusal("SES105", "Say which chair.", "chair");
        string[] identifiers =
        [
            .. form.Name ? ["name"] : Array.Empty<string>(),
            .. form.BirthDate ? ["birth date"] : Array.Empty<string>(),
            .. string.IsNullOrWhiteSpace(form.Other) ? Array.Empty<string>() : [form.Other.Trim()],
        ];
        return await journal.Decide(
            id, stamp, session => session.CheckIn(Act(stamp), chair.Name, identifiers, form.Note), new Entering(Chair: chair.Id), cancel);
    }

    /// <summary>Keeps the answers that are new or changed, all or none. A yes that the record contradicts is refused (SES115, STO181).</summary>
    public async Task<Outcome<Session>> AnswerGates(Id<Session> id, GatesForm form, EntryStamp stamp, CancellationToken cancel)
    {
        IReadOnlyDictionary<string, GateShown> shown = await journal.Load(id, cancel) is { } before ? await gates.Of(before, cancel) : new Dictionary<string, GateShown>();
        return await Do(
            id,
            stamp,
            (session, act) => Together(
                form.Gates.Where(typed => typed.Answer is not null && IsNew(session, typed))
                    .Select(typed => (Against(session, typed, shown) is { } against
                        ? against
                        : session.AnswerGate(act, typed.Item, typed.Answer!.Value, Text(typed.Value), Text(typed.Note)), typed.Item)),
                "No answer was changed."),
            cancel);
    }

    /// <summary>What the record knows of the questions before the start, by question.</summary>
    public Task<IReadOnlyDictionary<string, GateShown>> KnownOfGates(Session session, CancellationToken cancel) => gates.Of(session, cancel);

    private static Refusal? Against(Session session, GateTyped typed, IReadOnlyDictionary<string, GateShown> shown) =>
        session.Gates.FirstOrDefault(gate => gate.Id == typed.Item) is not { } gate || typed.Answer != GateAnswer.Met ? null
        : session.AgainstGate(gate, typed.Answer.Value) ?? (shown.GetValueOrDefault(gate.Id)?.Contradicts is { } why ? new Refusal("STO181", $"{why} Answer no, or put the record right: {gate.Label}.", gate.Id) : null);

    public Task<Outcome<Session>> DecideGo(Id<Session> id, GoForm form, EntryStamp stamp, CancellationToken cancel) => Do(
        id,
        stamp,
        (session, act) => form.Go is { } go
            ? session.DecideGo(act, go, Text(form.Reason), act.By)
            : new Refusal("STO166", "Decide: go or no-go.", "go"),
        cancel);

    public Task<Outcome<Session>> PlaceAccess(Id<Session> id, AccessForm form, EntryStamp stamp, CancellationToken cancel) => Do(
        id,
        stamp,
        (session, act) => Text(form.Attempts) is not { } typed ? session.PlaceAccess(act, Text(form.Site) ?? form.Pick ?? "", Text(form.Gauge), 1)
            : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var attempts) && attempts > 0 ? session.PlaceAccess(act, Text(form.Site) ?? form.Pick ?? "", Text(form.Gauge), attempts)
            : new Refusal("STO163", $"“{typed}” is not a number of attempts; write it like 2.", "attempts"),
        cancel);

    /// <summary>The time-out that waits for a second person; null when none does.</summary>
    public async Task<TimeOutAsked?> TimeOutWaiting(Id<Session> id, CancellationToken cancel) =>
        (await Waiting(id).OrderByDescending(row => row.AskedAt).FirstOrDefaultAsync(cancel))?.AsAsked();

    /// <summary>The first person has read drug and dose. Nothing enters the journal until a second one has, too.</summary>
    public async Task<Outcome<Session>> AskTimeOut(Id<Session> id, TimeOutForm form, EntryStamp stamp, CancellationToken cancel)
    {
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
                AskedBy = Actor,
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

        var confirmed = await journal.Decide(
            id,
            stamp with { EventId = row.Id },
            session => session.TakeTimeOut(Act(stamp) with { By = row.AskedBy }, form.Drug.Trim(), Mass.Milligrams(read), Actor, pump),
            new Entering(By: row.AskedBy),
            cancel);
        if (confirmed.IsDone && await db.Set<TimeOutRequestRow>().SingleOrDefaultAsync(kept => kept.Id == row.Id && !kept.IsDone, cancel) is { } open)
        {
            open.IsDone = true;
            await db.SaveChangesAsync(cancel);
        }

        return confirmed;
    }

    // Nothing written is nothing read; the session says whether it was needed.
    private static PumpRead? ReadPump(TimeOutForm form, List<Refusal> refusals) =>
        Text(form.PumpRate) is null && Text(form.PumpVolume) is null && Text(form.PumpConcentration) is null
            ? null
            : new(
                Typed.Number(form.PumpRate, "pumpRate", refusals),
                Typed.Number(form.PumpVolume, "pumpVolume", refusals),
                Typed.Number(form.PumpConcentration, "pumpConcentration", refusals));

    private IQueryable<TimeOutRequestRow> Waiting(Id<Session> id) => db.Set<TimeOutRequestRow>().Where(row => row.SessionId == id && !row.IsDone);

    private static bool IsNew(Session session, GateTyped typed) =>
        !session.Answers.TryGetValue(typed.Item, out var kept) || kept.Answer != typed.Answer || kept.Value != Text(typed.Value) || kept.Note != Text(typed.Note);

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}

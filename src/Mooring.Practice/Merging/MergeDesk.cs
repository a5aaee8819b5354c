using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Histories;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Merging;

/// <summary>A merge of two charts, as it is read.</summary>
/// <param name="Rows">How many entries came from the other chart.</param>
public sealed record Merge(Guid Id, Patient Stays, Patient Other, Actor By, DateTimeOffset At, string Because, int Rows)
{
    public DateTimeOffset? UndoneAt { get; init; }

    public string? UndoneBy { get; init; }

    public string? UndoneBecause { get; init; }
}

/// <summary>
/// Makes one chart of two of the same person, and undoes it. Everything of the other chart comes to the one that stays; its
/// address leads there. Sealed journals are never rewritten: a chart with sessions stays itself.
/// </summary>
public sealed class MergeDesk(MooringDb db, MergeChecks checks, TimeProvider clock)
{
    /// <summary>Letters of a reason.</summary>
    public const int LongestReason = 300;

    private readonly ChartMoves moves = new(db);

    private static Refusal Overtaken => new("MRG107", "Somebody changed one of the two charts at this moment. Nothing was done; look at both again.");

    /// <summary>The tables whose rows come along.</summary>
    public IReadOnlyList<string> Tables => [.. moves.Tables.Select(type => type.GetTableName()!)];

    /// <summary>Those who may be the same person as this one.</summary>
    public async Task<IReadOnlyList<Patient>> Likely(Id<Patient> patient, CancellationToken cancel)
    {
        if (await db.Set<PatientRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == patient, cancel) is not { } one)
            return [];
        var like = await Namesakes.Like(db, one.GivenName, one.FamilyName, one.BirthDate, one.Phone, cancel);
        return [.. like.Where(row => row.Id != patient && row.MergedInto is null).DistinctBy(row => row.Id).Select(row => row.AsPatient())];
    }

    /// <summary>What was merged into this chart, or this one into another, newest first; undone ones too.</summary>
    public async Task<IReadOnlyList<Merge>> Of(Id<Patient> patient, CancellationToken cancel)
    {
        var rows = await (
            from merge in db.Set<MergeRow>().AsNoTracking()
            join stays in db.Set<PatientRow>().AsNoTracking() on merge.PatientId equals stays.Id
            join other in db.Set<PatientRow>().AsNoTracking() on merge.OtherId equals other.Id
            where merge.PatientId == patient || merge.OtherId == patient
            orderby merge.At descending
            select new { merge, stays, other }).ToListAsync(cancel);
        return rows.ConvertAll(row => Read(row.merge, row.stays, row.other));
    }

    /// <summary>
    /// One chart of two. Refusals: WEB150, MRG101 which charts, MRG102 the reason, MRG103 merged already, MRG104 the other has
    /// sessions, MRG105 both have, MRG106 a course goes on in both, MRG107 somebody changed one meanwhile.
    /// </summary>
    public async Task<Outcome<Merge>> Join(Id<Patient> stays, Id<Patient> other, string? because, CancellationToken cancel)
    {
        if (MayNot() is { } notTheirs)
            return notTheirs;
        var reason = because?.Trim() ?? "";
        if (await checks.Against(stays, other, reason, cancel) is { Count: > 0 } refusals)
            return Outcome<Merge>.Refuse(refusals);
        try
        {
            await using var whole = await db.Database.BeginTransactionAsync(cancel);
            var (one, two) = (await db.Set<PatientRow>().SingleAsync(row => row.Id == stays, cancel), await db.Set<PatientRow>().SingleAsync(row => row.Id == other, cancel));
            var now = clock.GetUtcNow();
            var (before, after) = await JoinHistories(stays, other, cancel);
            var merge = new MergeRow
            {
                Id = Guid.CreateVersion7(now),
                PatientId = stays,
                OtherId = other,
                By = db.Acting(),
                At = now,
                Because = reason,
                Moved = await moves.Move(other, stays, null, cancel),
                HistoryBefore = before,
                HistoryAfter = after,
            };
            two.MergedInto = stays;
            db.Add(merge);
            await db.SaveChangesAsync(cancel);
            await whole.CommitAsync(cancel);
            return Read(merge, one, two);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Overtaken;
        }
    }

    /// <summary>
    /// Two charts again: what the merge moved goes back as it is now, and nothing else. Refusals: WEB150, MRG102, MRG107, MRG108 no
    /// such merge, MRG109 another merge came on top.
    /// </summary>
    public async Task<Outcome<Merge>> Undo(Guid merge, string? because, CancellationToken cancel)
    {
        if (MayNot() is { } notTheirs)
            return notTheirs;
        var reason = because?.Trim() ?? "";
        if (MergeChecks.Against(reason) is { } missing)
            return missing;
        if (await db.Set<MergeRow>().SingleOrDefaultAsync(row => row.Id == merge && row.UndoneAt == null, cancel) is not { } row)
            return new Refusal("MRG108", "This merge was undone already; look at the page again.");
        var (one, two) = (await db.Set<PatientRow>().SingleAsync(patient => patient.Id == row.PatientId, cancel), await db.Set<PatientRow>().SingleAsync(patient => patient.Id == row.OtherId, cancel));
        if (one.MergedInto is not null)
            return new Refusal("MRG109", "The chart that stayed was itself merged into another afterwards. Undo that first.");
        try
        {
            await using var whole = await db.Database.BeginTransactionAsync(cancel);
            await moves.Move(row.PatientId, row.OtherId, row.Moved, cancel);
            await PutHistoryBack(row, cancel);
            two.MergedInto = null;
            (row.UndoneAt, row.UndoneBy, row.UndoneBecause) = (clock.GetUtcNow(), db.Acting(), reason);
            await db.SaveChangesAsync(cancel);
            await whole.CommitAsync(cancel);
            return Read(row, one, two);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Overtaken;
        }
    }

    // What was written to the old address by somebody who had it open is not lost: it follows.
    internal async Task Follow(Id<Patient> other, CancellationToken cancel)
    {
        if (await db.Set<MergeRow>().SingleOrDefaultAsync(row => row.OtherId == other && row.UndoneAt == null, cancel) is not { } merge)
            return;
        var late = await moves.Move(other, merge.PatientId, null, cancel);
        if (late.Count > 0)
            merge.Moved = [.. merge.Moved, .. late];
    }

    private Refusal? MayNot() => db.Unless(Right.RegisterPatients) ?? db.Unless(Right.ReadCharts);

    // The other's own row stays with the other: it is what it was when it is asked for again.
    private async Task<(string? Before, string? After)> JoinHistories(Id<Patient> stays, Id<Patient> other, CancellationToken cancel)
    {
        if (await db.Set<HistoryRow>().AsNoTracking().SingleOrDefaultAsync(row => row.PatientId == other, cancel) is not { } theirs)
            return (null, null);
        var mine = await db.Set<HistoryRow>().SingleOrDefaultAsync(row => row.PatientId == stays, cancel);
        var before = mine is null ? null : JsonColumn.Write(mine.History);
        if (mine is null)
            db.Add(mine = new HistoryRow { PatientId = stays });
        mine.History = mine.History.With(theirs.History);
        return (before, JsonColumn.Write(mine.History));
    }

    // Only where nobody wrote in it since: what was written after the merge is of the person who stays.
    private async Task PutHistoryBack(MergeRow merge, CancellationToken cancel)
    {
        var mine = await db.Set<HistoryRow>().SingleOrDefaultAsync(row => row.PatientId == merge.PatientId, cancel);
        if (mine is null || merge.HistoryAfter is null || JsonColumn.Write(mine.History) != merge.HistoryAfter)
            return;
        if (merge.HistoryBefore is { } before)
            mine.History = JsonColumn.Read<History>(before);
        else
            db.Remove(mine);
    }

    private static Merge Read(MergeRow row, PatientRow stays, PatientRow other) =>
        new(row.Id, stays.AsPatient(), other.AsPatient(), row.By, row.At, row.Because, row.Moved.Where(rows => rows.Table is not ("tasks" or "links")).Sum(rows => rows.Keys.Count))
        {
            UndoneAt = row.UndoneAt,
            UndoneBy = row.UndoneBy?.Name,
            UndoneBecause = row.UndoneBecause,
        };
}

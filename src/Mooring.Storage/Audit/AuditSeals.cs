using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Journals;
using Mooring.Storage.Journals;

namespace Mooring.Storage.Audit;

/// <summary>What one entry of the log's journal says: these lines, and the hash over all that stands in them.</summary>
/// <param name="Sha256">Over the lines in the order of their numbers, in hexadecimal.</param>
internal sealed record AuditSeal(Guid Id, DateTimeOffset At, int Lines, long First, long Last, string Sha256);

/// <summary>How the lines of a log stand up against their seals.</summary>
/// <param name="Waiting">Lines that no seal covers yet.</param>
/// <param name="Break">The first seal that does not hold.</param>
public sealed record SealedLog(long Sealed, long Waiting, ChainBreak? Break);

/// <summary>
/// Makes the access log a journal: every few minutes the new lines of a clinic are sealed together, by an entry in a chain
/// that checkpoints sign. A line is written with the act it tells of, which waits for no chain; so two acts never collide.
/// </summary>
public sealed class AuditSeals(MooringDb db, JournalStore journals, TimeProvider clock)
{
    /// <summary>What the journals of logs are kept under; one for each clinic.</summary>
    public const string Subject = "audit";

    private const int MostLines = 1_000;

    /// <summary>Seals what no seal covers, of the clinic that is entered; how many lines that were.</summary>
    public async Task<int> Seal(CancellationToken cancel)
    {
        var count = 0;
        while (await SealSome(cancel) is var some && some > 0)
            count += some;
        return count;
    }

    /// <summary>The clinics that have a log.</summary>
    public async Task<IReadOnlyList<Guid>> Clinics(CancellationToken cancel) =>
        (await db.Set<AuditRow>().IgnoreQueryFilters().Select(row => row.ClinicId).Distinct().ToListAsync(cancel)).ConvertAll(clinic => clinic.Value);

    /// <summary>Holds each line against the seal that covers it.</summary>
    /// <param name="links">The journal of this log; its chain is walked by whoever asks.</param>
    public async Task<SealedLog> Verify(Guid clinic, IReadOnlyList<ChainLink> links, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(links);
        var lines = db.Set<AuditRow>().IgnoreQueryFilters().AsNoTracking().Where(row => row.ClinicId == new Id<Clinic>(clinic));
        var covered = 0L;
        ChainBreak? found = null;
        foreach (var link in links)
        {
            var seal = JsonSerializer.Deserialize<AuditSeal>(link.Bytes.Span, JsonSerializerOptions.Web)!;
            var rows = await lines.Where(row => row.SealedBy == link.Seq).OrderBy(row => row.Id).ToListAsync(cancel);
            covered += rows.Count;
            if (rows.Count != seal.Lines || Hash(rows) != seal.Sha256)
                found ??= new(link.Seq, $"Seal {link.Seq} covers {seal.Lines} lines of the log, {seal.First} to {seal.Last}: one of them was changed, taken out or added.");
        }

        if (found is null)
        {
            var last = links.Count == 0 ? 0 : links[^1].Seq;
            if (await lines.Where(row => row.SealedBy > last).MinAsync(row => row.SealedBy, cancel) is { } gone)
                found = new(gone, $"Seal {gone} is missing, and lines of the log were covered by it.");
        }

        return new(covered, await lines.LongCountAsync(row => row.SealedBy == null, cancel), found);
    }

    // The lines and their seal are kept together or not at all.
    private async Task<int> SealSome(CancellationToken cancel)
    {
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        var rows = await db.Set<AuditRow>().AsNoTracking().Where(row => row.SealedBy == null).OrderBy(row => row.Id).Take(MostLines).ToListAsync(cancel);
        if (rows.Count == 0)
            return 0;
        var name = new JournalName(Subject, db.Clinic.Value);
        var seal = new AuditSeal(Guid.CreateVersion7(clock.GetUtcNow()), clock.GetUtcNow(), rows.Count, rows[0].Id, rows[^1].Id, Hash(rows));
        var link = journals.Add(name, await journals.End(name, cancel), seal.Id, JsonSerializer.SerializeToUtf8Bytes(seal, JsonSerializerOptions.Web));
        await db.SaveChangesAsync(cancel);
        var ids = rows.ConvertAll(row => row.Id);
        await db.Set<AuditRow>().Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(row => row.SetProperty(line => line.SealedBy, link.Seq), cancel);
        await whole.CommitAsync(cancel);
        return rows.Count;
    }

    // All that stands in a line, in an order that never changes.
    private static string Hash(IReadOnlyList<AuditRow> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in rows)
        {
            object?[] says = [row.Id, row.At.UtcTicks, row.ActorId, row.ActorName, row.Action, row.Subject, row.SubjectId, row.PatientId, row.Shown, row.SignIn, row.Purpose?.ToString(), row.Before];
            // Lines of an earlier version had no fingerprint, and their seals stay good.
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(row.After is { } after ? [.. says, after] : says));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

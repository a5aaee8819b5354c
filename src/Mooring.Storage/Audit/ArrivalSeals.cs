using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Mooring.Clinical.Journals;
using Mooring.Storage.Journals;

namespace Mooring.Storage.Audit;

/// <summary>What one entry of the journal says: these rows of each table arrived in this time, and the hash over all of them.</summary>
/// <param name="From">Where the entry before ended, in UTC ticks; the rows have arrived from then on.</param>
/// <param name="Until">Before then.</param>
internal sealed record ArrivalSeal(Guid Id, long From, long Until, IReadOnlyDictionary<string, SealedRows> Tables);

/// <param name="Sha256">Over the fingerprints in the order of the keys, in hexadecimal.</param>
internal sealed record SealedRows(long Rows, string Sha256);

/// <summary>
/// What devices send comes by the thousand and never changes, so it is not written to the log row by row: every few minutes
/// what has arrived is sealed together, by an entry in a chain that checkpoints sign.
/// </summary>
public sealed class ArrivalSeals(MooringDb db, JournalStore journals, TimeProvider clock)
{
    /// <summary>What the journals of arrivals are kept under; one for each clinic.</summary>
    public const string Subject = "arrivals";

    // Nothing is kept later than this after it came: a device that waits longer is told "not now".
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(15);

    /// <summary>Seals what has arrived and settled since the last seal, of the clinic that is entered; how many rows.</summary>
    public async Task<long> Seal(CancellationToken cancel)
    {
        var name = new JournalName(Subject, db.Clinic.Value);
        var end = await journals.End(name, cancel);
        var from = end is null ? 0 : Read(end).Until;
        var until = (clock.GetUtcNow() - Settled).UtcTicks;
        if (until <= from)
            return 0;
        var tables = new SortedDictionary<string, SealedRows>(StringComparer.Ordinal);
        foreach (var type in Sealed(db.Model))
            tables[type.GetTableName()!] = await Hash(type, db.Clinic.Value, from, until, cancel);
        var rows = tables.Values.Sum(table => table.Rows);
        if (rows == 0)
            return 0;
        var seal = new ArrivalSeal(Guid.CreateVersion7(clock.GetUtcNow()), from, until, tables);
        journals.Add(name, end, seal.Id, JsonSerializer.SerializeToUtf8Bytes(seal, JsonSerializerOptions.Web));
        await db.SaveChangesAsync(cancel);
        return rows;
    }

    /// <summary>Every table that is sealed so.</summary>
    public static IReadOnlyList<IEntityType> Sealed(IModel model) =>
        [.. model.GetEntityTypes().Where(type => type.ClrType.GetCustomAttribute<SealedByArrivalAttribute>() is not null).OrderBy(type => type.GetTableName(), StringComparer.Ordinal)];

    /// <summary>Holds the rows of each seal against it.</summary>
    /// <param name="links">The journal of this clinic's arrivals; its chain is walked by whoever asks.</param>
    public async Task<IReadOnlyList<ProvenTable>> Verify(Guid clinic, IReadOnlyList<ChainLink> links, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(links);
        List<ProvenTable> walked = [];
        foreach (var type in Sealed(db.Model))
        {
            var (rows, breaks) = (0L, new List<RowBreak>());
            foreach (var (link, seal) in links.Select(link => (link, Read(link))))
            {
                if (!seal.Tables.TryGetValue(type.GetTableName()!, out var said))
                    continue;
                var now = await Hash(type, clinic, seal.From, seal.Until, cancel);
                rows += now.Rows;
                if (now != said)
                    breaks.Add(new($"{At(seal.From)} to {At(seal.Until)}", $"Seal {link.Seq} covers {said.Rows} rows, and {now.Rows} stand there: one was changed, taken out or added."));
            }

            walked.Add(new(type.GetTableName()!, rows, 0, breaks));
        }

        return walked;
    }

    private async Task<SealedRows> Hash(IEntityType type, Guid clinic, long from, long until, CancellationToken cancel)
    {
        var print = RowPrints.Of(type);
        var at = type.FindProperty(type.ClrType.GetCustomAttribute<SealedByArrivalAttribute>()!.At)!.GetColumnName();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var rows = 0L;
        await foreach (var values in RowReading.All(
            db, print, $""" WHERE "ClinicId" = @p0 AND "{at}" >= @p1 AND "{at}" < @p2 ORDER BY "Id" """, [clinic, from, until], cancel))
        {
            hash.AppendData(Encoding.ASCII.GetBytes(print.Of(values)));
            rows++;
        }

        return new(rows, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static ArrivalSeal Read(ChainLink link) => JsonSerializer.Deserialize<ArrivalSeal>(link.Bytes.Span, JsonSerializerOptions.Web)!;

    private static string At(long ticks) => ticks == 0 ? "the beginning" : new DateTime(ticks, DateTimeKind.Utc).ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}

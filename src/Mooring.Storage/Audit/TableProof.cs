using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Mooring.Storage.Audit;

/// <summary>A row that is not as the log of changes left it.</summary>
/// <param name="Row">Its key.</param>
public sealed record RowBreak(string Row, string Says);

/// <summary>How the rows of a table stand up against the log of changes.</summary>
/// <param name="Unproven">Rows of an earlier version whose fingerprint is not renewed yet.</param>
/// <param name="Breaks">The first of them; empty when all rows are as the log left them.</param>
public sealed record ProvenTable(string Table, long Rows, long Unproven, IReadOnlyList<RowBreak> Breaks);

/// <summary>
/// Holds each row against the fingerprint that the last line of the log about it carries: a row that was changed, put back,
/// taken out or added without the product is named with its table. The log itself is held by its seals.
/// </summary>
public sealed class TableProof(MooringDb db)
{
    /// <summary>What a line says in which only the fingerprint of a row is new.</summary>
    internal const string Renewed = "fingerprinted";

    private const int MostNamed = 20;

    // What the command line and a read leave says nothing of a row's state.
    private static readonly string[] Changes = ["added", "changed", "removed", Renewed];

    /// <summary>All proven tables, of every clinic; reads only.</summary>
    public async Task<IReadOnlyList<ProvenTable>> Walk(CancellationToken cancel)
    {
        List<ProvenTable> walked = [];
        foreach (var type in RowPrints.Proven(db.Model))
            walked.Add(await Walk(type, cancel));
        return walked;
    }

    /// <summary>The last line of the log about each row of a table.</summary>
    internal async Task<Dictionary<string, LastLine>> LastLines(string table, CancellationToken cancel)
    {
        var lines = db.Set<AuditRow>().IgnoreQueryFilters().AsNoTracking().Where(line => line.Subject == table && Changes.Contains(line.Action));
        var last = lines.GroupBy(line => line.SubjectId).Select(row => row.Max(line => line.Id));
        return (await lines.Where(line => last.Contains(line.Id)).Select(line => new { line.SubjectId, line.Action, line.After }).ToListAsync(cancel))
            .ToDictionary(line => line.SubjectId, line => new LastLine(line.Action == "removed", line.After), StringComparer.Ordinal);
    }

    private async Task<ProvenTable> Walk(IEntityType type, CancellationToken cancel)
    {
        var print = RowPrints.Of(type);
        var lines = await LastLines(print.Table, cancel);
        var (rows, unproven, breaks) = (0L, 0L, new List<RowBreak>());
        await foreach (var values in RowReading.All(db, print, "", [], cancel))
        {
            rows++;
            var key = print.KeyOf(values);
            if (lines.Remove(key, out var line) && line is { IsRemoved: false } && !print.IsOfNow(line.After))
                unproven++;
            else if (Against(line, print, values, type) is { } says)
                breaks.Add(new(key, says));
        }

        breaks.AddRange(lines.Where(line => !line.Value.IsRemoved).Select(line => new RowBreak(line.Key, "The row is gone, and nothing in the log took it out.")));
        return new(print.Table, rows, unproven, [.. breaks.Take(MostNamed)]);
    }

    private static string? Against(LastLine? line, RowPrint print, IReadOnlyList<object?> values, IEntityType type) => line switch
    {
        null => ComesByItself(type) ? null : "The row stands there, and nothing in the log added it.",
        { IsRemoved: true } => "The log took the row out, and it stands there again.",
        _ => line.After == print.Of(values) ? null : "The row is not as its last change in the log left it.",
    };

    // A device that was heard is kept by the gateway, before anybody has done anything to it.
    private static bool ComesByItself(IEntityType type) => type.GetTableName() == "devices";
}

/// <summary>What the log says last of a row.</summary>
internal sealed record LastLine(bool IsRemoved, string? After);

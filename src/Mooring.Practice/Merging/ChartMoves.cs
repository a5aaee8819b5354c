using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Access;
using Mooring.Practice.Sessions;
using Mooring.Storage;
using Mooring.Storage.Projections;

namespace Mooring.Practice.Merging;

/// <summary>
/// Moves what belongs to one chart to another, whatever table it lies in: found by its <c>PatientId</c>, so that a table that
/// is made tomorrow is not forgotten. What is sealed stays where it is: sessions, whose journals say whose they are.
/// </summary>
internal sealed class ChartMoves(MooringDb db)
{
    private const string Whose = "PatientId";

    private static readonly MethodInfo MoveRows = typeof(ChartMoves).GetMethod(nameof(Rows), BindingFlags.NonPublic | BindingFlags.Instance)!;

    /// <summary>Every table whose rows are moved.</summary>
    public IReadOnlyList<IEntityType> Tables => [.. db.Model.GetEntityTypes().Where(IsMoved).OrderBy(type => type.GetTableName(), StringComparer.Ordinal)];

    /// <summary>Moves everything, for the caller to save; which rows that were.</summary>
    /// <param name="only">Only these; null for all.</param>
    public async Task<IReadOnlyList<MovedRows>> Move(Id<Patient> from, Id<Patient> to, IReadOnlyList<MovedRows>? only, CancellationToken cancel)
    {
        List<MovedRows> moved = [];
        foreach (var type in Tables)
        {
            HashSet<string>? keys = only is null ? null : [.. only.Where(rows => rows.Table == type.GetTableName()).SelectMany(rows => rows.Keys)];
            if (keys is { Count: 0 })
                continue;
            var done = await (Task<IReadOnlyList<string>>)MoveRows.MakeGenericMethod(type.ClrType).Invoke(this, [type, from, to, keys, cancel])!;
            if (done.Count > 0)
                moved.Add(new(type.GetTableName()!, done));
        }

        if (await Links(from, to, only, cancel) is { Count: > 0 } links)
            moved.Add(new("links", links));
        return moved;
    }

    // What says nothing of its own (flat tables are made anew), what an import knows a chart again by,
    // and what can not change hands.
    private static bool IsMoved(IEntityType type) =>
        type.FindProperty(Whose) is { } whose && whose.ClrType == typeof(Id<Patient>) && !whose.IsKey()
        && (type.ClrType.IsAssignableTo(typeof(ChartRow)) || type.GetTableName() is "person_keys" or "note_drafts")
        && !type.ClrType.IsAssignableTo(typeof(IProjectionRow))
        && type.ClrType != typeof(SessionRow) && type.ClrType != typeof(MergeRow);

    private async Task<IReadOnlyList<string>> Rows<TRow>(IEntityType type, Id<Patient> from, Id<Patient> to, HashSet<string>? only, CancellationToken cancel)
        where TRow : class
    {
        List<string> keys = [];
        foreach (var row in await db.Set<TRow>().Where(row => EF.Property<Id<Patient>>(row, Whose) == from).ToListAsync(cancel))
        {
            var entry = db.Entry(row);
            var key = string.Join(' ', type.FindPrimaryKey()!.Properties.Select(part => Convert.ToString(entry.Property(part.Name).CurrentValue, CultureInfo.InvariantCulture)));
            if (only?.Contains(key) == false)
                continue;
            entry.Property(Whose).CurrentValue = to;
            keys.Add(key);
        }

        return keys;
    }

    // A patient's own link opens the chart that counts.
    private async Task<IReadOnlyList<string>> Links(Id<Patient> from, Id<Patient> to, IReadOnlyList<MovedRows>? only, CancellationToken cancel)
    {
        HashSet<string>? wanted = only is null ? null : [.. only.Where(rows => rows.Table == "links").SelectMany(rows => rows.Keys)];
        var links = (await db.Set<LinkRow>().Where(row => row.Kind == LinkKind.Patient && row.SubjectId == from.Value).ToListAsync(cancel))
            .Where(link => wanted is null || wanted.Contains(Convert.ToHexString(link.TokenHash))).ToList();
        foreach (var link in links)
            link.SubjectId = to.Value;
        return [.. links.Select(link => Convert.ToHexString(link.TokenHash))];
    }
}

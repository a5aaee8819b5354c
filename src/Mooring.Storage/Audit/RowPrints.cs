using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Mooring.Storage.Audit;

/// <summary>How the rows of each table are fingerprinted, worked out once.</summary>
internal static class RowPrints
{
    private static readonly ConditionalWeakTable<IEntityType, RowPrint> Made = [];

    public static RowPrint Of(IEntityType type) => Made.GetValue(type, static known => new(known));

    /// <summary>Every table whose rows leave a line with their fingerprint, in the order of their names.</summary>
    public static IReadOnlyList<IEntityType> Proven(IModel model) =>
        [.. model.GetEntityTypes().Where(type => ProvenRows.Includes(type.ClrType)).OrderBy(type => type.Name, StringComparer.Ordinal)];
}

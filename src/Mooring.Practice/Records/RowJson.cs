using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore.Metadata;
using Mooring.Storage;

namespace Mooring.Practice.Records;

/// <summary>A kept row as JSON and back, each column as the database has it. The clinic is left out: a row is taken in by another.</summary>
internal static class RowJson
{
    public static JsonObject Write(IEntityType type, object row)
    {
        var json = new JsonObject();
        foreach (var column in Columns(type))
        {
            var value = column.PropertyInfo!.GetValue(row);
            var kept = column.GetValueConverter() is { } converter ? converter.ConvertToProvider(value) : value;
            json[column.Name] = kept is null ? null : JsonSerializer.SerializeToNode(kept, kept.GetType());
        }

        return json;
    }

    /// <exception cref="JsonException">A column is missing, unknown, or of another kind.</exception>
    public static object Read(IEntityType type, JsonElement json)
    {
        var row = Activator.CreateInstance(type.ClrType, nonPublic: true)!;
        var columns = Columns(type).ToList();
        if (json.EnumerateObject().Select(property => property.Name).Except(columns.Select(column => column.Name), StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw new JsonException($"{type.ClrType.Name} has no {unknown}; the export is from another version.");
        foreach (var column in columns)
        {
            if (!json.TryGetProperty(column.Name, out var found))
                throw new JsonException($"{type.ClrType.Name} lacks {column.Name}; the export is from another version.");
            var converter = column.GetValueConverter();
            var kept = found.ValueKind == JsonValueKind.Null ? null : found.Deserialize(converter?.ProviderClrType ?? column.ClrType);
            column.PropertyInfo!.SetValue(row, converter is null || kept is null ? kept : converter.ConvertFromProvider(kept));
        }

        return row;
    }

    private static IEnumerable<IProperty> Columns(IEntityType type) =>
        type.GetProperties().Where(column => column.Name != nameof(OwnedRow.ClinicId) && column.PropertyInfo is not null);
}

using System.Buffers;
using System.Data.Common;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Mooring.Storage.Audit;

/// <summary>
/// The fingerprint of a row: SHA-256 over its columns as the database has them, in the order of their names, behind a short
/// hash of those names. Written with each change and held against what stands there: whoever changes a row without the
/// product leaves another one. Made with other columns, by an earlier version, it says nothing and is renewed.
/// </summary>
internal sealed class RowPrint(IEntityType type)
{
    private const int NamesLength = 8;

    // Counted at each try to sign in, without a line.
    private static readonly string[] Counted = [nameof(IdentityUser.AccessFailedCount), nameof(IdentityUser.ConcurrencyStamp), nameof(IdentityUser.LockoutEnd)];

    private readonly IReadOnlyList<IProperty> columns =
        [.. type.GetProperties().Where(column => column.PropertyInfo?.GetCustomAttribute<NotProvenAttribute>() is null && !Counted.Contains(column.Name)).OrderBy(column => column.Name, StringComparer.Ordinal)];

    private IReadOnlyList<int>? keys;
    private string? names;

    public string Table => type.GetTableName()!;

    /// <summary>Says which columns a fingerprint was made of.</summary>
    public string Names => names ??= Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', columns.Select(column => column.GetColumnName())))))[..NamesLength];

    /// <summary>What reads every column that counts.</summary>
    public string Select => $"SELECT {string.Join(", ", columns.Select(column => $"\"{column.GetColumnName()}\""))} FROM \"{Table}\"";

    /// <summary>Whether a fingerprint was made of the columns of now.</summary>
    public bool IsOfNow(string? print) => print?.StartsWith(Names, StringComparison.Ordinal) == true;

    /// <summary>Of a row that is about to be saved.</summary>
    public string Of(EntityEntry entry) => Of([.. columns.Select(column => Kept(column, entry.Property(column.Name).CurrentValue))]);

    /// <summary>Of a row as it was read by <see cref="Select"/>.</summary>
    public string Of(DbDataReader row) => Of(Values(row));

    /// <summary>The values of a row that was read, as the database has them.</summary>
    public object?[] Values(DbDataReader row) => [.. columns.Select((column, at) => row.IsDBNull(at) ? null : Read(row, at, ProviderType(column)))];

    /// <summary>The key of a row that was read, as lines of the log name it.</summary>
    public string KeyOf(IReadOnlyList<object?> values) =>
        string.Join('/', Keys.Select(at => values[at] is byte[] bytes ? Convert.ToHexString(bytes) : values[at]));

    public string Of(IReadOnlyList<object?> values)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            foreach (var value in values)
                Write(json, value);
            json.WriteEndArray();
        }

        return $"{Names}:{Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan))}";
    }

    private IReadOnlyList<int> Keys => keys ??= [.. type.FindPrimaryKey()!.Properties.Select(IndexOf)];

    private int IndexOf(IProperty part) => Enumerable.Range(0, columns.Count).First(at => columns[at] == part);

    private static Type ProviderType(IProperty column)
    {
        var kept = column.GetTypeMapping().Converter?.ProviderClrType ?? column.ClrType;
        return Nullable.GetUnderlyingType(kept) ?? kept;
    }

    private static object? Kept(IProperty column, object? value) => column.GetTypeMapping().Converter is { } converter && value is not null ? converter.ConvertToProvider(value) : value;

    private static object Read(DbDataReader row, int at, Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.String => row.GetString(at),
        TypeCode.Int64 => row.GetInt64(at),
        TypeCode.Int32 => row.GetInt32(at),
        TypeCode.Boolean => row.GetBoolean(at),
        TypeCode.Double => row.GetDouble(at),
        TypeCode.Decimal => row.GetDecimal(at),
        _ when type == typeof(Guid) => row.GetGuid(at),
        _ when type == typeof(byte[]) => row.GetFieldValue<byte[]>(at),
        _ when type == typeof(DateOnly) => row.GetFieldValue<DateOnly>(at),
        _ when type == typeof(TimeOnly) => row.GetFieldValue<TimeOnly>(at),
        _ when type == typeof(TimeSpan) => row.GetFieldValue<TimeSpan>(at),
        _ => throw new NotSupportedException($"A column of {type.Name} has no fingerprint."),
    };

    // A number is its exact value, whatever it looks like; a time of day or a day is text.
    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool yes: json.WriteBooleanValue(yes); break;
            case byte[] bytes: json.WriteBase64StringValue(bytes); break;
            case Guid id: json.WriteStringValue(id); break;
            case double number: json.WriteNumberValue(BitConverter.DoubleToInt64Bits(number)); break;
            case decimal number: json.WriteNumberValue(number / 1.0000000000000000000000000000m); break;
            case long number: json.WriteNumberValue(number); break;
            case int number: json.WriteNumberValue(number); break;
            case TimeSpan span: json.WriteNumberValue(span.Ticks); break;
            case DateOnly or TimeOnly: json.WriteStringValue(((IFormattable)value).ToString("O", CultureInfo.InvariantCulture)); break;
            default: throw new NotSupportedException($"A value of {value.GetType().Name} has no fingerprint.");
        }
    }
}

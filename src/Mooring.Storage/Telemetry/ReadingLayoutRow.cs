using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical.Vitals;

namespace Mooring.Storage.Telemetry;

/// <summary>
/// What the values of a set are, said once for all sets alike: a line each with sign, code as sent, place, MDC and LOINC,
/// parted by tabs. Its id is its content's, so two servers and an import write the same one.
/// </summary>
internal sealed class ReadingLayoutRow : OwnedRow
{
    public Guid Id { get; set; }

    public required string Text { get; set; }

    public static Guid IdOf(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16), bigEndian: true);

    /// <summary>The text for these values; null when one of them has a character that would part it elsewhere.</summary>
    public static string? Of(IReadOnlyList<IncomingValue> values)
    {
        var text = new StringBuilder();
        foreach (var value in values)
        {
            if (text.Length > 0)
                text.Append('\n');
            text.Append(value.Sign.Code);
            foreach (var part in (ReadOnlySpan<string>)[value.Code, value.SubId, value.Mdc ?? "", value.Loinc ?? ""])
            {
                if (part.AsSpan().IndexOfAnyInRange('\0', '\x1f') >= 0)
                    return null;
                text.Append('\t').Append(part);
            }
        }

        return text.ToString();
    }

    public IReadOnlyList<LayoutPart> Parts() => [.. Text.Split('\n').Select(line => line.Split('\t')).Select(part => new LayoutPart(part[0], part[1], part[2], Known(part[3]), Known(part[4])))];

    private static string? Known(string part) => part.Length == 0 ? null : part;
}

/// <summary>Where one value of a set comes from.</summary>
/// <param name="Code">The code as sent, with its system.</param>
internal sealed record LayoutPart(string Sign, string Code, string SubId, string? Mdc, string? Loinc)
{
    /// <summary>Null when this version of the product does not know it.</summary>
    public VitalSign? VitalSign { get; } = VitalSign.Find(Sign);
}

internal sealed class ReadingLayoutTable : IEntityTypeConfiguration<ReadingLayoutRow>
{
    public void Configure(EntityTypeBuilder<ReadingLayoutRow> builder) =>
        builder.ToTable("reading_layouts").HasKey(layout => new { layout.ClinicId, layout.Id });
}

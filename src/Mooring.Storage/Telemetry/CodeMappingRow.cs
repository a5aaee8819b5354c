using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical.Vitals;

namespace Mooring.Storage.Telemetry;

/// <summary>What a person decided that a code means, for one device or for all of one profile. Ended, it stays readable.</summary>
internal sealed class CodeMappingRow : ChartRow
{
    public Guid Id { get; set; }

    /// <summary>See <see cref="MappingScope"/>.</summary>
    public required string Scope { get; set; }

    /// <summary>OBX-3 as sent.</summary>
    public required string Code { get; set; }

    /// <summary>OBX-6 as sent.</summary>
    public required string Unit { get; set; }

    public required string Sign { get; set; }

    public required string Method { get; set; }

    public required string UnitId { get; set; }

    public required string Reason { get; set; }

    public required string MappedBy { get; set; }

    public DateTimeOffset MappedAt { get; set; }

    public string? EndedBy { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public CodeMapping AsMapping() => new(Code, Unit, Sign, Method, UnitId);
}

/// <summary>For whom a mapping holds.</summary>
public static class MappingScope
{
    public static string Device(string name) => "device:" + name;

    public static string Profile(string id) => "profile:" + id;

    /// <summary>In words.</summary>
    public static string Says(string scope) => scope.StartsWith("profile:", StringComparison.Ordinal) ? $"every device with the profile {scope[8..]}" : $"the device {scope[7..]}";
}

internal sealed class CodeMappingTable : IEntityTypeConfiguration<CodeMappingRow>
{
    public void Configure(EntityTypeBuilder<CodeMappingRow> builder)
    {
        builder.ToTable("code_mappings").HasKey(mapping => mapping.Id);
        // One meaning at a time.
        builder.HasIndex(mapping => new { mapping.ClinicId, mapping.Scope, mapping.Code, mapping.Unit }).IsUnique().HasFilter("\"EndedAt\" IS NULL");
    }
}

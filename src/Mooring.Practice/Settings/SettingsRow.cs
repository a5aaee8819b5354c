using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Settings;
using Mooring.Storage;

namespace Mooring.Practice.Settings;

/// <summary>One edition of a clinic's settings, whole. Only ever added: the newest is in force.</summary>
internal sealed class SettingsRow : ChartRow
{
    public Guid Id { get; set; }

    /// <summary>From 1; what the clinic was founded with is 0 and has no row.</summary>
    public int Edition { get; set; }

    public DateTimeOffset At { get; set; }

    public required Actor By { get; set; }

    public required ClinicSettings Settings { get; set; }

    public SettingsEdition AsEdition() => new(Edition, At, By, Settings);
}

/// <summary>The settings as somebody saved them.</summary>
/// <param name="Edition">Counted from 1; 0 is what the clinic was founded with.</param>
/// <param name="At">Null for 0.</param>
/// <param name="By">Null for 0.</param>
public sealed record SettingsEdition(int Edition, DateTimeOffset? At, Actor? By, ClinicSettings Settings);

internal sealed class SettingsTable : IEntityTypeConfiguration<SettingsRow>
{
    public void Configure(EntityTypeBuilder<SettingsRow> builder)
    {
        builder.ToTable("settings").HasKey(settings => settings.Id);
        // Of two managers who save at once, one is first.
        builder.HasIndex(settings => new { settings.ClinicId, settings.Edition }).IsUnique();
        builder.Property(settings => settings.By).AsJson();
        builder.Property(settings => settings.Settings).AsJson();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Patients;
using Mooring.Storage;
using Mooring.Storage.Projections;

namespace Mooring.Practice.Questionnaires;

/// <summary>What a finished sheet came to: one row for the whole, and one for each part that has a value of its own.</summary>
internal sealed class ScoreRow : OwnedRow, IProjectionRow
{
    /// <summary>The <see cref="Part"/> of the sheet as a whole.</summary>
    public const string Whole = "";

    public Id<AnswerSheet> SheetId { get; set; }

    /// <summary>The subscore; <see cref="Whole"/> for the sheet itself.</summary>
    public required string Part { get; set; }

    public Id<Patient> PatientId { get; set; }

    /// <summary>As of which version of the sheet.</summary>
    public int Version { get; set; }

    public required string Instrument { get; set; }

    public int InstrumentVersion { get; set; }

    public required string Occasion { get; set; }

    public DateTimeOffset TakenAt { get; set; }

    /// <summary>Null when it is too incomplete, or the instrument has no total.</summary>
    public double? Value { get; set; }

    /// <summary>Of the whole; null where it is not known.</summary>
    public string? Band { get; set; }

    public bool IsFromPaper { get; set; }

    /// <summary>Items were missing and the total was raised for them.</summary>
    public bool IsProrated { get; set; }

    /// <summary>The rows of one sheet, the whole first; the whole alone where it came to no score.</summary>
    public static IEnumerable<ScoreRow> Of(AnswerSheetRow sheet) =>
    [
        Of(sheet, Whole, sheet.Score?.Total, sheet.Score?.Band),
        .. (sheet.Score?.Subscores ?? new Dictionary<string, double?>()).Select(part => Of(sheet, part.Key, part.Value, null)),
    ];

    private static ScoreRow Of(AnswerSheetRow sheet, string part, double? value, string? band) => new()
    {
        SheetId = sheet.Id,
        Part = part,
        PatientId = sheet.PatientId,
        Version = sheet.Version,
        Instrument = sheet.Instrument,
        InstrumentVersion = sheet.InstrumentVersion,
        Occasion = sheet.Occasion,
        TakenAt = sheet.TakenAt!.Value,
        Value = value,
        Band = band,
        IsFromPaper = sheet.IsFromPaper,
        IsProrated = sheet.Score?.Prorated ?? false,
    };
}

internal sealed class ScoreTable : IEntityTypeConfiguration<ScoreRow>
{
    private const int PartLength = 64;

    public void Configure(EntityTypeBuilder<ScoreRow> builder)
    {
        builder.ToTable("scores").HasKey(score => new { score.SheetId, score.Part });
        builder.Property(score => score.Part).HasMaxLength(PartLength);
        builder.HasIndex(score => new { score.PatientId, score.TakenAt });
        builder.HasIndex(score => new { score.ClinicId, score.Instrument, score.TakenAt });
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Questionnaires;

internal sealed class AnswerSheetRow : ChartRow
{
    public Id<AnswerSheet> Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public required string Instrument { get; set; }

    public int InstrumentVersion { get; set; }

    public required string InstrumentHash { get; set; }

    public required string Occasion { get; set; }

    public int?[] Answers { get; set; } = [];

    public Score? Score { get; set; }

    public required Actor By { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset? TakenAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public bool IsFromPaper { get; set; }

    public AnswerSheet AsSheet() => new(Id, Instrument, InstrumentVersion, InstrumentHash, Answers, Occasion, By, StartedAt)
    {
        Score = Score,
        TakenAt = TakenAt,
        FinishedAt = FinishedAt,
        IsFromPaper = IsFromPaper,
    };
}

internal sealed class AnswerSheetTable : IEntityTypeConfiguration<AnswerSheetRow>
{
    public void Configure(EntityTypeBuilder<AnswerSheetRow> builder)
    {
        builder.ToTable("answer_sheets").HasKey(row => row.Id);
        builder.Property(row => row.Answers).AsJson();
        builder.Property(row => row.Score!).AsJson();
        builder.Property(row => row.By).AsJson();
        builder.HasIndex(row => new { row.PatientId, row.StartedAt });
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(row => row.PatientId);
    }
}

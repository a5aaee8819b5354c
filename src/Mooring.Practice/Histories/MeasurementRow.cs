using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Kinetics.Quantities;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Histories;

/// <summary>A value measured outside a session, such as a weight, a blood pressure at screening or a laboratory result.</summary>
public sealed record Measurement(Id<Measurement> Id, Observation Observation, Actor By);

internal sealed class MeasurementRow : ChartRow
{
    public Id<Measurement> Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    /// <summary>LOINC, or our own code where LOINC has none.</summary>
    public required string Code { get; set; }

    public double Value { get; set; }

    /// <summary>UCUM.</summary>
    public required string Unit { get; set; }

    /// <summary>The side on which the true value lies of the one that was written.</summary>
    public Bound Bound { get; set; }

    /// <summary>Why the value can not be taken as it stands; null when it can.</summary>
    public string? Doubt { get; set; }

    public DateTimeOffset At { get; set; }

    public required Actor By { get; set; }

    public Measurement AsMeasurement() => new(Id, new(Code, new Quantity(Value, Unit), At) { Bound = Bound, Doubt = Doubt }, By);
}

internal sealed class MeasurementTable : IEntityTypeConfiguration<MeasurementRow>
{
    public void Configure(EntityTypeBuilder<MeasurementRow> builder)
    {
        builder.ToTable("measurements").HasKey(row => row.Id);
        builder.Property(row => row.By).AsJson();
        builder.HasIndex(row => new { row.PatientId, row.Code, row.At });
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(row => row.PatientId);
    }
}

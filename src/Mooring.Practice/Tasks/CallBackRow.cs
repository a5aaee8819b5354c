using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>A patient told somebody here that they want to be called. What came of it stands in <see cref="AttentionRow"/>.</summary>
internal sealed class CallBackRow : ChartRow
{
    public Guid Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public required Actor By { get; set; }

    public DateTimeOffset At { get; set; }

    public required string About { get; set; }

    /// <summary>Where and when, where that is not the phone on file.</summary>
    public string? Reach { get; set; }
}

internal sealed class CallBackTable : IEntityTypeConfiguration<CallBackRow>
{
    public void Configure(EntityTypeBuilder<CallBackRow> builder)
    {
        builder.ToTable("call_backs").HasKey(row => row.Id);
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(row => row.PatientId);
        builder.Property(row => row.By).AsJson();
        builder.Property(row => row.About).HasMaxLength(CallBackDesk.Longest);
        builder.Property(row => row.Reach).HasMaxLength(CallBackDesk.Longest);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;

namespace Mooring.Storage.Journal;

/// <summary>Where to find a session without replaying it. The journal is the truth; this is its index, written with it.</summary>
internal sealed class SessionRow : ClinicRow
{
    public Id<Session> Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    /// <summary>The chair she sits in; set at check-in, and free again when she has left.</summary>
    public Id<Chair>? ChairId { get; set; }

    public DateTimeOffset OpenedAt { get; set; }

    public Phase Phase { get; set; }

    /// <summary>Nothing more is expected: discharged and signed, or not begun.</summary>
    public bool IsClosed { get; set; }
}

internal sealed class SessionMapping : IEntityTypeConfiguration<SessionRow>
{
    public void Configure(EntityTypeBuilder<SessionRow> builder)
    {
        builder.ToTable("sessions").HasKey(session => session.Id);
        builder.HasIndex(session => session.PatientId);
        builder.HasIndex(session => new { session.ClinicId, session.IsClosed });
    }
}

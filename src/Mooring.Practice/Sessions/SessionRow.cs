using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Storage;

namespace Mooring.Practice.Sessions;

/// <summary>Where to find a session without replaying it. The journal is the truth; this is its index, written with it.</summary>
internal sealed class SessionRow : OwnedRow
{
    public Id<Session> Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    /// <summary>The chair given at check-in; it stays when the patient has left.</summary>
    public Id<Chair>? ChairId { get; set; }

    /// <summary>The patient sits in that chair now: its devices are theirs, and nobody else is given it.</summary>
    public bool IsSeated { get; set; }

    /// <summary>Since when; null before, and in rows of an earlier version.</summary>
    public DateTimeOffset? SeatedAt { get; set; }

    public DateTimeOffset OpenedAt { get; set; }

    /// <summary>How many entries its journal has.</summary>
    public long Entries { get; set; }

    public Phase Phase { get; set; }

    /// <summary>When the last adverse event that stands as serious began; null where there is none.</summary>
    public DateTimeOffset? SeriousSince { get; set; }

    /// <summary>Nothing more is expected: discharged and signed, or not begun.</summary>
    public bool IsClosed { get; set; }
}

internal sealed class SessionTable : IEntityTypeConfiguration<SessionRow>
{
    public void Configure(EntityTypeBuilder<SessionRow> builder)
    {
        builder.ToTable("sessions").HasKey(session => session.Id);
        builder.HasIndex(session => session.PatientId);
        // The last word on two check-ins at the same moment.
        builder.HasIndex(session => session.ChairId).IsUnique().HasFilter("\"IsSeated\"");
        builder.HasIndex(session => new { session.ClinicId, session.IsClosed });
    }
}

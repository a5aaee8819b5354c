using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;

namespace Mooring.Storage.Accounts;

/// <summary>A member of staff who can sign in. Passwords, lockout and security stamps are ASP.NET Core Identity's.</summary>
public sealed class StaffRow : IdentityUser<Guid>
{
    public Id<Clinic> ClinicId { get; set; }

    public required string FullName { get; set; }

    public required Role Role { get; set; }

    /// <summary>A disabled person keeps the name in the record and loses the way in at once.</summary>
    public bool IsDisabled { get; set; }

    public Actor AsActor() => new(Id, FullName, Role);
}

internal sealed class StaffMapping : IEntityTypeConfiguration<StaffRow>
{
    public void Configure(EntityTypeBuilder<StaffRow> builder)
    {
        builder.ToTable("staff");
        builder.HasIndex(staff => staff.ClinicId);
    }
}

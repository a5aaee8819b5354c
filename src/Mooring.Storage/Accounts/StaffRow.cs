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

    /// <summary>The first of their roles.</summary>
    public required Role Role { get; set; }

    /// <summary>Their other roles by name, with a blank between; empty when they have one.</summary>
    public string MoreRoles { get; private set; } = "";

    /// <summary>A disabled person keeps the name in the record and loses the way in at once.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>Invited into a role that a second person has to confirm first: the password does not let them in until then.</summary>
    public bool IsAwaited { get; set; }

    /// <summary>The sign-in of now, and the one before it: when, and from which address.</summary>
    public DateTimeOffset? SignedInAt { get; set; }

    public string? SignedInFrom { get; set; }

    public DateTimeOffset? SignedInBefore { get; set; }

    public string? SignedInBeforeFrom { get; set; }

    /// <summary>Wrong passwords and codes since the sign-in of now; and those between it and the one before.</summary>
    public int FailedTries { get; set; }

    public int FailedTriesBefore { get; set; }

    /// <summary>Who this is at the clinic's identity provider: issuer and subject, as a manager tied them; null for nobody there.</summary>
    public string? OutsideSubject { get; set; }

    /// <summary>All roles, the first one first.</summary>
    public IReadOnlyList<Role> Roles
    {
        get => [Role, .. MoreRoles.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Role>)];
        set => (Role, MoreRoles) = (value[0], string.Join(' ', value.Skip(1)));
    }

    /// <summary>This person with what the clinic's roles let them do.</summary>
    public Actor AsActor(RoleRights rights) => rights.Give(new(Id, FullName, Role) { MoreRoles = MoreRoles.Length == 0 ? null : [.. Roles.Skip(1)] });
}

internal sealed class StaffTable : IEntityTypeConfiguration<StaffRow>
{
    private const int AddressLength = 64;
    private const int SubjectLength = 400;

    public void Configure(EntityTypeBuilder<StaffRow> builder)
    {
        builder.ToTable("staff");
        builder.Property(staff => staff.MoreRoles).HasMaxLength(200);
        builder.Property(staff => staff.SignedInFrom).HasMaxLength(AddressLength);
        builder.Property(staff => staff.SignedInBeforeFrom).HasMaxLength(AddressLength);
        builder.Property(staff => staff.OutsideSubject).HasMaxLength(SubjectLength);
        builder.HasIndex(staff => staff.OutsideSubject).IsUnique();
        builder.Ignore(staff => staff.Roles);
        builder.HasIndex(staff => staff.ClinicId);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Storage;

namespace Mooring.Practice.Access.Accounts;

/// <summary>Roles that one person gave to another, and who else said yes to it.</summary>
internal sealed class RoleRequestRow : ChartRow
{
    public Guid Id { get; set; }

    public Guid StaffId { get; set; }

    /// <summary>All roles by name, with a blank between.</summary>
    public required string Roles { get; set; }

    public Guid AskedById { get; set; }

    public required string AskedBy { get; set; }

    public DateTimeOffset AskedAt { get; set; }

    /// <summary>Empty where nobody else was there yet.</summary>
    public Guid? DecidedById { get; set; }

    public string? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public bool IsConfirmed { get; set; }

    public IReadOnlyList<Role> All => [.. Roles.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Role>)];
}

internal sealed class RoleRequestTable : IEntityTypeConfiguration<RoleRequestRow>
{
    private const int RolesLength = 200;
    private const int PersonLength = 200;

    public void Configure(EntityTypeBuilder<RoleRequestRow> builder)
    {
        builder.ToTable("role_requests").HasKey(request => request.Id);
        builder.HasIndex(request => request.StaffId);
        builder.Property(request => request.Roles).HasMaxLength(RolesLength);
        builder.Property(request => request.AskedBy).HasMaxLength(PersonLength);
        builder.Property(request => request.DecidedBy).HasMaxLength(PersonLength);
        builder.Ignore(request => request.All);
    }
}

using System.Reflection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Storage.Accounts;

namespace Mooring.Storage;

/// <summary>
/// All that is kept, on SQLite or PostgreSQL alike. Rows are configured beside themselves (IEntityTypeConfiguration);
/// here are only the rules that hold for every row: its clinic, its ids, its instants.
/// </summary>
public abstract class MooringDb(DbContextOptions options, ClinicScope scope) : IdentityUserContext<StaffRow, Guid>(options)
{
    // As WebAuthn limits it.
    private const int CredentialBytes = 1023;

    private static readonly MethodInfo Scope =
        typeof(MooringDb).GetMethod(nameof(ScopeToClinic), BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>The clinic whose rows this context may see. Nothing is seen while it is unset.</summary>
    public Id<Clinic> Clinic => scope.Clinic;

    public ClinicScope ClinicScope => scope;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // Passkeys as Identity's newest schema keeps them; the rest of that schema would only narrow columns that are there.
        builder.Entity<IdentityUserPasskey<Guid>>(passkeys =>
        {
            passkeys.ToTable("AspNetUserPasskeys").HasKey(passkey => passkey.CredentialId);
            passkeys.Property(passkey => passkey.CredentialId).HasMaxLength(CredentialBytes);
            passkeys.OwnsOne(passkey => passkey.Data).ToJson();
            passkeys.HasOne<StaffRow>().WithMany().HasForeignKey(passkey => passkey.UserId);
        });
        foreach (var assembly in WithRows())
            builder.ApplyConfigurationsFromAssembly(assembly);
        foreach (var type in builder.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(OwnedRow))).ToList())
            Scope.MakeGenericMethod(type.ClrType).Invoke(this, [builder]);
        foreach (var type in builder.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(ChartRow))).ToList())
            type.FindProperty(nameof(ChartRow.Version))!.IsConcurrencyToken = true;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        foreach (var id in IdTypes())
            configurationBuilder.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id.GetGenericArguments()));
    }

    // The engine has rows of its own; each subject brings its rows in the assembly of the context that runs.
    private Assembly[] WithRows() => [.. new[] { typeof(MooringDb).Assembly, GetType().Assembly }.Distinct()];

    // Every Id<T> that a row has; found rather than listed, so that a new one can not be forgotten.
    private IEnumerable<Type> IdTypes() =>
        from type in WithRows().SelectMany(assembly => assembly.GetTypes())
        where type.IsAssignableTo(typeof(OwnedRow)) || type.Name.EndsWith("Row", StringComparison.Ordinal)
        from property in type.GetProperties()
        let inner = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType
        where inner.IsGenericType && inner.GetGenericTypeDefinition() == typeof(Id<>)
        group inner by inner into ids
        select ids.Key;

    private void ScopeToClinic<TRow>(ModelBuilder builder)
        where TRow : OwnedRow
    {
        var rows = builder.Entity<TRow>().HasQueryFilter(row => row.ClinicId == Clinic);
        var leading = rows.Metadata.GetIndexes().Select(index => index.Properties[0]).Concat(rows.Metadata.GetKeys().Select(key => key.Properties[0]));
        if (leading.All(property => property.Name != nameof(OwnedRow.ClinicId)))
            rows.HasIndex(row => row.ClinicId);
    }
}

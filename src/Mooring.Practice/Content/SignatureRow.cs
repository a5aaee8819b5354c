using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Storage;

namespace Mooring.Practice.Content;

/// <summary>One person's word to have read a file of the content as it was, and that the clinic may work by it. Only ever added.</summary>
internal sealed class SignatureRow : ChartRow
{
    public Guid Id { get; set; }

    /// <summary>Below the content folder.</summary>
    public required string File { get; set; }

    /// <summary>SHA-256 of the file that was signed.</summary>
    public required string Hash { get; set; }

    public required Actor By { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>What the signature covers.</summary>
    public SignedFile Signed => new(File, Hash, By.Id, By.Name, At);
}

/// <summary>A file that was signed, and by whom.</summary>
internal sealed record SignedFile(string File, string Hash, Guid Who, string Name, DateTimeOffset At);

internal sealed class SignatureTable : IEntityTypeConfiguration<SignatureRow>
{
    public void Configure(EntityTypeBuilder<SignatureRow> builder)
    {
        builder.ToTable("content_signatures").HasKey(signature => signature.Id);
        builder.HasIndex(signature => new { signature.ClinicId, signature.File });
        builder.Property(signature => signature.By).AsJson();
        builder.Ignore(signature => signature.Signed);
    }
}

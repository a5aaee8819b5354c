using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Content.Review;
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

    /// <summary>From which field; null of a signature that puts the file into force.</summary>
    public Reviewer? As { get; set; }

    /// <summary>What the signer says of their training, where they sign from a field.</summary>
    public string? Training { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>What the signature covers.</summary>
    public SignedFile Signed => new(File, Hash, By.Id, By.Name, At) { As = As, Training = Training };
}

/// <summary>A file that was signed, and by whom.</summary>
internal sealed record SignedFile(string File, string Hash, Guid Who, string Name, DateTimeOffset At)
{
    // Left out where there is none: what was signed before there were fields keeps its hash.
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public Reviewer? As { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Training { get; init; }
}

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

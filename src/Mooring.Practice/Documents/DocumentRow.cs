using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Documents;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;
using Mooring.Storage.Audit;

namespace Mooring.Practice.Documents;

/// <summary>A document of the chart, without its bytes. Changed only by being replaced or marked as in error.</summary>
internal sealed class DocumentRow : ChartRow
{
    public Id<Document> Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public DateTimeOffset AddedAt { get; set; }

    public required Document What { get; set; }
}

/// <summary>The bytes of a document, sealed and bound to it.</summary>
internal sealed class DocumentBytesRow : OwnedRow, IProvenRow
{
    public Id<Document> DocumentId { get; set; }

    // Held by its own seal, and sealed anew with a new key.
    [NotProven]
    public required byte[] Sealed { get; set; }
}

internal sealed class DocumentTable : IEntityTypeConfiguration<DocumentRow>
{
    public void Configure(EntityTypeBuilder<DocumentRow> builder)
    {
        builder.ToTable("documents").HasKey(document => document.Id);
        builder.HasIndex(document => document.PatientId);
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(document => document.PatientId);
        builder.Property(document => document.What).AsJson();
    }
}

internal sealed class DocumentBytesTable : IEntityTypeConfiguration<DocumentBytesRow>
{
    public void Configure(EntityTypeBuilder<DocumentBytesRow> builder)
    {
        builder.ToTable("document_bytes").HasKey(bytes => bytes.DocumentId);
        builder.HasOne<DocumentRow>().WithMany().HasForeignKey(bytes => bytes.DocumentId);
    }
}

using System.Globalization;
using Mooring.Clinical.Documents;
using R4 = Hl7.Fhir.Model;

namespace Mooring.Fhir.Writing;

/// <summary>A paper or a picture of the chart, with its bytes as they were kept.</summary>
internal static class PaperDocuments
{
    public static R4.DocumentReference Of(Document document, DocumentTerms terms, byte[] bytes, R4.ResourceReference subject) => new()
    {
        Id = document.Id.ToString(),
        Status = document.Error is not null ? R4.DocumentReferenceStatus.EnteredInError : document.IsReplaced ? R4.DocumentReferenceStatus.Superseded : R4.DocumentReferenceStatus.Current,
        Type = new() { Text = terms.Type(document.Type)?.Title.En ?? document.Type },
        Category = [new() { Text = "Document" }],
        Subject = subject,
        Date = document.At,
        Author = [new() { Display = document.By.Name }],
        Description = document.Error is { } error ? $"In this chart in error: {error.Because}" : document.Title,
        RelatesTo = document.Replaces is { } before ? [new() { Code = R4.DocumentRelationshipType.Replaces, Target = new(ChartBundle.Urn(before.Value)) }] : [],
        Content =
        [
            new()
            {
                Attachment = new()
                {
                    ContentType = document.Format switch { FileFormat.Pdf => "application/pdf", FileFormat.Jpeg => "image/jpeg", _ => "image/png" },
                    Title = document.Title,
                    Data = bytes,
                    Creation = document.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                },
            },
        ],
    };
}

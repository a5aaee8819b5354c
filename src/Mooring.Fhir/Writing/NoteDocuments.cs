using System.Globalization;
using System.Text;
using Mooring.Clinical;
using Mooring.Clinical.Notes;
using Mooring.Practice.Notes;
using R4 = Hl7.Fhir.Model;

namespace Mooring.Fhir.Writing;

/// <summary>A signed note or letter as documents: each version one, the last current, those before it superseded. A draft is none.</summary>
internal static class NoteDocuments
{
    public static IEnumerable<R4.DocumentReference> Of(Note note, Clinic clinic, R4.ResourceReference subject) => note.Versions.Select(version => new R4.DocumentReference
    {
        Id = IdOf(note, version.Number).ToString(),
        Identifier = [new() { Value = note.Id.ToString() }],
        Status = version == note.Signed ? R4.DocumentReferenceStatus.Current : R4.DocumentReferenceStatus.Superseded,
        DocStatus = version.Number == 1 ? R4.CompositionStatus.Final : R4.CompositionStatus.Amended,
        Type = new() { Text = note.Head.Title },
        Category = [new() { Text = note.Head.Letter is null ? "Clinical note" : "Letter" }],
        Subject = subject,
        Date = version.At,
        Author = [new() { Display = version.By.Name }],
        Authenticator = note.CoSignaturesOf(version.Number).FirstOrDefault() is { } signed ? new() { Display = signed.By.Name } : null,
        Description = version.Reason is { } reason ? $"Amended: {reason}" : null,
        RelatesTo = version.Number > 1 ? [new() { Code = R4.DocumentRelationshipType.Replaces, Target = new(ChartBundle.Urn(IdOf(note, version.Number - 1))) }] : [],
        Content = [Plain(Text(note, version, clinic), note.Head.Title, note.Head.Letter?.Language ?? "en", version.At)],
    });

    /// <summary>An integration note of before there were notes of other kinds.</summary>
    public static R4.DocumentReference Of(IntegrationNote note, R4.ResourceReference subject) => new()
    {
        Id = note.Id.ToString(),
        Status = R4.DocumentReferenceStatus.Current,
        DocStatus = R4.CompositionStatus.Final,
        Type = new() { Text = "Integration note" },
        Category = [new() { Text = "Clinical note" }],
        Subject = subject,
        Date = note.At,
        Author = [new() { Display = note.By.Name }],
        Content = [Plain(note.Text, "Integration note", "en", note.At)],
    };

    // What it says under each heading, what was taken in from the chart, and what happened to it; the hour stands with the document.
    private static string Text(Note note, NoteVersion version, Clinic clinic)
    {
        var text = new StringBuilder().AppendLine(note.Head.Title);
        if (note.Head.Letter is { } letter)
            text.AppendLine().AppendLine(letter.To);
        foreach (var part in version.Text.Parts)
        {
            text.AppendLine().AppendLine(part.Heading);
            if (part.Text.Length > 0)
                text.AppendLine(part.Text);
            foreach (var fact in version.Text.Pulled.Where(fact => fact.Section == part.Section))
                text.AppendLine(CultureInfo.InvariantCulture, $"{fact.Title} ({fact.Source}): {string.Join("; ", fact.Lines)}");
        }

        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Signed by {version.By.Name}, {clinic.DayOf(version.At):yyyy-MM-dd}, version {version.Number}.");
        foreach (var signed in note.CoSignaturesOf(version.Number))
            text.AppendLine(CultureInfo.InvariantCulture, $"Co-signed by {signed.By.Name}, {clinic.DayOf(signed.At):yyyy-MM-dd}.");
        if (note.Sent is { } sent && sent.Version == version.Number)
            text.AppendLine(CultureInfo.InvariantCulture, $"Sent on {sent.On:yyyy-MM-dd}, {sent.Says}. Marked by {sent.By.Name}.");
        return text.ToString();
    }

    private static R4.DocumentReference.ContentComponent Plain(string text, string title, string language, DateTimeOffset at) => new()
    {
        Attachment = new() { ContentType = "text/plain; charset=utf-8", Language = language, Title = title, Data = Encoding.UTF8.GetBytes(text), CreationElement = new(at) },
    };

    private static Guid IdOf(Note note, int version) => StableIds.Of($"note/{note.Id}/{version}");
}

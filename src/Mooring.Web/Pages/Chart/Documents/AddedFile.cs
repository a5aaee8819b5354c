using Microsoft.AspNetCore.Http;
using Mooring.Clinical;
using Mooring.Clinical.Documents;
using Mooring.Clinical.Patients;
using Mooring.Practice.Documents;

namespace Mooring.Web.Pages.Chart.Documents;

/// <summary>A file and what is said of it, as a form sends it.</summary>
public sealed class AddedFile
{
    /// <summary>More is not read at all; what the content allows is less, and refused with a sentence.</summary>
    public const int MostBytes = 60_000_000;

    public Guid Id { get; set; }

    public string? Type { get; set; }

    public string? Title { get; set; }

    public DateOnly? On { get; set; }

    public IFormFile? File { get; set; }

    /// <summary>Reads the file, and lets it be looked into and kept.</summary>
    public async Task<Outcome<Document>> Keep(DocumentDesk desk, Id<Patient> patient, Id<Document>? replaces, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(desk);
        if (File is { Length: var size } && size > desk.Terms.LargestFile * 1_000_000L)
            return FileInspection.TooLarge(desk.Terms);
        using var bytes = new MemoryStream();
        if (File is not null)
            await File.CopyToAsync(bytes, cancel);
        return await desk.Add(patient, new(Id), new() { Type = Type, Title = Title, On = On, Replaces = replaces }, bytes.ToArray(), cancel);
    }
}

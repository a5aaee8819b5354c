using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;
using Mooring.Clinical;
using Mooring.Clinical.Notes;
using Mooring.Clinical.Patients;
using Mooring.Practice.Access;
using Mooring.Practice.Notes;
using Mooring.Practice.Patients;
using Mooring.Web.Assets;

namespace Mooring.Web.Pages.Chart.Notes;

/// <summary>A signed note or letter as one self-contained page of HTML: the article of the screen with its style inside.</summary>
public sealed class NotePaper(IServiceProvider services, NoteDesk notes, PatientDesk patients, StaffDesk staff, TimeProvider clock)
{
    /// <summary>Null when there is no such signed note of this patient.</summary>
    /// <param name="release">What goes along where it leaves the house.</param>
    public async Task<string?> Html(Id<Patient> patient, Id<Note> id, CancellationToken cancel, Practice.Privacy.Release? release = null)
    {
        if (await notes.Find(patient, id, cancel) is not { Signed: { } signed } note || await patients.Find(patient, cancel) is not { } person)
            return null;
        Dictionary<string, object?> given = new(StringComparer.Ordinal)
        {
            [nameof(NoteArticle.Note)] = note,
            [nameof(NoteArticle.Version)] = signed,
            [nameof(NoteArticle.Text)] = signed.Text,
            [nameof(NoteArticle.Clinic)] = await staff.Clinic(cancel),
        };
        await using var renderer = new HtmlRenderer(services, new LoggerFactory());
        var article = await renderer.Dispatcher.InvokeAsync(async () => note.Head.Letter is null
            ? (await renderer.RenderComponentAsync<NoteArticle>(ParameterView.FromDictionary(new Dictionary<string, object?>(given, StringComparer.Ordinal) { [nameof(NoteArticle.Patient)] = person }))).ToHtmlString()
            : (await renderer.RenderComponentAsync<LetterArticle>(ParameterView.FromDictionary(new Dictionary<string, object?>(given, StringComparer.Ordinal) { [nameof(LetterArticle.Now)] = clock.GetUtcNow() }))).ToHtmlString());
        return $"""
            <!DOCTYPE html>
            <html lang="{note.Head.Letter?.Language ?? "en"}">
            <head><meta charset="utf-8"><title>{(note.Head.Letter is null ? "Note" : "Letter")}</title><style>{await InlineStyle.Read(cancel)}</style></head>
            <body>{article}{Bedside.Records.Handing.Notice(release)}</body>
            </html>
            """;
    }
}

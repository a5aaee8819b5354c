using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Mooring.Clinical;
using Mooring.Clinical.Notes;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Privacy;
using Mooring.Practice.Notes;
using Mooring.Practice.Privacy;
using Mooring.Web.Pages.Bedside.Records;

namespace Mooring.Web.Pages.Chart.Notes;

/// <summary>A signed note or letter as a file.</summary>
internal static class NoteRoutes
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/patients/{id:guid}/notes/{note:guid}/note.pdf", Pdf).RequireAuthorization(nameof(Right.ReadCharts));

    private static async Task<IResult> Pdf(Guid id, Guid note, string? @for, NotePaper paper, NoteDesk notes, DisclosureDesk disclosures, CancellationToken cancel)
    {
        var (patient, isPatients) = (new Id<Patient>(id), @for == Handing.ToPatient);
        if (await notes.Find(patient, new(note), cancel) is not { Signed: not null } found)
            return Results.NotFound();
        var release = await disclosures.Ask(
            patient, [new(Part2Item.Note, note.ToString())], found.Head.Letter?.To ?? "", isPatients, cancel, isForCare: found.Head.Letter?.Recipient != Recipient.Employer);
        if (!release.IsDone)
            return Handing.Refused(release.Refusals[0]);
        var printed = await PdfPrinter.Print((await paper.Html(patient, new Id<Note>(note), cancel, release.Value))!, cancel);
        if (!printed.IsDone)
            return Results.Text(printed.Refusals[0].Says, "text/plain", statusCode: StatusCodes.Status503ServiceUnavailable);
        if (isPatients)
            await disclosures.Keep(patient, release.Value, "the patient", found.Head.Title, "handed over as PDF", printed.Value, cancel);
        return Results.File(printed.Value, "application/pdf", "note.pdf");
    }
}

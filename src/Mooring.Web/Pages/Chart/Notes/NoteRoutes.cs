using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Mooring.Clinical;
using Mooring.Clinical.Notes;
using Mooring.Clinical.Patients;
using Mooring.Web.Pages.Bedside.Records;

namespace Mooring.Web.Pages.Chart.Notes;

/// <summary>A signed note or letter as a file.</summary>
internal static class NoteRoutes
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/patients/{id:guid}/notes/{note:guid}/note.pdf", Pdf).RequireAuthorization(nameof(Right.ReadCharts));

    private static async Task<IResult> Pdf(Guid id, Guid note, NotePaper paper, CancellationToken cancel)
    {
        if (await paper.Html(new Id<Patient>(id), new Id<Note>(note), cancel) is not { } html)
            return Results.NotFound();
        var printed = await PdfPrinter.Print(html, cancel);
        return printed.IsDone
            ? Results.File(printed.Value, "application/pdf", "note.pdf")
            : Results.Text(printed.Refusals[0].Says, "text/plain", statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}

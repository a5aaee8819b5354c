using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;

namespace Mooring.Web.Pages.Bedside.Records;

/// <summary>The signed record as a file.</summary>
internal static class RecordRoutes
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/sessions/{id:guid}/record.pdf", Pdf).RequireAuthorization(nameof(Right.ReadCharts));

    private static async Task<IResult> Pdf(Guid id, RecordPaper paper, CancellationToken cancel)
    {
        if (await paper.Html(new Id<Session>(id), cancel) is not { } html)
            return Results.NotFound();
        var printed = await PdfPrinter.Print(html, cancel);
        return printed.IsDone
            ? Results.File(printed.Value, "application/pdf", "session-record.pdf")
            : Results.Text(printed.Refusals[0].Says, "text/plain", statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Mooring.Clinical;
using Mooring.Web.Access;
using Mooring.Web.Pages.Bedside.Records;

namespace Mooring.Web.Pages.Board.Downtime;

/// <summary>The papers for downtime as files.</summary>
internal static class DowntimeRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/downtime/day-list.pdf", DayList).RequireAuthorization(nameof(Right.ReadCharts));
        app.MapGet("/downtime/{item}/session-sheet.pdf", Sheet).RequireAuthorization(nameof(Right.ReadCharts));
    }

    private static async Task<IResult> DayList(DowntimePaper paper, PatientsShown shown, CancellationToken cancel)
    {
        var (list, html) = await paper.DayList(cancel);
        shown.Add(list.Patients);
        return await Pdf(html, "day-list.pdf", cancel);
    }

    private static async Task<IResult> Sheet(string item, DowntimePaper paper, CancellationToken cancel) =>
        await paper.Sheet(item, cancel) is { } html ? await Pdf(html, "session-sheet.pdf", cancel) : Results.NotFound();

    private static async Task<IResult> Pdf(string html, string name, CancellationToken cancel)
    {
        var printed = await PdfPrinter.Print(html, cancel);
        return printed.IsDone
            ? Results.File(printed.Value, "application/pdf", name)
            : Results.Text(printed.Refusals[0].Says, "text/plain", statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}

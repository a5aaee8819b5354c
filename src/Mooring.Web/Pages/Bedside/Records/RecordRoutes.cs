using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Mooring.Clinical;
using Mooring.Clinical.Privacy;
using Mooring.Clinical.Sessions;
using Mooring.Practice.Bedside;
using Mooring.Practice.Privacy;

namespace Mooring.Web.Pages.Bedside.Records;

/// <summary>The signed record as a file.</summary>
internal static class RecordRoutes
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/sessions/{id:guid}/record.pdf", Pdf).RequireAuthorization(nameof(Right.ReadCharts));

    // What is handed to the patient is the patient's own; it stands in the accounting.
    private static async Task<IResult> Pdf(Guid id, string? @for, RecordPaper paper, SessionDesk sessions, DisclosureDesk disclosures, CancellationToken cancel)
    {
        if (await sessions.Find(new Id<Session>(id), cancel) is not { } session)
            return Results.NotFound();
        var (patient, isPatients) = (new Id<Clinical.Patients.Patient>(session.Plan.Patient), @for == Handing.ToPatient);
        var release = await disclosures.Ask(patient, [new(Part2Item.Protocol, session.Plan.Protocol.Id)], "", isPatients, cancel);
        if (!release.IsDone)
            return Handing.Refused(release.Refusals[0]);
        var printed = await PdfPrinter.Print((await paper.Html(new Id<Session>(id), cancel, release.Value))!, cancel);
        if (!printed.IsDone)
            return Results.Text(printed.Refusals[0].Says, "text/plain", statusCode: StatusCodes.Status503ServiceUnavailable);
        if (isPatients)
            await disclosures.Keep(patient, release.Value, "the patient", "record of a session", "handed over as PDF", printed.Value, cancel);
        return Results.File(printed.Value, "application/pdf", "session-record.pdf");
    }
}

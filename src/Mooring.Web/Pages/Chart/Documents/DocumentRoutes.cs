using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Mooring.Clinical;
using Mooring.Clinical.Documents;
using Mooring.Clinical.Patients;
using Mooring.Practice.Documents;

namespace Mooring.Web.Pages.Chart.Documents;

/// <summary>The bytes of a document: a download, or a picture within its page. Whatever is in them, the browser runs nothing of it.</summary>
internal static class DocumentRoutes
{
    private const string Sandbox = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/patients/{id:guid}/documents/{document:guid}/file", File).RequireAuthorization(nameof(Right.ReadCharts));

    private static async Task<IResult> File(Guid id, Guid document, bool? show, DocumentDesk desk, HttpContext context, CancellationToken cancel)
    {
        if (await desk.Find(new Id<Patient>(id), new Id<Document>(document), cancel) is not { } found)
            return Results.NotFound();
        var opened = await desk.Open(found.Patient, found.Id, cancel);
        if (!opened.IsDone)
            return Results.Text(opened.Refusals[0].Says, "text/plain", statusCode: StatusCodes.Status503ServiceUnavailable);
        context.Response.Headers.ContentSecurityPolicy = Sandbox;
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        var (type, ending) = found.Format switch
        {
            FileFormat.Pdf => ("application/pdf", "pdf"),
            FileFormat.Jpeg => ("image/jpeg", "jpg"),
            _ => ("image/png", "png"),
        };
        // The name of a file ends up in lists and histories: it says nothing of anybody.
        return Results.File(opened.Value, type, show == true && found.Format != FileFormat.Pdf ? null : $"document.{ending}");
    }
}

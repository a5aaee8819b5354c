using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Access;
using Mooring.Practice.Privacy;
using Mooring.Practice.Records;
using Mooring.Storage.Audit;
using Mooring.Web.Access;
using Mooring.Web.Components;
using Mooring.Web.Pages.Chart.Privacy;

namespace Mooring.Web.Pages.Reports;

/// <summary>The access log and the accounting of disclosures as files.</summary>
internal static class TableRoutes
{
    private const string Type = "text/csv; charset=utf-8";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/access-log.csv", Log).RequireAuthorization(nameof(Right.ReadAccessLog)).WithMetadata(new RequireAntiforgeryTokenAttribute());
        app.MapGet("/patients/{id:guid}/disclosures.csv", Disclosures).RequireAuthorization(nameof(Right.ReadDisclosures));
    }

    private static async Task<IResult> Log(HttpContext context, AccessLogDesk desk, StaffDesk staff, Storage.Audit.AccessLog log, CancellationToken cancel)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true })
            return Results.Text("That form has expired. Go back, reload the page and try again.", statusCode: StatusCodes.Status400BadRequest);
        var clinic = (await staff.Clinic(cancel))!;
        var found = await desk.All(Read(await context.Request.ReadFormAsync(cancel)).As(clinic), cancel);
        if (!found.IsDone)
            return Results.Text($"{found.Refusals[0].Code} {found.Refusals[0].Says}", statusCode: StatusCodes.Status422UnprocessableEntity);
        await log.Note(clinic.Id, new("exported", "access log") { By = context.User.Actor(), SignIn = context.User.Visit() }, cancel);
        return Results.File(
            Csv.Write(["When (UTC)", "Who", "Did", "What", "Of", "Patient", "Patients", "For"], found.Value.Select(line => new[]
            {
                Words.Iso(line.At), line.Actor, line.Action, AccessWords.Of(line), line.Of, line.Patient, line.Patients.ToString(CultureInfo.InvariantCulture), AccessWords.Of(line.Purpose),
            })),
            Type, "access-log.csv");
    }

    private static async Task<IResult> Disclosures(Id<Patient> id, DisclosureDesk desk, CancellationToken cancel) => Results.File(
        Csv.Write(["When (UTC)", "To whom", "What", "Ground", "Consent", "By", "How", "SHA-256", "Labels", "Notice"], (await desk.Of(id, cancel)).Select(one => new[]
        {
            Words.Iso(one.At), one.To, one.What, PrivacyWords.Of(one.Basis), one.Consent?.ToString(), one.By.Name, one.How, one.Hash, one.Labels, one.Notice?.ToString(CultureInfo.InvariantCulture),
        })),
        Type, "disclosures.csv");

    private static AccessAsked Read(IFormCollection form) => new()
    {
        Number = form["Form.Number"],
        Person = Guid.TryParse(form["Form.Person"], out var person) ? person : null,
        Kind = Enum.TryParse<AccessKind>(form["Form.Kind"], out var kind) ? kind : null,
        Purpose = Enum.TryParse<Purpose>(form["Form.Purpose"], out var purpose) ? purpose : null,
        Day = Day(form["Form.Day"]),
        Last = Day(form["Form.Last"]),
        Of = form["Form.Of"],
    };

    private static DateOnly? Day(string? typed) => DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

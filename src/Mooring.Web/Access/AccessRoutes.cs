using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Mooring.Practice.Access;

namespace Mooring.Web.Access;

/// <summary>The doors that are not pages: a demo's sign-in links, and the way out.</summary>
internal static class AccessRoutes
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/enter/{token}", Enter).RequireAuthorization(Policies.Anyone);
        app.MapPost("/sign-out", (Delegate)Leave).RequireAuthorization(Policies.Anyone).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    // Only a demo clinic makes such links, and they open from this machine alone.
    private static async Task<IResult> Enter(string token, HttpContext context, LinkDesk links, StaffDesk staff, CancellationToken cancel)
    {
        if (SignInCookie.IsHere(context.Connection.RemoteIpAddress) && await links.Find(LinkKind.Demo, token, cancel) is { } link)
        {
            if (await staff.Current(link.SubjectId, cancel) is { } person)
            {
                await SignInCookie.Open(context, person);
                return Results.Redirect("/");
            }

            if (await links.PatientOf(link, cancel) is { } patient)
            {
                await SignInCookie.Open(context, patient, link.ClinicId);
                return Results.Redirect("/my");
            }
        }

        return Results.Redirect("/sign-in?refused=link");
    }

    private static async Task<IResult> Leave(HttpContext context, SignInEnd visits, CancellationToken cancel)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true })
            return Results.Text("That form has expired. Go back, reload the page and try again.", statusCode: StatusCodes.Status400BadRequest);
        if (context.User.Visit() is { } visit)
            await visits.End(visit, cancel);
        var wasPatient = context.User.Actor()?.IsPatient == true;
        await context.SignOutAsync(Visitor.Scheme);
        return Results.Redirect(wasPatient ? "/my/goodbye" : "/sign-in");
    }
}

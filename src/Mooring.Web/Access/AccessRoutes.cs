using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Mooring.Clinical;
using Mooring.Practice.Access;
using Mooring.Storage.Audit;
using Mooring.Web.Network;

namespace Mooring.Web.Access;

/// <summary>The doors that are not pages: a demo's sign-in links, and the way out.</summary>
internal static class AccessRoutes
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/enter/{token}", Enter).RequireAuthorization(Policies.Anyone);
        PasskeyRoutes.Map(app);
        OutsideSignIn.Map(app);
        app.MapPost("/sign-out", (Delegate)Leave).RequireAuthorization(Policies.Anyone).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    // Only a demo clinic makes such links, and they open from this machine alone.
    private static async Task<IResult> Enter(string token, HttpContext context, ServerOptions server, LinkDesk links, StaffDesk staff, AccessLog log, RoleRights rights, CancellationToken cancel)
    {
        if (server.IsDemo && Nearby.IsHere(context) && await links.Find(LinkKind.Demo, token, cancel) is { } link)
        {
            if (await staff.Current(link.SubjectId, cancel) is { } person)
            {
                await SignInCookie.Open(context, person);
                await log.Note(person.ClinicId, new(AccessActs.SignedIn, "demonstration link") { By = person.AsActor(rights) }, cancel);
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

    private static async Task<IResult> Leave(HttpContext context, SignInsDesk signIns, AccessLog log, CancellationToken cancel)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true })
            return Results.Text("That form has expired. Go back, reload the page and try again.", statusCode: StatusCodes.Status400BadRequest);
        if (context.User.Visit() is { } visit)
        {
            await signIns.End(visit, SignInEnding.SignedOut, cancel);
            await log.Note(context.User.Clinic(), new(AccessActs.SignedOut, "sign-in") { By = context.User.Actor(), SignIn = visit }, cancel);
        }

        var wasPatient = context.User.Actor()?.IsPatient == true;
        await context.SignOutAsync(Visitor.Scheme);
        return Results.Redirect(wasPatient ? "/my/goodbye" : "/sign-in");
    }
}

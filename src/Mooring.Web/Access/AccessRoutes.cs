using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Mooring.Storage.Access;

namespace Mooring.Web.Access;

/// <summary>The doors that are not pages: a demo's sign-in links, and the way out.</summary>
internal static class AccessRoutes
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/enter/{token}", Enter).RequireAuthorization(Policies.Anyone);
        app.MapPost("/sign-out", (Delegate)Leave).RequireAuthorization(Policies.Anyone);
    }

    // Only a demo clinic makes such links, and they open from this machine alone.
    private static async Task<IResult> Enter(string token, HttpContext context, LinkDesk links, StaffDesk staff, CancellationToken cancel)
    {
        var isLocal = context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);
        if (!isLocal || await links.Find(LinkKind.Demo, token, cancel) is not { } link
            || await staff.Current(link.SubjectId, cancel) is not { } person)
            return Results.Redirect("/sign-in?refused=link");

        await context.SignInAsync(Visitor.Scheme, Visitor.From(person));
        return Results.Redirect("/");
    }

    private static async Task<IResult> Leave(HttpContext context)
    {
        var wasPatient = context.User.IsInRole(nameof(Clinical.Role.Patient)) && context.User.Identity is ClaimsIdentity;
        await context.SignOutAsync(Visitor.Scheme);
        return Results.Redirect(wasPatient ? "/my/goodbye" : "/sign-in");
    }
}

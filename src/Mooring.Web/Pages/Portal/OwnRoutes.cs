using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Mooring.Web.Access;

namespace Mooring.Web.Pages.Portal;

/// <summary>The language switch of the patient's own pages; it works before anybody is known.</summary>
internal static class OwnRoutes
{
    public static void Map(WebApplication app) => app.MapGet("/my/language/{code}", (string code, string? then, HttpContext context) =>
    {
        OwnWords.Remember(context, OwnWords.Read(code));
        return Results.Redirect(then is null ? "/my" : SignInCookie.Inside(then));
    }).RequireAuthorization(Policies.Anyone);
}

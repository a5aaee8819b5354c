using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Practice.Sessions;
using Mooring.Web.Access;

namespace Mooring.Web.Tablets;

/// <summary>
/// Answers a tablet can read. A script is not shown where a redirect leads, so a form that was taken, a sign-in that has
/// ended and a role that may not would all look the same to it.
/// </summary>
internal static class TabletAnswers
{
    private const string Then = "Mooring-Then";

    /// <summary>200 when it was taken, with the address to go on to; 401 when the sign-in has ended; 403 when the role may not.</summary>
    public static void UseTabletAnswers(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Headers.ContainsKey(WaitedEntry.IdHeader))
            context.Response.OnStarting(() => Tell(context.Response));
        return next(context);
    });

    /// <summary>
    /// An entry that is kept already is taken again by doing nothing, whatever page it came from. Numbers at their first
    /// try are looked at all the same: somebody may have gone back and typed others.
    /// </summary>
    public static void UseEntriesOnce(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (HttpMethods.IsPost(context.Request.Method) && SessionIn(context.Request.Path) is { } session && WaitedEntry.In(context.Request) is { } entry
            && (entry.EnteredAt is not null || !HasNumbers(context.Request.Path))
            && context.User.Identity?.IsAuthenticated == true
            && await context.RequestServices.GetRequiredService<SessionJournal>().Has(session, entry.Id, context.RequestAborted))
        {
            context.Response.Redirect($"/sessions/{session}");
            return;
        }

        await next(context);
    });

    private static bool HasNumbers(PathString path) => path.Value?.Split('/') is ["", "sessions", _, "vitals" or "scales", ..];

    private static Task Tell(HttpResponse response)
    {
        if (response.StatusCode is < StatusCodes.Status300MultipleChoices or >= StatusCodes.Status400BadRequest)
            return Task.CompletedTask;
        var to = new Uri(new Uri("http://here"), response.Headers.Location.ToString());
        response.Headers.Remove("Location");
        response.Headers[Then] = SignInCookie.Inside(to.PathAndQuery);
        response.StatusCode = to.AbsolutePath switch
        {
            "/sign-in" => StatusCodes.Status401Unauthorized,
            "/not-yours" => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status200OK,
        };
        return Task.CompletedTask;
    }

    private static Id<Session>? SessionIn(PathString path) =>
        path.Value?.Split('/') is ["", "sessions", var id, ..] && Guid.TryParse(id, out var session) ? new Id<Session>(session) : null;
}

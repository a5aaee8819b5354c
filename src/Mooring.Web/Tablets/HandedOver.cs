using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Mooring.Web.Access;

namespace Mooring.Web.Tablets;

/// <summary>
/// A device in a patient's hands. The sign-in on it then reaches one page and no other, whatever is tapped or typed, until
/// a member of staff shows again who they are. It stands in the sign-in's own cookie, so a restart changes nothing.
/// </summary>
internal sealed class HandedOver
{
    /// <summary>Where a handed-over device ends up, and where staff opens it again.</summary>
    public const string Page = "/handed-over";

    // The ways to sign in anew, the answers to what is not there, and what shows nothing of anybody.
    private static readonly string[] Shared = [Page, "/sign-in", "/sign-out", "/enter", "/join", "/my", "/not-here", "/not-yours", "/broken", "/health", "/offline", "/bedside-worker.js"];

    private readonly ConcurrentDictionary<string, bool> now = new(StringComparer.Ordinal);

    /// <summary>Is this sign-in handed over at this moment? Asked by what was opened before, such as another tab's stream.</summary>
    public bool Has(string? visit) => visit is not null && now.ContainsKey(visit);

    /// <summary>From now on this sign-in reaches the page of this request only.</summary>
    public Task Begin(HttpContext context)
    {
        if (context.User.Visit() is { } visit)
            now[visit] = true;
        return context.User.HandedTo() is null ? Change(context, context.Request.Path) : Task.CompletedTask;
    }

    /// <summary>A member of staff has shown who they are.</summary>
    public Task End(HttpContext context)
    {
        if (context.User.Visit() is { } visit)
            now.TryRemove(visit, out _);
        return Change(context, null);
    }

    /// <summary>Keeps a handed-over sign-in on its page.</summary>
    public static void Use(IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.User.HandedTo() is not { } page || IsOpen(context.Request.Path, page))
            return next(context);
        // A script is not led to a page: what it sends waits, as after a sign-in that has ended.
        if (HttpMethods.IsGet(context.Request.Method) && context.Request.GetTypedHeaders().Accept is var accept && (accept.Count == 0 || accept.Any(one => one.MediaType != "text/event-stream")))
        {
            context.Response.Redirect(Page);
            return Task.CompletedTask;
        }

        // With words of its own, so that no page is drawn in its place.
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync("This device is handed over.", context.RequestAborted);
    });

    private static bool IsOpen(PathString path, string page) =>
        path.Equals(page, StringComparison.OrdinalIgnoreCase) || Shared.Any(open => path.StartsWithSegments(open, StringComparison.OrdinalIgnoreCase));

    // The sign-in ends when it would have ended.
    private static async Task Change(HttpContext context, string? page)
    {
        var known = (await context.AuthenticateAsync(Visitor.Scheme)).Properties;
        await context.SignInAsync(Visitor.Scheme, context.User.Handed(page), new AuthenticationProperties { IssuedUtc = known?.IssuedUtc, ExpiresUtc = known?.ExpiresUtc });
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Mooring.Web.Network;

/// <summary>A server that only shows: whoever sends something is told so, and a tablet keeps what it has for later.</summary>
internal static class ReadOnlyMode
{
    public const string Says = "OPS210: Mooring runs read-only, because its keys are missing or it is being mended. Nothing is kept. Write on paper; it is entered afterwards.";

    // The way in and out; what it writes goes with the copy.
    private static readonly string[] Doors = ["/sign-in", "/sign-out"];

    public static void UseReadOnly(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsGet(context.Request.Method) || Array.Exists(Doors, door => context.Request.Path.StartsWithSegments(door, StringComparison.Ordinal)))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "300";
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(Says, context.RequestAborted);
    });
}

using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Web.Layout;

/// <summary>
/// "Kept at 6:45 PM": said once on the desk page that follows a form which was done. A form that is done answers by leading
/// on; the next page of the same browser says so, and nothing but the time is remembered on the way.
/// </summary>
internal static class KeptNotice
{
    private const string Cookie = "kept";

    private static readonly TimeSpan For = TimeSpan.FromSeconds(30);

    public static void UseKeptNotice(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsPost(context.Request.Method) && IsDesk(context))
            context.Response.OnStarting(() => Note(context));
        return next(context);
    });

    /// <summary>When something was kept by the form before this page; null when nothing was. It is said once.</summary>
    public static DateTimeOffset? Take(HttpContext context, DateTimeOffset now)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || !long.TryParse(context.Request.Cookies[Cookie], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > now.AddMinutes(1).ToUnixTimeSeconds())
            return null;
        if (!context.Response.HasStarted)
            context.Response.Cookies.Delete(Cookie);
        var at = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return now - at < For ? at : null;
    }

    private static Task Note(HttpContext context)
    {
        if (context.Response.StatusCode == StatusCodes.Status302Found)
            context.Response.Cookies.Append(Cookie, context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true, MaxAge = For });
        return Task.CompletedTask;
    }

    // The chair says by itself what was charted, and a patient's page is no desk.
    private static bool IsDesk(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type is { } page && !page.IsDefined(typeof(LayoutAttribute), inherit: true);
}

using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Mooring.Clinical;
using Mooring.Web.Access;
using Mooring.Web.Assets;
using Mooring.Web.Components;

namespace Mooring.Web.Tablets;

/// <summary>What a tablet at the chair asks for besides pages: its worker, the time, and its keys.</summary>
internal static class TabletRoutes
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/bedside-worker.js", Worker).RequireAuthorization(Policies.Anyone);
        app.MapGet("/tablet/clock", (TimeProvider clock) => Results.Json(new { now = Words.Iso(clock.GetUtcNow()) })).RequireAuthorization(nameof(Right.WorkHere));
        app.MapGet("/tablet/{tablet:guid}/keys", Keys).RequireAuthorization(nameof(Right.WatchChairs));
    }

    // The list of files stands in front of the worker: when one changes, so does the worker, and the browser takes it anew.
    private static async Task<IResult> Worker(AssetFiles files, ServerOptions options, CancellationToken cancel)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "wwwroot", "built", "worker", "worker.js");
        if (!File.Exists(file))
            return Results.NotFound();
        var knows = JsonSerializer.Serialize(
            new { assets = files.All.Append("/offline"), pages = OfflineForms.Pages, forms = OfflineForms.Forms, patience = options.TabletPatience.TotalMilliseconds }, JsonSerializerOptions.Web);
        return Results.Text($"self.mooring = {knows};\n{await File.ReadAllTextAsync(file, cancel)}", "text/javascript; charset=utf-8");
    }

    private static async Task<IResult> Keys(Guid tablet, HttpContext context, TabletKeys keys, IAntiforgery forgery)
    {
        if (context.User.Actor() is not { } actor || context.User.Visit() is not { } visit)
            return Results.Unauthorized();
        var until = (await context.AuthenticateAsync(Visitor.Scheme)).Properties?.ExpiresUtc;
        return Results.Json(
            new
            {
                Person = actor.Id,
                actor.Name,
                Until = until is { } ends ? Words.Iso(ends) : null,
                Pages = keys.ForPages(visit, tablet),
                Entries = keys.ForEntries(actor.Id, tablet),
                Token = forgery.GetAndStoreTokens(context).RequestToken,
            },
            JsonSerializerOptions.Web);
    }
}

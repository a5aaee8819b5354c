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

/// <summary>What a tablet at the chair asks for besides pages: its worker, the time, its keys, and whether a PIN is right.</summary>
internal static class TabletRoutes
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/bedside-worker.js", Worker).RequireAuthorization(Policies.Anyone);
        app.MapGet("/tablet/clock", (TimeProvider clock) => Results.Json(new { now = Words.Iso(clock.GetUtcNow()) })).RequireAuthorization(nameof(Right.WorkHere));
        app.MapGet("/tablet/{tablet:guid}/keys", Keys).RequireAuthorization(nameof(Right.WatchChairs));
        app.MapPost("/tablet/{tablet:guid}/pin", SetPin).RequireAuthorization(nameof(Right.WatchChairs)).WithMetadata(new RequireAntiforgeryTokenAttribute());
        app.MapPost("/tablet/{tablet:guid}/unlock", Unlock).RequireAuthorization(nameof(Right.WatchChairs)).WithMetadata(new RequireAntiforgeryTokenAttribute());
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

    private static async Task<IResult> SetPin(Guid tablet, HttpContext context, TabletPins pins)
    {
        if (!IsOurs(context))
            return Stale;
        return await pins.Set(context.User.Actor()!.Id, tablet, await Pin(context)) is { } refusal
            ? Results.Text(refusal.Says, statusCode: StatusCodes.Status422UnprocessableEntity)
            : Results.NoContent();
    }

    private static async Task<IResult> Unlock(Guid tablet, HttpContext context, TabletPins pins) =>
        !IsOurs(context) ? Stale
        : await pins.IsRight(context.User.Actor()!.Id, tablet, await Pin(context)) ? Results.NoContent()
        : Results.Text("That is not the PIN.", statusCode: StatusCodes.Status422UnprocessableEntity);

    // Read only after the token was found good: the framework's own binding reads before, and fails where it must refuse.
    private static async Task<string> Pin(HttpContext context) => (await context.Request.ReadFormAsync(context.RequestAborted))["pin"].ToString();

    // With words of its own: a page drawn in its place would read the form that was just refused.
    private static IResult Stale => Results.Text("This page is out of date; open it again.", statusCode: StatusCodes.Status400BadRequest);

    private static bool IsOurs(HttpContext context) => context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true };
}

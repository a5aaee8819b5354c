using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Mooring.Clinical;
using Mooring.Practice.Access;
using Mooring.Web.Access;

namespace Mooring.Web.Locking;

/// <summary>What a page asks about the lock of its screen, without leaving: how it stands, that a hand is there, lock now, open again.</summary>
internal static class LockRoutes
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/lock", State).RequireAuthorization(nameof(Right.WorkHere));
        app.MapGet("/lock/touched", Touched).RequireAuthorization(nameof(Right.WorkHere));
        app.MapPost("/lock", Lock).RequireAuthorization(nameof(Right.WorkHere)).WithMetadata(new RequireAntiforgeryTokenAttribute());
        app.MapPost("/lock/open", Open).RequireAuthorization(nameof(Right.WorkHere)).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> State(HttpContext context, SignInCheck check, TimeProvider clock, CancellationToken cancel) =>
        Results.Json(new { locked = await Locked(context, check, clock, cancel) });

    // A light word from a page that somebody touches; it opens nothing.
    private static async Task<IResult> Touched(string? at, HttpContext context, SignInCheck check, SignInsDesk signIns, TimeProvider clock, CancellationToken cancel)
    {
        var locked = await Locked(context, check, clock, cancel);
        if (!locked && check.Now is { } signIn)
            await signIns.Active(signIn, at == "chair" ? Clinical.Locking.Workplace.Chair : Clinical.Locking.Workplace.Desk, cancel);
        return Results.Json(new { locked });
    }

    private static async Task<IResult> Lock(HttpContext context, SignInCheck check, SignInsDesk signIns, TimeProvider clock, CancellationToken cancel)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true })
            return Stale;
        if (check.Now is { } signIn)
            await signIns.Lock(signIn.Id, clock.GetUtcNow(), cancel);
        return Results.NoContent();
    }

    public static async Task<IResult> Open(HttpContext context, SignInCheck check, SignInsDesk signIns, Proving proving, CancellationToken cancel)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true })
            return Stale;
        // Read only after the token was found good: the framework's own binding reads before, and fails where it must refuse.
        var secret = (await context.Request.ReadFormAsync(cancel))["pin"].ToString();
        if (check.Now is not { } signIn)
            return Results.Unauthorized();
        var proof = await proving.Prove(signIn.Person, secret, cancel);
        if (!proof.IsDone)
            return Results.Text(proof.Refusals[0].Says, statusCode: StatusCodes.Status422UnprocessableEntity);
        await signIns.Unlock(signIn.Id, cancel);
        return Results.NoContent();
    }

    private static async Task<bool> Locked(HttpContext context, SignInCheck check, TimeProvider clock, CancellationToken cancel) =>
        check.Now?.Locked(await ScreenLock.Limits(context.RequestServices, cancel), clock.GetUtcNow()) is not null;

    // With words of its own: a page drawn in its place would read the form that was just refused.
    private static IResult Stale => Results.Text("This page is out of date; open it again.", statusCode: StatusCodes.Status400BadRequest);
}

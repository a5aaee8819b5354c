using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Practice.Bedside;
using Mooring.Practice.Curves;
using Mooring.Web.Access;
using Mooring.Web.Components;
using Mooring.Web.Pages.Board;

namespace Mooring.Web.Live;

/// <summary>What pages listen to, and the series their charts are drawn from.</summary>
internal static class LiveRoutes
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/board/live", Board).RequireAuthorization(nameof(Right.WatchChairs));
        app.MapGet("/board/wall/live", Wall).RequireAuthorization(nameof(Right.WatchChairs));
        app.MapGet("/sessions/{id:guid}/live", Session).RequireAuthorization(nameof(Right.WatchChairs));
        app.MapGet("/sessions/{id:guid}/series", Series).RequireAuthorization(nameof(Right.WatchChairs));
        app.MapGet("/sessions/{id:guid}/what-if", WhatIf).RequireAuthorization(nameof(Right.WatchChairs));
    }

    private static Task Board(HttpContext context, string? sort) =>
        EventStream.Send(context, new BoardSubject(context.User.Clinic(), BoardOrders.Read(sort), context.User.Actor()!.May(Right.TakeChairs)));

    private static Task Wall(HttpContext context) => EventStream.Send(context, new WallSubject(context.User.Clinic()));

    private static async Task Session(
        Id<Session> id, HttpContext context, SessionDesk desk, IAuthorizationService authorization, CancellationToken cancel)
    {
        if (await desk.Find(id, cancel) is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var mayCorrect = context.User.Actor()?.May(Right.CorrectEntries) == true;
        await EventStream.Send(context, new SessionSubject(context.User.Clinic(), id, mayCorrect, context.User.Actor() is { } by ? by with { Id = Guid.Empty, Name = "" } : null));
    }

    private static async Task<IResult> Series(Id<Session> id, SeriesDesk desk, CancellationToken cancel) =>
        await desk.Of(id, cancel) is { } series ? Results.Json(series, System.Text.Json.JsonSerializerOptions.Web) : Results.NotFound();

    // A refusal is an answer that the page reads out: it comes with its sentences.
    private static async Task<IResult> WhatIf(Id<Session> id, string? change, HttpContext context, WhatIfDesk desk, CancellationToken cancel) => await desk.Of(id, change, cancel) switch
    {
        null => Results.NotFound(),
        { IsDone: true } futures => Results.Json(futures.Value, System.Text.Json.JsonSerializerOptions.Web),
        var refused => Results.Json(context.Printed(refused.Refusals), System.Text.Json.JsonSerializerOptions.Web, statusCode: StatusCodes.Status422UnprocessableEntity),
    };
}

using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Mooring.Practice.Scheduling;
using Mooring.Web.Access;

namespace Mooring.Web.Pages.Settings;

/// <summary>
/// The calendar behind a secret address, for programs that can not sign in. An address that opens nothing is answered like one that
/// never was, and whoever asks too often from one place waits.
/// </summary>
internal static class FeedRoutes
{
    // A calendar program asks every few minutes; a guesser would ask for ever.
    private const int MostAMinute = 60;

    private static readonly PartitionedRateLimiter<string> Limit = PartitionedRateLimiter.Create<string, string>(place =>
        RateLimitPartition.GetFixedWindowLimiter(place, _ => new() { PermitLimit = MostAMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/calendar/{token}", Calendar).RequireAuthorization(Policies.Anyone);

    private static async Task<IResult> Calendar(string token, HttpContext context, FeedDesk feeds, CancellationToken cancel)
    {
        using var lease = Limit.AttemptAcquire(context.Connection.RemoteIpAddress?.ToString() ?? "");
        if (!lease.IsAcquired)
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        return await feeds.Read(token, cancel) is { } calendar ? Results.Text(calendar, "text/calendar; charset=utf-8") : Results.NotFound();
    }
}

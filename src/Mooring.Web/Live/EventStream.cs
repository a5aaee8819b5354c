using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Mooring.Practice.Access;
using Mooring.Web.Access;
using Mooring.Web.Tablets;

namespace Mooring.Web.Live;

/// <summary>Server-Sent Events to one visitor, for as long as they may come in.</summary>
internal static class EventStream
{
    public static async Task Send(HttpContext context, LiveSubject subject)
    {
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        var until = (await context.AuthenticateAsync(Visitor.Scheme)).Properties?.ExpiresUtc;

        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        // A proxy that gathers answers, or a cache that keeps them, would show the past as the present.
        context.Response.Headers.CacheControl = "no-store, no-transform";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await context.Response.WriteAsync("retry: 1000\n\n", ends.Token);
            // After a gap the chart behind the fragments has one too.
            if (context.Request.Query.ContainsKey("last"))
                await context.Response.WriteAsync("event: series\ndata: {}\n\n", ends.Token);
            await context.Response.Body.FlushAsync(ends.Token);
            await Follow(context, subject, until, ends);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The visitor left, or the server goes down: the page asks again by itself. Whose sign-in has just ended is led to the door.
            if (!context.RequestAborted.IsCancellationRequested && !stopping.IsCancellationRequested)
                await context.Response.WriteAsync("event: reload\ndata: {}\n\n", CancellationToken.None);
        }
    }

    private static async Task Follow(HttpContext context, LiveSubject subject, DateTimeOffset? until, CancellationTokenSource ends)
    {
        var cancel = ends.Token;
        // Cut in the moment that the sign-in ends on this server; one that ended on another is noticed at the next beat.
        using var signedOut = context.RequestServices.GetRequiredService<SignInCheck>().Now is { } signIn
            ? context.RequestServices.GetRequiredService<SignInBell>().Listen(signIn.Id, ends.Cancel) : null;
        using var seat = context.RequestServices.GetRequiredService<LiveRooms>().Enter(subject);
        await using var reads = new StreamReads(context, subject);
        while (await seat.Events.WaitToReadAsync(cancel))
        {
            await reads.Showed(seat.Patients);
            var isBeat = false;
            while (seat.Events.TryRead(out var next))
            {
                await context.Response.WriteAsync($"id: {next.Id}\nevent: {next.Event.Name}\ndata: {next.Event.Data}\n\n", cancel);
                isBeat |= next.Event.Name == "beat";
            }

            await context.Response.Body.FlushAsync(cancel);
            if (isBeat && !await MayStay(context, until, cancel))
            {
                await context.Response.WriteAsync("event: reload\ndata: {}\n\n", cancel);
                return;
            }
        }
    }

    // Asked with each beat, as it is for each request: a stream must not outlive the right to open it.
    private static async Task<bool> MayStay(HttpContext context, DateTimeOffset? until, CancellationToken cancel)
    {
        if (until <= context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow())
            return false;
        // A tab that was left open is not for whoever holds the device now.
        if (context.RequestServices.GetRequiredService<HandedOver>().Has(context.User.Visit()))
            return false;
        await using var scope = context.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SignInCheck>().IsAsBefore(context.User, cancel) && await ChartGate.IsOpenStill(context, scope.ServiceProvider);
    }
}

using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Mooring.Storage;
using Mooring.Storage.Changes;
using Mooring.Web.Components;

namespace Mooring.Web.Live;

/// <summary>
/// Looks at one subject for all who watch it: again after each change, at most once a pace, and every few seconds in any
/// case, because time alone makes things due and values old.
/// </summary>
internal sealed class LiveRoom(LiveSubject subject, ChangeFeed feed, IServiceScopeFactory scopes, TimeProvider clock, ILogger log)
{
    // A page that hears nothing for two beats and a half says so: within five seconds of the last one.
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    private readonly Subscribers audience = new();
    private DateTimeOffset heardUntil = clock.GetUtcNow();
    private DateTimeOffset beatAt;

    public Subscribers Audience => audience;

    /// <summary>Runs until cancelled: while anybody watches.</summary>
    public async Task Run(CancellationToken stop)
    {
        using var watch = feed.Subscribe(change => change.Clinic == subject.Clinic && subject.Wants(change));
        List<Change> changes = [];
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await Look(changes, stop);
                changes = [];
                await Task.Delay(subject.Pace, stop);
                await Hear(watch, changes, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // No beat goes out: the pages say that they have heard nothing, which is true.
                log.LogError(failure, "A live page could not be drawn; it is tried again.");
                await Task.Delay(Beat / 4, CancellationToken.None);
            }
        }
    }

    private async Task Look(IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ClinicScope>().Enter(subject.Clinic, null);
        var (events, until) = await subject.News(scope.ServiceProvider, changes, heardUntil, cancel);
        audience.Show(await subject.Look(scope.ServiceProvider, cancel), events);
        heardUntil = until;
        var now = clock.GetUtcNow();
        if (now >= beatAt && now - beatAt < Beat)
            return;
        audience.Say(new("beat", Words.Iso(now)));
        beatAt = now;
    }

    private static async Task Hear(ChangeSubscription watch, List<Change> changes, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Beat);
        try
        {
            await watch.Changes.WaitToReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return;
        }

        while (watch.Changes.TryRead(out var change))
            changes.Add(change);
    }

    public static LiveEvent Fragment(Fragment fragment) => new("fragment", JsonSerializer.Serialize(fragment, JsonSerializerOptions.Web));
}

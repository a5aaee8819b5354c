using System.Globalization;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Storage.Changes;
using Mooring.Storage.Engine;
using Npgsql;

namespace Mooring.Storage.Telemetry;

/// <summary>
/// Several servers on one PostgreSQL hear each other's changes, by NOTIFY. What was said while a server was cut off is
/// lost to it, and costs only a delay: every live page looks again every few seconds in any case.
/// </summary>
public sealed class PeerChanges(Database database, ChangeFeed feed, LatestReadings latest, IServiceScopeFactory scopes, TimeProvider clock, ILogger<PeerChanges> log)
{
    private const string Topic = "mooring_changes";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly string me = Guid.CreateVersion7().ToString("N");
    private readonly Channel<Change> toSay = Channel.CreateBounded<Change>(new BoundedChannelOptions(1024) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly Channel<Change> heard = Channel.CreateBounded<Change>(new BoundedChannelOptions(1024) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Until cancelled; at once done where there is no PostgreSQL.</summary>
    public async Task Run(CancellationToken stop)
    {
        if (!database.IsPostgres)
            return;
        feed.Echo = change => toSay.Writer.TryWrite(change);
        await Task.WhenAll(Always(Listen, stop), Always(Say, stop), Always(Tell, stop));
    }

    private async Task Always(Func<CancellationToken, Task> work, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await work(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogWarning(failure, "Other servers can not be heard, or can not hear this one; it is tried again.");
                await Task.Delay(Pause, CancellationToken.None);
            }
        }
    }

    private async Task Listen(CancellationToken stop)
    {
        await using var line = new NpgsqlConnection(database.Connection);
        line.Notification += (_, note) =>
        {
            if (Read(note.Payload) is { } change)
                heard.Writer.TryWrite(change);
        };
        await line.OpenAsync(stop);
        await using (var listen = new NpgsqlCommand($"LISTEN {Topic}", line))
            await listen.ExecuteNonQueryAsync(stop);
        while (true)
            await line.WaitAsync(stop);
    }

    private async Task Say(CancellationToken stop)
    {
        await using var line = new NpgsqlConnection(database.Connection);
        await line.OpenAsync(stop);
        await using var notify = new NpgsqlCommand($"SELECT pg_notify('{Topic}', payload) FROM unnest(@payloads) payload", line);
        var payloads = notify.Parameters.Add("payloads", NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Text);
        while (await toSay.Reader.WaitToReadAsync(stop))
        {
            payloads.Value = All(toSay.Reader).Select(Write).ToArray();
            await notify.ExecuteNonQueryAsync(stop);
        }
    }

    // Pages show the latest values from memory, and this server's memory knows only what came through this server.
    private async Task Tell(CancellationToken stop)
    {
        while (await heard.Reader.WaitToReadAsync(stop))
        {
            foreach (var change in All(heard.Reader))
            {
                if (change is { IsTelemetry: true, Session: { } session })
                {
                    await using var scope = scopes.CreateAsyncScope();
                    scope.ServiceProvider.GetRequiredService<ClinicScope>().Enter(change.Clinic, null);
                    latest.Replace(session, await NewestReadings.Of(scope.ServiceProvider.GetRequiredService<MooringDb>(), session, clock.GetUtcNow(), stop));
                }

                feed.Repeat(change);
            }
        }
    }

    private static HashSet<Change> All(ChannelReader<Change> waiting)
    {
        HashSet<Change> all = [];
        while (waiting.TryRead(out var change))
            all.Add(change);
        return all;
    }

    private string Write(Change change) => string.Create(
        CultureInfo.InvariantCulture, $"{me} {change.Clinic.Value:N} {change.Session?.Value:N} {(change.IsTelemetry ? 't' : '-')}{(change.IsRewritten ? 'r' : '-')}");

    // Who said it, whose, which session if one, what kind. What this server said itself it has heard already.
    private Change? Read(string payload) => payload.Split(' ') switch
    {
        [var who, _, _, _] when who == me => null,
        [_, var clinic, var session, var kind] when Guid.TryParse(clinic, out var of) && kind.Length == 2 =>
            new(new(of), Guid.TryParse(session, out var which) ? new Id<Session>(which) : null, kind[0] == 't') { IsRewritten = kind[1] == 'r' },
        _ => null,
    };
}

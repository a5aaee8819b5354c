using System.Globalization;
using Microsoft.Data.Sqlite;
using Mooring.Clinical;
using Mooring.Clinical.Vitals;
using Mooring.Content;
using Mooring.Content.Reading;
using Mooring.Demo;
using Mooring.Devices.Readings;
using Mooring.Devices.Simulator;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Faults;

/// <summary>
/// The server is a process of its own and dies by SIGKILL, over and over, in the middle of a session: a monitor sends,
/// a nurse writes. What either was told is kept must be there, once.
/// </summary>
public sealed class KilledServer : IDisposable
{
    private const int KillsWhileStarting = 3;

    // Enough to find a loss in minutes; MOORING_KILLS asks for a longer night.
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("MOORING_KILLS"), CultureInfo.InvariantCulture, out var asked) ? asked : 8;
    private static readonly DeviceCodeTable Codes = DeviceCodes.Read(ContentFolder.Find()).Value!;
    private ServerProcess? server;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Has_every_acknowledged_message_and_every_accepted_entry_exactly_once()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var seated = await clinic.Seat();
        var token = await clinic.TokenFor(Role.Nurse);
        SqliteConnection.ClearAllPools();
        var monitor = new MessageSender(new MonitorIdentity(seated.Device, seated.Number, "CLINIC^ROOM^CHAIR 1"), () => server);
        using var nurse = new NoteSender(seated.Session, token, () => server);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task[] senders = [monitor.Run(stop.Token), nurse.Run(stop.Token)];

        await KillAgainAndAgain(clinic, seated, monitor, nurse);
        await stop.CancelAsync();
        await Task.WhenAll(senders);
        await server!.Kill(Cancel);

        var (messages, entries) = await Check(clinic, seated, monitor, nurse);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"Killed {Kills + KillsWhileStarting + 1} times, {KillsWhileStarting} of them while starting. Messages acknowledged {messages}, lost 0, double 0 "
            + $"({monitor.SentAgain} sent again). Entries accepted {entries}, lost 0, double 0. Left unsure: {monitor.Unsure + nurse.Unsure}.");
        // Every other life waits for an entry, the others for a message.
        Assert.True(messages > Kills / 2 && entries > Kills / 2, $"Only {messages} messages and {entries} entries: the test is blind. {monitor.LastTrouble} {nurse.LastTrouble}");
    }

    // A test that fails half-way leaves no server behind.
    public void Dispose() => server?.Dispose();

    private async Task KillAgainAndAgain(TestClinic clinic, Seat seated, MessageSender monitor, NoteSender nurse)
    {
        // The seed only spreads the moments; what is being done at each is up to the machine.
        var random = new Random(20);
        for (var kill = 0; kill < Kills; kill++)
        {
            if (kill % (Kills / KillsWhileStarting) == 1)
                await ServerProcess.KillWhileStarting(clinic.DataFolder, TimeSpan.FromMilliseconds(random.Next(200, 900)), Cancel);
            server = await ServerProcess.Start(clinic.DataFolder, Cancel);
            // Cold, it needs a moment for its first answers; a kill before them tests nothing. By turns the one or the other.
            await (kill % 2 == 0 ? Grows(() => monitor.Acknowledged.Count, () => monitor.LastTrouble) : Grows(() => nurse.Accepted.Count, () => nurse.LastTrouble));
            await Task.Delay(random.Next(0, 400), Cancel);
            var dying = server;
            await dying.Kill(Cancel);
            server = null;
            dying.Dispose();
            await Check(clinic, seated, monitor, nurse);
        }

        server = await ServerProcess.Start(clinic.DataFolder, Cancel);
        await Grows(() => monitor.Acknowledged.Count, () => monitor.LastTrouble);
        await Grows(() => nurse.Accepted.Count, () => nurse.LastTrouble);
    }

    private static async Task Grows(Func<int> count, Func<string?> trouble)
    {
        var before = count();
        await Patience.Until(() => Task.FromResult(count() > before), () => $"anything taken after it started. {trouble()}");
    }

    private static async Task<(int Messages, int Entries)> Check(TestClinic clinic, Seat seated, MessageSender monitor, NoteSender nurse)
    {
        // Taken before looking: what is acknowledged while we look need not be seen.
        var (acknowledged, accepted) = (monitor.Acknowledged.ToList(), nurse.Accepted.ToList());
        var kept = await KeptAfterwards.Look(clinic, seated.Session, Cancel);

        Assert.Equal("ok", kept.Integrity);
        Assert.Null(kept.Break);
        Assert.Empty(acknowledged.Where(id => kept.Messages.GetValueOrDefault(id) != 1));
        Assert.Empty(kept.Messages.Where(message => message.Value != 1));
        var each = Intake.Read(monitor.Message(1).Bytes, Codes, TimeProvider.System.GetUtcNow(), TimeZoneInfo.Utc).Values.Count;
        Assert.True(each >= 5);
        Assert.Empty(kept.Messages.Keys.Where(id => kept.Readings.GetValueOrDefault(id) != each));
        Assert.Empty(accepted.Except(kept.Events));
        Assert.Equal(kept.Events.Count, kept.Events.Distinct().Count());
        return (acknowledged.Count, accepted.Count);
    }
}

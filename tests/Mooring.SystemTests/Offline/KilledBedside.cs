using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Mooring.Clinical;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Faults;

namespace Mooring.SystemTests.Offline;

/// <summary>The server is killed while a tablet is at the chair, again and again.</summary>
public class KilledBedside
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Goes_on_charting_and_has_every_entry_once_when_the_server_is_back()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seated = await clinic.Seat();
        var token = await clinic.TokenFor(Role.Nurse);
        var port = FreePort();
        var before = (await KeptAfterwards.Look(clinic, seated.Session, Cancel)).Events.Count;
        var server = await ServerProcess.Start(clinic.DataFolder, Cancel, port: port);
        await using var tablet = await Tablet.At(clinic, seated.Session.Value);
        try
        {
            tablet.Home = $"http://127.0.0.1:{port}/sessions/{seated.Session}";
            await tablet.SignIn(new($"http://127.0.0.1:{port}/enter/{token}"));
            await tablet.Arm();
            var charted = 0;
            for (var kill = 0; kill < 2; kill++)
            {
                await server.Kill(Cancel);
                server.Dispose();
                await tablet.Hears("Offline since");
                await tablet.Vitals(120 + kill, 70);
                await tablet.Scale("dissociation", 2 + kill);
                await tablet.Enter("note", "Save note", ("#text", "The lights flickered."));
                charted += 3;
                server = await ServerProcess.Start(clinic.DataFolder, Cancel, port: port);
                await tablet.Hears("Everything is sent.");
            }

            var kept = await KeptAfterwards.Look(clinic, seated.Session, Cancel);
            TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant(
                $"Killed 2 times, {charted} entries charted meanwhile, {kept.Events.Count - before} kept, {kept.Events.Count - kept.Events.Distinct().Count()} double"));
            Assert.Equal(before + charted, kept.Events.Count);
            Assert.Equal(kept.Events.Count, kept.Events.Distinct().Count());
            Assert.Null(kept.Break);
        }
        finally
        {
            server.Dispose();
            SqliteConnection.ClearAllPools();
        }
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}

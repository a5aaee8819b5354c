using Mooring.Devices.Mllp;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Live;

namespace Mooring.SystemTests.Faults;

public class FirstStart
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Warns_of_nothing_also_when_a_monitor_calls_before_there_is_a_clinic(Engine engine)
    {
        var data = Directory.CreateTempSubdirectory("mooring-test-");
        using var server = await ServerProcess.Start(data.FullName, Cancel, engine == Engine.Postgres ? PostgresServer.NewDatabase() : null);
        using (var monitor = await MllpClient.Connect("127.0.0.1", server.MllpPort, Cancel))
            await monitor.Ask(MonitoredSeat.MessageOf("00A0C90003000001", "T1", TimeProvider.System.GetUtcNow(), null, MonitoredSeat.HeartRate(72)), Cancel);

        var said = await server.Stop(Cancel);

        Assert.Contains("Mooring runs at", said, StringComparison.Ordinal);
        Assert.DoesNotContain("warn:", said, StringComparison.Ordinal);
        Assert.DoesNotContain("fail:", said, StringComparison.Ordinal);
        data.Delete(recursive: true);
    }
}

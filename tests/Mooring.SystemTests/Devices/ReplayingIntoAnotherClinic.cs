using System.Globalization;
using Mooring.Cli.Commands;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Live;

namespace Mooring.SystemTests.Devices;

public class ReplayingIntoAnotherClinic
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Brings_the_messages_of_a_day_again_byte_for_byte_or_as_of_now()
    {
        await using var recorded = await TestClinic.Start(Engine.Sqlite);
        await using var other = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(recorded, 1);
        using var monitor = await seat.Monitor();
        var at = TimeProvider.System.GetUtcNow().AddMinutes(-3);
        for (var i = 0; i < 3; i++)
            await monitor.Ask(seat.Message($"M{i}", at.AddSeconds(i), null, MonitoredSeat.HeartRate(70 + i)), Cancel);
        await monitor.Ask(MonitoredSeat.MessageOf("00000000000000FF", "X1", at, null, MonitoredSeat.HeartRate(99)), Cancel);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var day = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), recorded.Clinic.Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string[] common = ["--data", recorded.DataFolder, "--day", day, "--to", $"127.0.0.1:{other.MllpPort}", "--device", seat.Device, "--speed", "1000"];

        var asItWas = await Run(common);
        var again = await Run(common);
        var asOfNow = await Run([.. common, "--new-times", "--new-ids"]);
        var empty = await Run([.. common[..3], "2020-01-01", .. common[4..]]);
        var wrong = await Run([.. common[..5], "nowhere"]);

        var kept = await MonitoredSeat.Readings(other);
        Assert.Equal((0, 0, 0, 1, 1), (asItWas, again, asOfNow, empty, Math.Min(wrong, 1)));
        Assert.Equal([70.0, 71, 72, 70, 71, 72], kept.Select(one => one.Value!.Value));
        Assert.Equal(["M0", "M1", "M2"], kept.Take(3).Select(one => one.ControlId));
        Assert.All(kept.Skip(3), one => Assert.StartsWith("M", one.ControlId, StringComparison.Ordinal));
        var original = await MonitoredSeat.Readings(recorded);
        Assert.Equal(original.Where(one => one.Device == seat.Device).Select(one => one.At), kept.Take(3).Select(one => one.At));
        foreach (var (before, now) in original.Zip(kept.Skip(3)))
        {
            // As old as it was when it first came: to within a third of that, which nothing that was not moved is.
            var (then, replayed) = (before.ReceivedAt - before.At, now.ReceivedAt - now.At);
            Assert.InRange((replayed - then).Duration(), TimeSpan.Zero, then / 3);
            Assert.True(now.At > before.At);
        }
    }

    private static Task<int> Run(IReadOnlyList<string> arguments)
    {
        var parsed = ReplayCommand.Create().Parse(arguments);
        return parsed.InvokeAsync(new() { Output = TextWriter.Null, Error = TextWriter.Null }, Cancel);
    }
}

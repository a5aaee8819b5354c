using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical.Vitals;
using Mooring.Storage.Telemetry;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Live;

/// <summary>Final values of one device and time lie in one row, until something touches one of them.</summary>
public class PackingReadings
{
    private static readonly DateTimeOffset At = TimeProvider.System.GetUtcNow().AddMinutes(-2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Time => At.UtcDateTime.ToString("yyyyMMddHHmmss.ffff", CultureInfo.InvariantCulture) + "+0000";

    [Fact]
    public async Task A_second_message_for_the_same_time_adds_what_is_new_and_doubles_nothing()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();

        await monitor.Ask(seat.Message("M1", At, null, MonitoredSeat.HeartRate(72), MonitoredSeat.SpO2(97)), Cancel);
        var packed = await Ask(clinic, "SELECT COUNT(*) FROM reading_sets");
        await monitor.Ask(seat.Message("M2", At, null, MonitoredSeat.HeartRate(72), MonitoredSeat.SpO2(96)), Cancel);

        Assert.Equal("1", packed);
        Assert.Equal("0", await Ask(clinic, "SELECT COUNT(*) FROM reading_sets"));
        Assert.Equal([("hr", 72), ("spo2", 96), ("spo2", 97)], (await MonitoredSeat.Readings(clinic)).Select(one => (one.Sign.Code, (int)one.Value!.Value)).Order());
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_corrected_value_keeps_its_id_and_its_neighbours_stay(Engine engine)
    {
        await using var clinic = await TestClinic.Start(engine);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();
        await monitor.Ask(seat.Message("M1", At, null, MonitoredSeat.SpO2(97), MonitoredSeat.HeartRate(172)), Cancel);
        var before = Shown(clinic, seat, VitalSign.HeartRate);
        var beside = Shown(clinic, seat, VitalSign.SpO2);

        await monitor.Ask(seat.Message("M2", At, null, MonitoredSeat.HeartRate(72, "C", Time)), Cancel);

        var after = Shown(clinic, seat, VitalSign.HeartRate);
        Assert.Equal((before!.Id, 72.0), (after!.Id, after.Value));
        Assert.Equal((beside!.Id, 97.0), (Shown(clinic, seat, VitalSign.SpO2)!.Id, Shown(clinic, seat, VitalSign.SpO2)!.Value));
        Assert.Equal([(97, "final", "M1"), (72, "corrected", "M2")], (await MonitoredSeat.Readings(clinic)).Select(one => ((int)one.Value!.Value, one.Status, one.ControlId)));
    }

    [Fact]
    public async Task A_device_that_names_its_places_anew_each_time_is_kept_value_by_value()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();
        await Ask(
            clinic,
            """
            WITH RECURSIVE many(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < 500)
            INSERT INTO reading_layouts ("ClinicId", "Id", "Text") SELECT (SELECT "Id" FROM clinics LIMIT 1), printf('%032X', n), 'hr' || char(9) || n || char(9) || char(9) || char(9) FROM many
            """);

        await monitor.Ask(seat.Message("M1", At, null, MonitoredSeat.HeartRate(72)), Cancel);

        Assert.Equal("0", await Ask(clinic, "SELECT COUNT(*) FROM reading_sets"));
        Assert.Equal([72.0], (await MonitoredSeat.Readings(clinic)).Select(one => one.Value!.Value));
    }

    private static LatestReading? Shown(TestClinic clinic, MonitoredSeat seat, VitalSign sign) => clinic.Services.GetRequiredService<LatestReadings>().Of(seat.Session, sign);

    private static async Task<string?> Ask(TestClinic clinic, string sql)
    {
        await using var file = new SqliteConnection($"Data Source={Path.Combine(clinic.DataFolder, "mooring.db")}");
        await file.OpenAsync(Cancel);
        await using var command = file.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(Cancel), CultureInfo.InvariantCulture);
    }
}

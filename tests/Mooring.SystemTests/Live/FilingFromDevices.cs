using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Vitals;
using Mooring.Devices.Mllp;
using Mooring.Practice.Devices;
using Mooring.Storage.Telemetry;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Live;

public class FilingFromDevices
{
    private static readonly DateTimeOffset At = TimeProvider.System.GetUtcNow().AddMinutes(-2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Time => At.UtcDateTime.ToString("yyyyMMddHHmmss.ffff", CultureInfo.InvariantCulture) + "+0000";

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Gives_a_value_to_the_one_who_sits_at_the_device_and_answers_after_the_commit(Engine engine)
    {
        await using var clinic = await TestClinic.Start(engine);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();

        var answer = Encoding.UTF8.GetString(await monitor.Ask(seat.Message("M1", At, null, MonitoredSeat.HeartRate(72), MonitoredSeat.SpO2(97)), Cancel));

        var kept = await MonitoredSeat.Readings(clinic);
        Assert.Contains("MSA|CA|M1", answer, StringComparison.Ordinal);
        Assert.Equal([("hr", 72, "final"), ("spo2", 97, "final")], kept.Select(one => (one.Sign.Code, one.Value!.Value, one.Status)));
        Assert.All(kept, one => Assert.Equal((seat.Patient, seat.Session, "M1"), (one.Patient, one.Session, one.ControlId)));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Answers_a_message_seen_before_with_the_same_bytes_and_changes_nothing(Engine engine)
    {
        await using var clinic = await TestClinic.Start(engine);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();
        var message = seat.Message("M1", At, null, MonitoredSeat.HeartRate(72));

        var first = await monitor.Ask(message, Cancel);
        var again = await monitor.Ask(message, Cancel);
        await monitor.Ask(seat.Message("M1", At.AddSeconds(1), null, MonitoredSeat.HeartRate(73)), Cancel);

        Assert.Equal(first, again);
        Assert.Equal([72.0, 73.0], (await MonitoredSeat.Readings(clinic)).Select(one => one.Value!.Value));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Obeys_corrections_and_withdrawals_also_in_what_is_shown_now(Engine engine)
    {
        await using var clinic = await TestClinic.Start(engine);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();
        await monitor.Ask(seat.Message("M0", At.AddSeconds(-10), null, MonitoredSeat.HeartRate(70)), Cancel);
        await monitor.Ask(seat.Message("M1", At, null, MonitoredSeat.HeartRate(172)), Cancel);

        await monitor.Ask(seat.Message("M2", At, null, MonitoredSeat.HeartRate(72, "C", Time)), Cancel);
        var corrected = (await MonitoredSeat.Readings(clinic), Shown(clinic, seat)?.Value);
        await monitor.Ask(seat.Message("M3", At, null, MonitoredSeat.HeartRate(72, "D", Time)), Cancel);
        var withdrawn = (await MonitoredSeat.Readings(clinic), Shown(clinic, seat)?.Value);

        Assert.Equal([(70, "final"), (72, "corrected")], corrected.Item1.Select(one => ((int)one.Value!.Value, one.Status)));
        Assert.Equal(72, corrected.Item2);
        Assert.Equal([(70, "final"), (72, "withdrawn")], withdrawn.Item1.Select(one => ((int)one.Value!.Value, one.Status)));
        Assert.Equal(70, withdrawn.Item2);
    }

    [Fact]
    public async Task A_withdrawal_for_the_wrong_patient_keeps_a_late_original_out()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();

        await monitor.Ask(seat.Message("M2", At, null, MonitoredSeat.HeartRate(72, "W", Time)), Cancel);
        await monitor.Ask(seat.Message("M1", At, null, MonitoredSeat.HeartRate(72)), Cancel);

        Assert.Equal(["withdrawn"], (await MonitoredSeat.Readings(clinic)).Select(one => one.Status));
        Assert.Null(Shown(clinic, seat));
    }

    [Fact]
    public async Task Two_values_at_one_place_can_be_corrected_into_one()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();
        await monitor.Ask(seat.Message("M1", At, null, MonitoredSeat.HeartRate(72)), Cancel);
        await monitor.Ask(seat.Message("M2", At, null, MonitoredSeat.HeartRate(74)), Cancel);

        var answer = await monitor.Ask(seat.Message("M3", At, null, MonitoredSeat.HeartRate(74, "C", Time)), Cancel);

        Assert.Contains("MSA|CA|M3", Encoding.UTF8.GetString(answer), StringComparison.Ordinal);
        Assert.Equal([(72, "withdrawn"), (74, "corrected")], (await MonitoredSeat.Readings(clinic)).Select(one => ((int)one.Value!.Value, one.Status)).Order());
    }

    [Theory]
    [InlineData("PID|||||^^^^^^U||||||||||||||||||||||||||Y", "does not know who")]
    [InlineData("PID|||P-999^^^OTHER^PI", "another patient")]
    public async Task Parks_what_the_device_itself_does_not_give_to_this_patient(string pid, string because)
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();

        await monitor.Ask(seat.Message("M1", At, pid, MonitoredSeat.HeartRate(72)), Cancel);

        var kept = Assert.Single(await MonitoredSeat.Readings(clinic));
        Assert.Null(kept.Patient);
        Assert.Contains(because, kept.Parked, StringComparison.Ordinal);
        Assert.Null(Shown(clinic, seat));
    }

    [Fact]
    public async Task Files_for_the_patient_the_device_names_when_that_is_the_one_who_sits_there()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();

        await monitor.Ask(seat.Message("M1", At, $"PID|||{seat.Number}^^^MOORING^PI", MonitoredSeat.HeartRate(72)), Cancel);

        Assert.Equal(seat.Patient, Assert.Single(await MonitoredSeat.Readings(clinic)).Patient);
    }

    [Fact]
    public async Task What_came_before_somebody_sat_down_stays_with_the_device()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1, isCheckedIn: false);
        using var monitor = await seat.Monitor();
        await monitor.Ask(seat.Message("M1", At, null, MonitoredSeat.HeartRate(72)), Cancel);
        await monitor.Ask(MonitoredSeat.MessageOf("00000000000000FF", "M1", At, null, MonitoredSeat.HeartRate(80)), Cancel);

        await seat.CheckIn();
        await monitor.Ask(seat.Message("M2", At.AddSeconds(1), null, MonitoredSeat.HeartRate(73)), Cancel);

        var kept = await MonitoredSeat.Readings(clinic);
        Assert.Equal([(72, true), (80, true), (73, false)], kept.Select(one => ((int)one.Value!.Value, one.Session is null)));
        Assert.Contains("No chair has this device", kept[1].Parked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_apart_what_does_not_agree_with_the_table_and_says_why()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();

        await monitor.Ask(seat.Message("M1", At, null, "NM|150456^MDC_ECG_HEART_RATE^MDC|1.1.1.1|72|264864^MDC_DIM_BEAT_PER_MIN^MDC|||||R"), Cancel);

        var apart = Assert.Single(await clinic.As(Role.Nurse, services => services.GetRequiredService<DeviceDesk>().Quarantine(Cancel)));
        Assert.Contains("150456^MDC_ECG_HEART_RATE", apart.Raw, StringComparison.Ordinal);
        Assert.NotEmpty(apart.Says);
        Assert.Empty(await MonitoredSeat.Readings(clinic));
    }

    [Fact]
    public async Task Reads_two_messages_that_come_in_one_packet()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();

        await monitor.Write((byte[])[.. Frame.Wrap(seat.Message("M1", At, null, MonitoredSeat.HeartRate(72))), .. Frame.Wrap(seat.Message("M2", At.AddSeconds(1), null, MonitoredSeat.HeartRate(73)))], Cancel);
        var answers = Encoding.UTF8.GetString(await monitor.Answer(Cancel)) + Encoding.UTF8.GetString(await monitor.Answer(Cancel));

        Assert.Contains("MSA|CA|M1", answers, StringComparison.Ordinal);
        Assert.Contains("MSA|CA|M2", answers, StringComparison.Ordinal);
        Assert.Equal(2, (await MonitoredSeat.Readings(clinic)).Count);
    }

    [Fact]
    public async Task Says_not_now_while_the_store_can_not_keep_it_and_takes_it_later()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();
        var message = seat.Message("M1", At, null, MonitoredSeat.HeartRate(72));

        await StoreSql(clinic, "ALTER TABLE reading_sets RENAME TO gone");
        var refused = Encoding.UTF8.GetString(await monitor.Ask(message, Cancel));
        await StoreSql(clinic, "ALTER TABLE gone RENAME TO reading_sets");
        var taken = Encoding.UTF8.GetString(await monitor.Ask(message, Cancel));

        Assert.Contains("MSA|CE|M1", refused, StringComparison.Ordinal);
        Assert.Contains("MSA|CA|M1", taken, StringComparison.Ordinal);
        Assert.Single(await MonitoredSeat.Readings(clinic));
    }

    private static LatestReading? Shown(TestClinic clinic, MonitoredSeat seat) =>
        clinic.Services.GetRequiredService<LatestReadings>().Of(seat.Session, VitalSign.HeartRate);

    private static async Task StoreSql(TestClinic clinic, string sql)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(clinic.DataFolder, "mooring.db")}");
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancel);
    }
}

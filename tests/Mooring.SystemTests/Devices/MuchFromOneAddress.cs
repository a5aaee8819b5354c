using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Devices.Mllp;
using Mooring.Practice.Devices;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Live;

namespace Mooring.SystemTests.Devices;

/// <summary>What somebody can do who reaches the plain port and has no device.</summary>
public class MuchFromOneAddress
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Three_thousand_invented_names_leave_twenty_that_wait_for_a_person(Engine engine)
    {
        await using var clinic = await TestClinic.Start(engine, but: options => options with { Mllp = new() });
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var sender = await seat.Monitor();
        var refused = 0;
        for (var number = 0; number < 3000; number++)
            refused += await Said(sender, MonitoredSeat.MessageOf($"INVENTED{number}", $"I{number}", Now, null, MonitoredSeat.HeartRate(70)), "MSA|CR|") ? 1 : 0;
        using var nurse = await clinic.Visitor(Role.Nurse);
        var page = await nurse.GetStringAsync(new Uri("/devices", UriKind.Relative), Cancel);
        var (newest, all) = await clinic.As(Role.Nurse, services => services.GetRequiredService<NewDevicesDesk>().Waiting(Cancel));
        var known = await clinic.As(Role.Nurse, services => services.GetRequiredService<DeviceDesk>().All(Cancel));

        Assert.Equal((2980, 20, 20), (refused, newest.Count, all));
        Assert.Equal([seat.Device], known.Select(device => device.Name));
        Assert.True(page.Length < 200_000, $"{page.Length} characters");
        Assert.True(await Said(sender, seat.Message("K1", Now, null, MonitoredSeat.HeartRate(71)), "MSA|CA|K1"));
    }

    [Fact]
    public async Task A_name_is_taken_into_the_list_by_a_person_and_one_taken_off_waits_again()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var sender = await seat.Monitor();
        foreach (var name in new[] { "NEW1", "NEW2" })
            await Said(sender, MonitoredSeat.MessageOf(name, name, Now, null, MonitoredSeat.HeartRate(70)), "MSA|CA|");

        var (refused, taken, off) = await clinic.As(Role.Nurse, async services =>
        {
            var desk = services.GetRequiredService<NewDevicesDesk>();
            return (await desk.Accept("NEW3", Cancel), await desk.Accept("NEW1", Cancel), await desk.Forget("NEW2", Cancel));
        });
        await Said(sender, MonitoredSeat.MessageOf("NEW2", "again", Now, null, MonitoredSeat.HeartRate(70)), "MSA|CA|");

        Assert.Equal("DEV301", Assert.Single(refused.Refusals).Code);
        Assert.True(taken.IsDone && off.IsDone);
        Assert.Equal([seat.Device, "NEW1"], (await clinic.As(Role.Nurse, services => services.GetRequiredService<DeviceDesk>().All(Cancel))).Select(device => device.Name).Order(StringComparer.Ordinal));
        Assert.Equal("NEW2", Assert.Single((await clinic.As(Role.Nurse, services => services.GetRequiredService<NewDevicesDesk>().Waiting(Cancel))).Newest).Name);
    }

    [Fact]
    public async Task What_a_stranger_sends_in_a_day_is_bounded_and_costs_a_known_device_nothing()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, but: options => options with { Mllp = new() { StrangerMessagesADay = 10, StrangerBytesADay = 100_000 } });
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var sender = await seat.Monitor();
        var taken = 0;
        for (var number = 0; number < 30; number++)
            taken += await Said(sender, MonitoredSeat.MessageOf("STRANGER", $"S{number}", Now, null, MonitoredSeat.HeartRate(70)), "MSA|CA|") ? 1 : 0;

        Assert.Equal(10, taken);
        Assert.True(await Said(sender, seat.Message("K1", Now, null, MonitoredSeat.HeartRate(71)), "MSA|CA|K1"));
    }

    [Fact]
    public async Task A_known_device_that_sends_too_much_is_told_to_keep_it_and_the_chair_says_so()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, but: options => options with { Mllp = new() { DeviceMessagesADay = 3 } });
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var sender = await seat.Monitor();
        for (var number = 0; number < 3; number++)
            await Said(sender, seat.Message($"K{number}", Now, null, MonitoredSeat.HeartRate(70)), "MSA|CA|");

        Assert.True(await Said(sender, seat.Message("K9", Now, null, MonitoredSeat.HeartRate(70)), "MSA|CE|K9"));
        using var nurse = await clinic.Visitor(Role.Nurse);
        Assert.Contains($"{seat.Device} sends more than is taken", await nurse.GetStringAsync(new Uri($"/sessions/{seat.Session}", UriKind.Relative), Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("W", Engine.Sqlite)]
    [InlineData("D", Engine.Sqlite)]
    [InlineData("C", Engine.Sqlite)]
    [InlineData("W", Engine.Postgres)]
    [InlineData("C", Engine.Postgres)]
    public async Task A_value_is_changed_by_nobody_but_who_sent_it(string status, Engine engine)
    {
        await using var clinic = await TestClinic.Start(engine);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();
        using var other = await seat.Monitor();
        var at = Now;
        await Said(monitor, seat.Message("K1", at, null, MonitoredSeat.HeartRate(71)), "MSA|CA|");

        var answered = await Said(other, Renamed(seat.Message("X1", at, null, MonitoredSeat.HeartRate(40, status))), "MSA|CA|X1");
        var value = Assert.Single(await MonitoredSeat.Readings(clinic));
        using var nurse = await clinic.Visitor(Role.Nurse);
        var page = await nurse.GetStringAsync(new Uri($"/sessions/{seat.Session}", UriKind.Relative), Cancel);
        await Said(monitor, seat.Message("K2", at, null, MonitoredSeat.HeartRate(72, "C")), "MSA|CA|");

        Assert.Equal((true, 71d, "final"), (answered, value.Value!.Value, value.Status));
        Assert.Contains($"Somebody else tried to change a value of {seat.Device}", page, StringComparison.Ordinal);
        Assert.Contains(await clinic.As(Role.Nurse, services => services.GetRequiredService<DeviceDesk>().Quarantine(Cancel)), one => one.Code == "DEV262");
        Assert.Equal((72d, "corrected"), Assert.Single((await MonitoredSeat.Readings(clinic)).Select(one => (one.Value!.Value, one.Status))));
    }

    [Fact]
    public async Task A_withdrawal_that_came_first_from_somebody_else_keeps_no_value_out()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();
        using var other = await seat.Monitor();
        var at = Now;
        await Said(other, Renamed(seat.Message("X1", at, null, MonitoredSeat.HeartRate(40, "W"))), "MSA|CA|X1");

        await Said(monitor, seat.Message("K1", at, null, MonitoredSeat.HeartRate(71)), "MSA|CA|");

        Assert.Contains(await MonitoredSeat.Readings(clinic), one => one is { Value: 71, ControlId: "K1" });
    }

    [Theory]
    [InlineData("device", "LIM104")]
    [InlineData("control", "LIM104")]
    public async Task A_name_without_end_is_refused_with_its_reason(string which, string code)
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var sender = await seat.Monitor();
        var name = new string('N', 100_000);

        var answer = Encoding.UTF8.GetString(await sender.Ask(MonitoredSeat.MessageOf(which == "device" ? name : seat.Device, which == "control" ? name : "L1", Now, null, MonitoredSeat.HeartRate(70)), Cancel));

        Assert.Contains("MSA|CR|", answer, StringComparison.Ordinal);
        Assert.Contains(code, answer, StringComparison.Ordinal);
        Assert.Equal([seat.Device], (await clinic.As(Role.Nurse, services => services.GetRequiredService<DeviceDesk>().All(Cancel))).Select(device => device.Name));
        Assert.Empty((await clinic.As(Role.Nurse, services => services.GetRequiredService<NewDevicesDesk>().Waiting(Cancel))).Newest);
    }

    // Another sender that names the same device.
    private static byte[] Renamed(byte[] message) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(message).Replace("|SIM^", "|OTHER^", StringComparison.Ordinal));

    private static async Task<bool> Said(MllpClient sender, byte[] message, string answer) =>
        Encoding.UTF8.GetString(await sender.Ask(message, Cancel)).Contains(answer, StringComparison.Ordinal);
}

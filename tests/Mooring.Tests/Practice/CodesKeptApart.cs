using System.Text;
using Mooring.Clinical;
using Mooring.Clinical.Vitals;
using Mooring.Practice.Devices;
using Mooring.Storage.Telemetry;

namespace Mooring.Tests.Practice;

/// <summary>Codes of devices that nobody knew: reviewed by a person, then filed.</summary>
public class CodesKeptApart
{
    private const string Device = "0A0B0CFFFE000001";
    private const string Line = "OBX|1|NM|0002-4bb8^EtCO2^99VENDOR|1.1.1.1|38|mm[Hg]^^UCUM|||||R";

    private static readonly MappingForm Meant = new() { Sign = "etco2/capnography", Unit = "mmhg", Reason = "Manual page 212." };

    [Fact]
    public async Task Are_mapped_by_a_prescriber_with_a_reason_and_can_be_ended()
    {
        await using var clinic = await ClinicInMemory.Open();
        var line = await Apart(clinic);

        var unread = await clinic.As(Role.Prescriber, (MappingDesk desk) => desk.Map(line, new() { Reason = "?" }, default));
        var mapped = await clinic.As(Role.Prescriber, (MappingDesk desk) => desk.Map(line, Meant, default));
        var again = await clinic.As(Role.Prescriber, (MappingDesk desk) => desk.Map(line, Meant, default));
        var ended = await clinic.As(Role.Prescriber, (MappingDesk desk) => desk.End(mapped.Value, default));
        var endedAgain = await clinic.As(Role.Prescriber, (MappingDesk desk) => desk.End(mapped.Value, default));

        Assert.Equal(["STO138", "STO139", "STO184"], unread.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(["STO137"], again.Refusals.Select(refusal => refusal.Code));
        Assert.True(ended.IsDone);
        Assert.Equal(["STO136"], endedAgain.Refusals.Select(refusal => refusal.Code));
        Assert.NotNull(Assert.Single(await clinic.As(Role.Prescriber, (MappingDesk desk) => desk.All(default))).EndedAt);
    }

    [Fact]
    public async Task Are_no_nurses_to_map_and_only_a_line_of_this_clinic_is_mapped()
    {
        await using var clinic = await ClinicInMemory.Open();
        var line = await Apart(clinic);

        Assert.Equal(["WEB150"], Codes(await clinic.As(Role.Nurse, (MappingDesk desk) => desk.Map(line, Meant, default))));
        Assert.Equal(["STO134"], Codes(await clinic.As(Role.Prescriber, (MappingDesk desk) => desk.Map(Guid.CreateVersion7(clinic.Clock.GetUtcNow()), Meant, default))));
    }

    [Fact]
    public async Task Are_filed_late_once_and_by_name()
    {
        await using var clinic = await ClinicInMemory.Open();
        var line = await Apart(clinic);
        var waiting = Assert.Single(await clinic.As(Role.Prescriber, (LateFilingDesk desk) => desk.Like(line, default)));
        var value = Read(waiting.ReceivedAt);

        var filed = await clinic.As(Role.Prescriber, (LateFilingDesk desk) => desk.File(waiting.Id, value, "M1", default));

        Assert.True(filed is { IsDone: true, Value: true });
        Assert.Empty(await clinic.As(Role.Prescriber, (LateFilingDesk desk) => desk.Like(line, default)));
        var kept = Assert.Single(await clinic.As(Role.Prescriber, (DeviceDesk desk) => desk.Quarantine(default)));
        Assert.Equal(ClinicInMemory.Person(Role.Prescriber).Name, kept.FiledBy);
    }

    [Fact]
    public async Task Are_not_filed_by_a_nurse_nor_when_the_line_is_not_here()
    {
        await using var clinic = await ClinicInMemory.Open();
        var line = await Apart(clinic);
        var value = Read(clinic.Clock.GetUtcNow());

        Assert.Equal(["WEB150"], Codes(await clinic.As(Role.Nurse, (LateFilingDesk desk) => desk.File(line, value, "M1", default))));
        Assert.Equal(["STO134"], Codes(await clinic.As(Role.Prescriber, (LateFilingDesk desk) => desk.File(Guid.CreateVersion7(clinic.Clock.GetUtcNow()), value, "M1", default))));
    }

    [Theory]
    [InlineData(Role.Nurse, "mindray-vs", null)]
    [InlineData(Role.Nurse, "no-such-profile", "STO183")]
    [InlineData(Role.FrontDesk, "mindray-vs", "WEB150")]
    public async Task Are_read_by_the_profile_that_a_device_was_given(Role role, string profile, string? code)
    {
        await using var clinic = await ClinicInMemory.Open();

        var given = await clinic.As(role, (ProfileDesk desk) => desk.Give(Device, profile, default));

        Assert.Equal(code, Codes(given).SingleOrDefault());
        Assert.Equal(code is null ? [profile] : [], (await clinic.As(Role.Nurse, (DeviceDesk desk) => desk.All(default))).Select(device => device.Profile?.Id));
    }

    private static IEnumerable<string> Codes<T>(Outcome<T> outcome) => outcome.Refusals.Select(refusal => refusal.Code);

    private static IncomingValue Read(DateTimeOffset at) => new(VitalSign.EtCO2, 38, at, ValueStatus.Final)
    {
        Devices = [Device],
        MeasuredAt = at,
        Code = "0002-4bb8",
        SubId = "1.1.1.1",
    };

    private static async Task<Guid> Apart(ClinicInMemory clinic)
    {
        var now = clinic.Clock.GetUtcNow();
        await clinic.As(Actor.Device(Device), (TelemetryBook book) => book.Keep(
            [
                new()
                {
                    Source = Device,
                    ControlId = "M1",
                    SentAt = "",
                    BodyHash = "1",
                    Bytes = Encoding.ASCII.GetBytes(Line),
                    Answer = Encoding.ASCII.GetBytes("AA"),
                    ReceivedAt = now,
                    Devices = [Device],
                    Quarantine = [new("unknown-code", "Nobody knows this code.", "OBX[1]-3", Line, IsAlert: true)],
                },
            ],
            default));
        return Assert.Single(await clinic.As(Role.Prescriber, (DeviceDesk desk) => desk.Quarantine(default))).Id;
    }
}

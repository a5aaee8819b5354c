using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Demo;
using Mooring.Devices.Mllp;
using Mooring.Practice.Devices;
using Mooring.Practice.Sessions;
using Mooring.Storage;
using Mooring.Storage.Telemetry;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Live;

/// <summary>Somebody in a chair with a monitor beside it, in a clinic that runs.</summary>
internal sealed record MonitoredSeat(TestClinic Clinic, Seat At)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Id<Session> Session => At.Session;

    public Id<Patient> Patient => At.Patient;

    /// <summary>Of the patient, as the monitor knows it.</summary>
    public string Number => At.Number;

    public Chair Chair => At.Chair;

    public string Device => At.Device;

    /// <summary>A patient checked in five minutes ago, at a chair of their own with a tied device of that chair's number.</summary>
    public static async Task<MonitoredSeat> Seat(TestClinic clinic, int number, string given = "Noor", bool isCheckedIn = true)
    {
        var made = new MonitoredSeat(clinic, await clinic.Seat(number, given, isCheckedIn));
        if (isCheckedIn)
            await made.HasBeenHereFor(TimeSpan.FromMinutes(5));
        return made;
    }

    public Task CheckIn() => Clinic.Seats.CheckIn(Session, Chair.Id);

    /// <summary>The device has stood there, and the patient has sat there, for so long.</summary>
    public Task HasBeenHereFor(TimeSpan time) => Clinic.As(Role.Nurse, async services =>
    {
        var since = (TimeProvider.System.GetUtcNow() - time).UtcTicks;
        var database = services.GetRequiredService<MooringDb>().Database;
        await database.ExecuteSqlAsync($"""UPDATE devices SET "TiedAt" = {since}""", Cancel);
        return await database.ExecuteSqlAsync($"""UPDATE sessions SET "SeatedAt" = {since}""", Cancel);
    });

    public async Task Decide(Func<Session, Act, Outcome<IReadOnlyList<SessionEvent>>> verb) => await Clinic.As(Role.Nurse, services => Decide(services, verb));

    /// <summary>A message of this chair's monitor, as plain text; the lines are result segments without their number.</summary>
    public byte[] Message(string controlId, DateTimeOffset at, string? pid = null, params string[] lines) => MessageOf(Device, controlId, at, pid, lines);

    public static byte[] MessageOf(string device, string controlId, DateTimeOffset at, string? pid, params string[] lines)
    {
        var time = at.UtcDateTime.ToString("yyyyMMddHHmmss.ffff", CultureInfo.InvariantCulture) + "+0000";
        var results = lines.Select((line, index) => Text($"OBX|{index + 1}|{line}\r"));
        return Encoding.UTF8.GetBytes(
            $"MSH|^~\\&|SIM^{device}^EUI-64||MOORING||{time}||ORU^R01^ORU_R01|{controlId}|P|2.6|||AL|NE||UNICODE UTF-8\r"
            + (pid is null ? "" : pid + "\r") + $"OBR|1|||182777000^monitoring of patient^SCT|||{time}\r{string.Concat(results)}");
    }

    public static string HeartRate(double value, string status = "R", string at = "") =>
        Text($"NM|147842^MDC_ECG_HEART_RATE^MDC|1.1.1.1|{value}|264864^MDC_DIM_BEAT_PER_MIN^MDC|||||{status}|||{at}");

    public static string SpO2(double value) => Text($"NM|150456^MDC_PULS_OXIM_SAT_O2^MDC|1.2.1.1|{value}|262688^MDC_DIM_PERCENT^MDC|||||R");

    public Task<MllpClient> Monitor() => MllpClient.Connect("127.0.0.1", Clinic.MllpPort, Cancel);

    public static Task<List<KeptReading>> Readings(TestClinic clinic) => clinic.As(Role.Nurse, async services =>
        await services.GetRequiredService<ReadingsBook>().Readings(default).ToListAsync(Cancel));

    private async Task Decide(IServiceProvider services, Func<Session, Act, Outcome<IReadOnlyList<SessionEvent>>> verb)
    {
        var decided = await services.GetRequiredService<SessionJournal>().Decide(Session, Stamp.Now(), verb, Cancel);
        Assert.True(decided.IsDone, string.Join("; ", decided.Refusals.Select(refusal => refusal.Says)));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

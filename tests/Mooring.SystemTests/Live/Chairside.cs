using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Vitals;
using Mooring.Content.Library;
using Mooring.Devices.Mllp;
using Mooring.Kinetics.Quantities;
using Mooring.Practice.Chairs;
using Mooring.Practice.Content;
using Mooring.Practice.Devices;
using Mooring.Practice.Patients;
using Mooring.Practice.Referrals;
using Mooring.Practice.Sessions;
using Mooring.Storage;
using Mooring.Storage.Journals;
using Mooring.Storage.Telemetry;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Live;

/// <summary>Somebody in a chair with a monitor beside it, in a clinic that runs.</summary>
internal sealed record Chairside(TestClinic Clinic, Id<Session> Session, Patient Patient, Chair Chair, string Device)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A patient checked in five minutes ago, at a chair of their own with a tied device of that chair's number.</summary>
    public static async Task<Chairside> Seat(TestClinic clinic, int number, string given = "Noor", bool isCheckedIn = true)
    {
        var made = await Make(clinic, number, given, isCheckedIn);
        if (isCheckedIn)
            await made.HasBeenHereFor(TimeSpan.FromMinutes(5));
        return made;
    }

    private static Task<Chairside> Make(TestClinic clinic, int number, string given, bool isCheckedIn) => clinic.As(Role.Nurse, async services =>
    {
        var chair = (await services.GetRequiredService<ChairDesk>().Add(Text($"Chair {number}"), "East room", Cancel)).Value!;
        var device = number.ToString("X16", CultureInfo.InvariantCulture);
        await services.GetRequiredService<DeviceDesk>().Tie(device, chair.Id, Cancel);
        var form = new ReferralForm
        {
            IsAnother = true,
            GivenName = given,
            FamilyName = "Willow",
            BirthDate = new(1984, 3, 9),
            Sex = Sex.Female,
            From = "Dr. Fern",
            Reason = "Two antidepressants did not help.",
        };
        var id = (await services.GetRequiredService<ReferralDesk>().TakeIn(form, Cancel)).Value;
        var patient = (await services.GetRequiredService<PatientDesk>().Find(id, Cancel))!;
        var made = new Chairside(clinic, Id<Session>.New(TimeProvider.System.GetUtcNow()), patient, chair, device);
        await services.GetRequiredService<SessionJournal>().Open(made.Session, await Plan(services, patient), Stamp(), Cancel);
        if (isCheckedIn)
            await made.CheckIn(services);
        return made;
    });

    public Task CheckIn() => Clinic.As(Role.Nurse, CheckIn);

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

    private Task CheckIn(IServiceProvider services) => Decide(services, (session, act) => session.CheckIn(act, Chair.Name, [Patient.FullName, "1984-03-09"]), new(Chair.Id));

    private async Task Decide(IServiceProvider services, Func<Session, Act, Outcome<IReadOnlyList<SessionEvent>>> verb, Entering? entering = null)
    {
        var decided = await services.GetRequiredService<SessionJournal>().Decide(Session, Stamp(), verb, Cancel, entering);
        Assert.True(decided.IsDone, string.Join("; ", decided.Refusals.Select(refusal => refusal.Says)));
    }

    private static EntryStamp Stamp() => new(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow());

    private static async Task<SessionPlan> Plan(IServiceProvider services, Patient patient)
    {
        var text = services.GetRequiredService<ClinicalLibrary>().Texts["monitoring/iv.yaml"];
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        var db = services.GetRequiredService<MooringDb>();
        if (await db.Set<ContentKeptRow>().FindAsync([db.Clinic, hash], Cancel) is null)
            db.Add(new ContentKeptRow { ClinicId = db.Clinic, Hash = hash, Id = "iv", Text = text, KeptAt = TimeProvider.System.GetUtcNow() });
        return new()
        {
            Patient = patient.Id.Value,
            PatientName = patient.FullName,
            Protocol = new("TRD-IV-STD", 1, "aa"),
            Monitoring = new("iv", 1, hash),
            Drug = "ketamine",
            Route = DoseRoute.Iv,
            Dose = Mass.Milligrams(35),
            HardCap = Mass.Milligrams(105),
            HardCapPerHour = Mass.Milligrams(210),
            Minutes = 40,
            BagMilliliters = 100,
            Weight = Weight.Kilograms(70),
            WeighedAt = TimeProvider.System.GetUtcNow(),
            Age = 41,
            Baseline = [new(VitalSign.Systolic, 120)],
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Vitals;
using Mooring.Practice.Devices;
using Mooring.Storage;
using Mooring.Storage.Audit;
using Mooring.Storage.Telemetry;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Live;

namespace Mooring.SystemTests.Devices;

public class ReviewingCodes
{
    private const string Own = "NM|0002-4bb8^EtCO2^99VENDOR|1.1.1.1|38|mm[Hg]^^UCUM|||||R";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_code_is_mapped_by_a_prescriber_with_a_reason_and_what_waited_is_filed_later_by_the_prescriber(Engine engine)
    {
        await using var clinic = await TestClinic.Start(engine);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();
        using var nurse = await clinic.Visitor(Role.Nurse);
        using var prescriber = await clinic.Visitor(Role.Prescriber);
        var first = Now;
        await monitor.Ask(seat.Message("M1", first, null, Own), Cancel);
        await monitor.Ask(seat.Message("M2", first.AddMilliseconds(300), null, Own.Replace("|38|", "|39|", StringComparison.Ordinal), Own.Replace("mm[Hg]", "kPa", StringComparison.Ordinal)), Cancel);
        var line = (await Apart(clinic)).First(kept => kept.Raw.Contains("|39|", StringComparison.Ordinal));
        var page = $"/devices/apart/{line.Id}";
        (string, string)[] typed = [("Form.Sign", "etco2/capnography"), ("Form.Unit", "mmhg"), ("Form.For", "device"), ("Form.Reason", "Manual page 212, compared with its screen.")];

        var offered = await nurse.Page(page);
        using var empty = await prescriber.Post(page, "map", ("Form.Sign", "etco2/capnography"), ("Form.Unit", "percent"));
        using var mapped = await prescriber.Post(page, "map", typed);
        await monitor.Ask(seat.Message("M3", first.AddMilliseconds(600), null, Own.Replace("|38|", "|40|", StringComparison.Ordinal)), Cancel);
        var afterwards = await MonitoredSeat.Readings(clinic);
        using var filed = await prescriber.Post(page, "late");
        var all = (await MonitoredSeat.Readings(clinic)).OrderBy(one => one.At).ToList();

        Assert.DoesNotContain("Map it", offered, StringComparison.Ordinal);
        Assert.Contains("A prescriber may say", offered, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("is not filed in that unit", WebUtility.HtmlDecode(await empty.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (mapped.StatusCode, filed.StatusCode));
        Assert.Equal(40, Assert.Single(afterwards).Value);
        Assert.Equal([38.0, 39.0, 40.0], all.Select(one => one.Value!.Value));
        Assert.Equal(["Mara Alder", "Mara Alder", null], all.Select(one => one.FiledBy));
        // It came before anybody could be known to sit there with this code, and yet at this patient's chair: the tie and the seat are older.
        Assert.All(all, one => Assert.Equal(seat.Session, one.Session));
        var apart = await Apart(clinic);
        Assert.Equal([false, true, true], apart.OrderBy(kept => kept.Raw.Contains("kPa", StringComparison.Ordinal) ? 0 : 1).Select(kept => kept.FiledBy is not null));
        Assert.Contains("Filed later", await nurse.Page("/devices"), StringComparison.Ordinal);
        await Trail(clinic, ("added", "code_mappings", 1), ("filed", "quarantine", 2));
    }

    [Fact]
    public async Task An_ended_mapping_keeps_the_code_apart_again_and_what_was_filed_by_it_stays()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();
        using var prescriber = await clinic.Visitor(Role.Prescriber);
        await monitor.Ask(seat.Message("M1", Now, null, Own), Cancel);
        var page = $"/devices/apart/{(await Apart(clinic))[0].Id}";
        using var mapped = await prescriber.Post(page, "map", ("Form.Sign", "etco2/capnography"), ("Form.Unit", "mmhg"), ("Form.Reason", "Manual page 212."));
        await monitor.Ask(seat.Message("M2", Now, null, Own.Replace("|38|", "|39|", StringComparison.Ordinal)), Cancel);

        using var ended = await prescriber.Post(page, "end");
        await monitor.Ask(seat.Message("M3", Now, null, Own.Replace("|38|", "|40|", StringComparison.Ordinal)), Cancel);

        Assert.Equal(39, Assert.Single(await MonitoredSeat.Readings(clinic)).Value);
        Assert.Equal(2, (await Apart(clinic)).Count);
        await Trail(clinic, ("added", "code_mappings", 1), ("changed", "code_mappings", 1));
    }

    [Fact]
    public async Task What_came_before_the_device_stood_there_is_filed_for_nobody()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();
        using var prescriber = await clinic.Visitor(Role.Prescriber);
        await monitor.Ask(seat.Message("M1", Now, null, $"{Own}|||{Now.AddHours(-2).UtcDateTime:yyyyMMddHHmmss}+0000"), Cancel);
        var page = $"/devices/apart/{(await Apart(clinic))[0].Id}";
        using var mapped = await prescriber.Post(page, "map", ("Form.Sign", "etco2/capnography"), ("Form.Unit", "mmhg"), ("Form.Reason", "Manual page 212."));

        using var filed = await prescriber.Post(page, "late");

        var reading = Assert.Single(await MonitoredSeat.Readings(clinic));
        Assert.Null(reading.Session);
        Assert.Contains("is not known", reading.Parked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_given_on_the_page_tells_two_pumps_of_one_gateway_apart_and_lines_keep_their_order()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var gateway = await seat.Monitor();
        using var nurse = await clinic.Visitor(Role.Nurse);
        async Task Send(string label, string id) => await gateway.Ask(OfAPump(label, id), Cancel);

        await Send("P00001", "1");
        using var given = await nurse.Post("/devices/device?name=0012211839000001", "place", ("Form.Chair", ""), ("Form.Profile", "bbraun-space"));
        await Send("P00001", "2");
        await Send("P00002", "3");
        await gateway.Ask(seat.Message("Q1", Now, null, [.. Enumerable.Range(0, 12).Select(n => $"NM|9{n:D2}^X^99A|1.1.1.{n}|1|x|||||R")]), Cancel);

        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        var rates = (await MonitoredSeat.Readings(clinic)).Where(one => one.Sign == VitalSign.PumpRate).Select(one => one.Device);
        Assert.Equal(["0012210000000000", "P00001", "P00002"], rates);
        var order = await clinic.As(Role.Nurse, async services => await services.GetRequiredService<ReadingsBook>().Quarantine(default).Where(kept => kept.Raw.Contains("99A", StringComparison.Ordinal)).Select(kept => kept.Place).ToListAsync(Cancel));
        Assert.Equal(Enumerable.Range(1, 12).Select(n => $"OBX[{n}]-3"), order);
        Assert.Contains("B. Braun Space", await nurse.Page("/devices/device?name=0012211839000001"), StringComparison.Ordinal);
        using var nobody = await nurse.GetAsync(new Uri("/devices/device?name=nobody", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
    }

    // The gateway and the id beside the label are the same for every pump.
    private static byte[] OfAPump(string label, string id) => Encoding.ASCII.GetBytes(
        $"MSH|^~\\&|PAT_DEVICE_BBRAUN^0012211839000001^EUI-64|BBRAUN|||20261122085958+0000||ORU^R01^ORU_R01|{id}|P|2.6|||AL|NE||ASCII\r"
        + "PID|||||^^^^^^U||||||||||||||||||||||||||Y\rOBR|1|||999999^Unknown medication|||20261122085958+0000\r"
        + $"OBX|1||70053^MDC_DEV_PUMP_INFUS_SYRINGE_MDS^MDC|1.0.0.0|||||||X|||||||{label}^^0012210000000000^EUI-64\r"
        + "OBX|2|NM|158014^MDC_FLOW_FLUID_PUMP_CURRENT^MDC|1.1.1.2|12|265266^MDC_DIM_MILLI_L_PER_HR^MDC|||||R\r");

    private static Task<IReadOnlyList<KeptApart>> Apart(TestClinic clinic) =>
        clinic.As(Role.Nurse, services => services.GetRequiredService<DeviceDesk>().Quarantine(Cancel));

    private static async Task Trail(TestClinic clinic, params (string Action, string Subject, int Count)[] expected)
    {
        var lines = await clinic.As(Role.Manager, services => services.GetRequiredService<MooringDb>().Set<AuditRow>().AsNoTracking().ToListAsync(Cancel));
        foreach (var (action, subject, count) in expected)
            Assert.Equal(count, lines.Count(line => line.Action == action && line.Subject == subject && line.ActorName == "Mara Alder"));
    }
}

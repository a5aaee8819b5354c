using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Practice.Bedside;
using Mooring.Practice.Records;
using Mooring.Practice.Sessions;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Live;
using Mooring.Web.Pages.Bedside.Records;

namespace Mooring.SystemTests.Proof;

public class ExportingARecord
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Taken_into_an_empty_clinic_it_is_the_same_again_to_the_last_column()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await WithAMonitor(clinic);
        var file = await Export(clinic, seat.Session);
        await using var empty = await TestClinic.Open(Engine.Sqlite);

        var taken = await TakeIn(empty, file);

        Assert.Empty(taken.Refusals);
        Assert.Equal(Comparable(file), Comparable(await Export(empty, seat.Session)));
        Assert.Equal(await Journal(clinic, seat.Session), await Journal(empty, seat.Session));
        var rows = JsonNode.Parse(file)!["rows"]!.AsObject().ToDictionary(kind => kind.Key, kind => kind.Value!.AsArray().Count, StringComparer.Ordinal);
        Assert.Equal((1, 1, 1, 1, 1, 1, 1), (rows["patients"], rows["chairs"], rows["content"], rows["messages"], rows["reading_layouts"], rows["reading_sets"], rows["quarantine"]));
    }

    [Fact]
    public async Task Is_not_taken_in_twice_nor_when_its_chain_is_broken()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await WithAMonitor(clinic);
        var file = await Export(clinic, seat.Session);
        var broken = JsonNode.Parse(file)!;
        broken["entries"]![1]!["entry"]!["by"]!["name"] = "Somebody Else";
        await using var empty = await TestClinic.Open(Engine.Sqlite);

        var refused = await TakeIn(empty, System.Text.Encoding.UTF8.GetBytes(broken.ToJsonString()));
        var again = await TakeIn(clinic, file);

        Assert.Equal("STO180", Assert.Single(refused.Refusals).Code);
        Assert.Contains("entry 2", refused.Refusals[0].Says, StringComparison.Ordinal);
        Assert.Equal("STO188", Assert.Single(again.Refusals).Code);
        Assert.Null(await empty.As(Role.Nurse, services => services.GetRequiredService<SessionDesk>().Find(seat.Session, Cancel)));
    }

    [Fact]
    public async Task As_a_page_stands_alone()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var seat = await clinic.Seat();

        var html = (await clinic.As(Role.Nurse, services => services.GetRequiredService<RecordPaper>().Html(seat.Session, Cancel)))!;

        Assert.Contains("Noor Willow", html, StringComparison.Ordinal);
        foreach (var outside in new[] { "src=", "href=", "url(", "@import", "http://", "https://", "<script", "<link" })
            Assert.DoesNotContain(outside, html, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<MonitoredSeat> WithAMonitor(TestClinic clinic)
    {
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();
        await monitor.Ask(
            seat.Message("M1", TimeProvider.System.GetUtcNow(), null, MonitoredSeat.HeartRate(72), MonitoredSeat.SpO2(97), MonitoredSeat.SpO2(-100)), Cancel);
        return seat;
    }

    private static async Task<byte[]> Export(TestClinic clinic, Id<Session> session) =>
        (await clinic.As(Role.Nurse, services => services.GetRequiredService<RecordArchive>().Write(session, Cancel)))!;

    private static Task<Outcome<Id<Session>>> TakeIn(TestClinic clinic, byte[] file) =>
        clinic.As(Role.Nurse, services => services.GetRequiredService<RecordArchive>().TakeIn(file, Cancel));

    private static Task<List<string>> Journal(TestClinic clinic, Id<Session> session) => clinic.As(Role.Nurse, async services =>
        (await services.GetRequiredService<SessionJournal>().Links(session, Cancel)).Select(link => Convert.ToHexString(link.Bytes.Span) + Convert.ToHexString(link.Hash.Span)).ToList());

    // Another clinic, and what it signed itself, are what may differ.
    private static string Comparable(byte[] file)
    {
        var record = JsonNode.Parse(file)!.AsObject();
        record.Remove("clinic");
        record.Remove("checkpoints");
        return record.ToJsonString();
    }
}

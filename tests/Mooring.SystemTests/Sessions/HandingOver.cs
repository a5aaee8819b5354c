using System.Net;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Demo;
using Mooring.Practice.Bedside;
using Mooring.Storage.Journals;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Devices;

namespace Mooring.SystemTests.Sessions;

/// <summary>Nobody takes the patient home before the minimum stay is over, whoever asks and by whichever way.</summary>
public class HandingOver
{
    private readonly SetClock clock = new(new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero));

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Waits_for_the_minimum_stay_at_the_desk(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine, clock);
        var bedside = await Recovering(clinic);

        Assert.Equal("SES284", (await Ask(bedside)).Refusals.Single().Code);
        Assert.Null((await bedside.Find())!.Escort);

        clock.Pass(61);
        Assert.Empty((await Ask(bedside)).Refusals);
        Assert.Equal("Otto Fennel", (await bedside.Find())!.Escort!.Name);
    }

    [Fact]
    public async Task Waits_for_it_when_the_form_is_sent_although_its_button_is_shut()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Recovering(clinic);
        using var nurse = await clinic.Visitor(Role.Nurse);

        using var early = await Send(nurse, bedside);

        Assert.Contains("nobody is handed over before", await early.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Null((await bedside.Find())!.Escort);
        clock.Pass(61);
        using var late = await Send(nurse, bedside);
        Assert.Equal(HttpStatusCode.Found, late.StatusCode);
        Assert.NotNull((await bedside.Find())!.Escort);
    }

    private static Task<HttpResponseMessage> Send(HttpClient nurse, Bedside bedside) => nurse.Post(
        $"/sessions/{bedside.Session}/discharge", "escort",
        ("Guide.Name", "Otto Fennel"), ("Guide.Relationship", "brother"), ("Guide.Phone", "555 0100"), ("Guide.Verified", "true"), ("Guide.EventId", bedside.Stamp().EventId.ToString()));

    private static Task<Outcome<Session>> Ask(Bedside bedside) => bedside.By(Role.Nurse, (LeavingDesk desk, EntryStamp stamp) => desk.HandOver(
        bedside.Session, new() { Name = "Otto Fennel", Relationship = "brother", Phone = "555 0100", Verified = true }, stamp, default));

    private async Task<Bedside> Recovering(TestClinic clinic)
    {
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.Ready();
        await bedside.Start();
        clock.Pass(40);
        await bedside.Do(Role.Nurse, (DosingDesk desk, EntryStamp stamp) => desk.StopInfusion(bedside.Session, new() { Completed = true }, stamp, default));
        return bedside;
    }
}

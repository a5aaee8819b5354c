using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Cli.Demo;
using Mooring.Clinical;
using Mooring.Storage.Desks;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Tour;

public class TheWholeWay
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AVitalSet = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Leads_one_person_from_her_referral_to_a_signed_and_unbroken_record()
    {
        var clock = new DemoClock();
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var (nurse, prescriber) = (await Browser.Page(clinic, Role.Nurse), await Browser.Page(clinic, Role.Prescriber));
        var before = new BeforeTheChair(clinic, nurse, prescriber);

        await before.Refer();
        await before.AnswerOnHerPhone();
        await before.GoThroughHerHistory();
        await before.Decide();
        await before.Consent();
        await before.SignThePlan();
        var chair = new AtTheChair(clinic, clock, nurse, prescriber, before.Patient);
        await chair.GetReady();
        await chair.ReadTheLabelTwice();
        await chair.StartTheInfusion();
        var seen = await chair.SeeTheMonitor();
        var typed = await chair.Measure(delay: 200);
        await chair.PauseResumeAndEnd();
        var tooEarly = await chair.TryToLeave();
        await chair.Leave();
        await chair.Sign();
        var record = await chair.ReadTheRecord();
        var journals = await clinic.As(Role.Manager, services => services.GetRequiredService<VerifyDesk>().Walk(null, TestContext.Current.CancellationToken));

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"monitor to bedside page: {seen.TotalMilliseconds:0} ms; a set of vital signs typed by keys: {typed.TotalSeconds:0.0} s"));
        Assert.True(seen < Soon, $"The bedside showed the value after {seen}.");
        Assert.True(typed < AVitalSet, $"A set of vital signs took {typed}.");
        Assert.Contains("minimum stay", tooEarly, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Noor Willow", record, StringComparison.Ordinal);
        Assert.Contains("Mara Alder", record, StringComparison.Ordinal);
        Assert.Contains("Robin Willow", record, StringComparison.Ordinal);
        Assert.Null(Assert.Single(journals).Break);
        await nurse.Context.DisposeAsync();
        await prescriber.Context.DisposeAsync();
    }
}

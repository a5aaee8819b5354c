using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Practice.Access;
using Mooring.Practice.Records;
using Mooring.Storage.Projections;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Tour;

public class TheWholeWay
{
    [Fact]
    public async Task Leads_one_person_from_the_referral_through_a_session_to_the_review_of_the_course()
    {
        var clock = new RunningClock(new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero));
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var nurse = await Browser.Page(clinic, Role.Nurse, width: 1024, height: 768, isTouched: true);
        var prescriber = await Browser.Page(clinic, Role.Prescriber);

        var before = new BeforeTheChair(clinic, clock, nurse, prescriber);
        await using var phone = new PatientPhone(clinic, await before.Refer());
        await phone.Open();
        var told = await phone.TellTheHistory();
        await phone.AnswerPhq9(choice: 2);
        await before.GoThroughTheHistory();
        await before.Decide();
        var misread = await before.Consent();
        await before.SignThePlan();
        await before.GoWithoutTheBaseline();
        Assert.True(told > 10, $"The patient was asked only {told} things.");
        Assert.NotEqual("", misread);

        var chair = new AtTheChair(clinic, clock, nurse, prescriber);
        await chair.GetReady(before.Patient);
        await chair.ReadTheLabelTwice();
        await chair.StartTheInfusion();
        await chair.SeeTheMonitor();
        await chair.Vitals.FromTheMonitor();
        await chair.Vitals.ByKeys();
        await chair.Vitals.ByTouch();
        await chair.RunTheInfusionToItsEnd();
        var recovering = await chair.Now();
        Assert.Equal((Phase.Recovering, "Mara Alder"), (recovering.Phase, recovering.TimeOutDone?.VerifiedBy.Name));
        Assert.Equal(87, recovering.Chart.Of("hr").Single(value => value.Source == ValueSource.Device).Value);

        var door = new OutOfTheDoor(clock, chair, nurse, prescriber);
        var tooEarly = await door.TryToLeave();
        await door.WaitUntilTheStayIsOver();
        var unanswered = await door.TryToLeave();
        await door.AnswerTheCriteria();
        var alone = await door.TryToLeave();
        await door.HandOverAndLeave();
        await door.Sign();
        Assert.Contains("The minimum stay ends at", tooEarly, StringComparison.Ordinal);
        Assert.Contains("Not answered", unanswered, StringComparison.Ordinal);
        Assert.DoesNotContain("The minimum stay ends at", unanswered, StringComparison.Ordinal);
        Assert.Contains("No escort", alone, StringComparison.Ordinal);
        Assert.DoesNotContain("Not answered", alone, StringComparison.Ordinal);
        Assert.Equal(Phase.Signed, (await chair.Now()).Phase);

        var record = await door.ReadTheRecord();
        var pdf = await door.PrintTheRecord();
        Assert.All(["Noor Willow", "Mara Alder", "Ben Rowan", "Robin Willow"], name => Assert.Contains(name, record, StringComparison.Ordinal));
        Assert.Equal("%PDF-"u8, pdf.AsSpan(0, 5));

        var after = new AfterTheChair(clinic, before.Patient);
        clock.Pass(TimeSpan.FromDays(1));
        Assert.Contains("Suicidal thoughts: no. Mood: 6 of 10", await after.Call(nurse), StringComparison.Ordinal);
        await after.WriteNotes("Let a mother go.", "The dream about the lake.");
        var notes = await after.ReadNotes(prescriber);
        Assert.Contains("Let a mother go.", notes, StringComparison.Ordinal);
        Assert.Contains("You see that it exists", notes, StringComparison.Ordinal);
        Assert.DoesNotContain("The dream about the lake.", notes, StringComparison.Ordinal);

        clock.Pass(TimeSpan.FromDays(6));
        // The link of the week before has ended; the front desk gives a new one.
        var again = await clinic.As(Role.FrontDesk, services => services.GetRequiredService<PatientLinkDesk>().Make(new(before.Patient), "text message", TestContext.Current.CancellationToken));
        await using var later = new PatientPhone(clinic, new Uri(clinic.Address, $"/p/{again.Value}").ToString());
        await later.Open();
        await later.AnswerPhq9(choice: 1);
        Assert.Contains("from 16 to 8", await after.LookAtTheOutcome(prescriber), StringComparison.Ordinal);
        Assert.Contains("Continue as planned, by Mara Alder", await after.Review(prescriber), StringComparison.Ordinal);

        var journals = await clinic.As(Role.Manager, services => services.GetRequiredService<VerifyDesk>().Walk(null, TestContext.Current.CancellationToken));
        Assert.Null(Assert.Single(journals).Break);
        var rebuilt = await clinic.As(Role.Manager, services => services.GetRequiredService<ProjectionRebuild>().Run(keep: false, TestContext.Current.CancellationToken));
        Assert.Equal(["sessions", "scores", "told events", "decisions"], rebuilt.Select(table => table.Name));
        Assert.All(rebuilt, table => Assert.True(table is { Rows: > 0, Different: 0 } or { Name: "told events", Different: 0 }, $"{table.Name} has {table.Rows} rows, {table.Different} of them not as their sources say."));
        await nurse.Context.DisposeAsync();
        await prescriber.Context.DisposeAsync();
    }
}

using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Settings;
using Mooring.Practice.Bedside;
using Mooring.Practice.Plans;
using Mooring.Practice.Settings;
using Mooring.SystemTests.Courses;
using Mooring.SystemTests.Devices;

namespace Mooring.SystemTests.Settings;

public class PlanningOnClosedDays
{
    private static readonly DateOnly Sunday = new(2026, 3, 22);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Moving_a_visit_there_is_asked_about_and_kept_once_it_is_meant()
    {
        await using var care = await WithAPlan();
        using var desk = await care.Clinic.Visitor(Role.FrontDesk);
        var visit = await Dosing(care);
        var page = $"/patients/{care.Patient}/visits?move={visit.Id}";
        (string, string)[] typed = [("Form.From", $"{visit.What.On:yyyy-MM-dd}"), ("Form.To", $"{Sunday:yyyy-MM-dd}"), ("Form.Because", "They travel in the week.")];

        using var asked = await desk.Post(page, "move", typed);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        var question = WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync(Cancel));
        Assert.Contains("The clinic is closed on Sunday, Mar 22, 2026.", question, StringComparison.Ordinal);
        Assert.Contains("They travel in the week.", question, StringComparison.Ordinal);
        Assert.Contains("the protocol wants at least 14 days between the two", question, StringComparison.Ordinal);
        foreach (var box in new[] { "IsClosedMeant", "IsOutsideMeant" })
            Assert.Matches(new Regex($"type=\"checkbox\"[^>]*name=\"Form.{box}\"", RegexOptions.None, TimeSpan.FromSeconds(1)), question);
        Assert.Equal(visit.What.On, (await Dosing(care)).What.On);
        using var meant = await desk.Post(page, "move", [.. typed, ("Form.IsClosedMeant", "true"), ("Form.IsOutsideMeant", "true")]);
        Assert.Equal(HttpStatusCode.Found, meant.StatusCode);
        Assert.Equal(Sunday, (await Dosing(care)).What.On);
    }

    [Fact]
    public async Task A_holiday_is_asked_about_by_its_name_and_an_open_sunday_is_not()
    {
        await using var care = await WithAPlan();
        var visit = await Dosing(care);
        await Set(care, new ClosedDayAdded(Sunday.AddDays(1), "Founders Day"));
        await Set(care, new OpeningChange([.. OpeningTimes.Week.Select(day => new TypedDay(day, true, "08:00", "17:00"))]));

        var holiday = await Move(care, visit, Sunday.AddDays(1));
        var sunday = await Move(care, visit, Sunday);

        Assert.Contains("Founders Day", Assert.Single(holiday.Refusals, refusal => refusal.Code == "VIS106").Says, StringComparison.Ordinal);
        Assert.True(sunday.IsDone);
    }

    [Fact]
    public async Task A_plan_that_begins_there_is_asked_about_and_kept_once_it_is_meant()
    {
        await using var care = await CareClinic.WithSomeoneKnown();
        await care.FindEligible();
        await care.Consent();
        var form = CareClinic.PlanForm("50") with { FirstDosing = Sunday };

        var asked = await care.Sign(form);
        var meant = await care.Sign(form with { IsClosedMeant = true });

        Assert.Equal("CRS112", Assert.Single(asked.Refusals).Code);
        Assert.Equal(Sunday, meant.Value!.What.Dosings.First().On);
    }

    [Fact]
    public async Task A_session_is_opened_there_without_another_question()
    {
        await using var care = await WithAPlan();
        var visit = await Dosing(care);
        care.Clock.Now = new(2026, 3, 8, 15, 0, 0, TimeSpan.Zero);
        var id = Id<Session>.New(care.Clock.Now);

        var opened = await care.Ask(Role.Nurse, services => services.GetRequiredService<SessionOpening>().Open(care.Patient, visit.Id, id, new(id.Value, care.Clock.Now, care.Clock.Now), Cancel));

        Assert.Equal(DayOfWeek.Sunday, care.Clinic.Clinic.DayOf(care.Clock.Now).DayOfWeek);
        Assert.Empty(opened.Refusals);
    }

    private static async Task<CareClinic> WithAPlan()
    {
        var care = await CareClinic.WithSomeoneKnown(start: true);
        await care.FindEligible();
        await care.Consent();
        Assert.Empty((await care.Sign(CareClinic.PlanForm("50"))).Refusals);
        return care;
    }

    private static async Task<PlannedVisit> Dosing(CareClinic care) =>
        (await care.Ask(Role.FrontDesk, services => services.GetRequiredService<VisitDesk>().Of(care.Patient, Cancel))).First(visit => visit.What is { Kind: VisitKind.Dosing, Session: 1 });

    private static Task<Outcome<PlannedVisit>> Move(CareClinic care, PlannedVisit visit, DateOnly to) =>
        care.Ask(Role.FrontDesk, services => services.GetRequiredService<VisitDesk>().Move(care.Patient, visit.Id, new(to, "They travel.") { IsOutsideMeant = true }, Cancel));

    private static async Task Set(CareClinic care, SettingsChange change) =>
        Assert.Empty((await care.Ask(Role.Manager, services => services.GetRequiredService<SettingsDesk>().Change(change, 0, Cancel))).Refusals);
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Settings;
using Mooring.Demo;
using Mooring.Practice.Settings;
using Mooring.Storage;
using Mooring.Storage.Audit;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Devices;
using Mooring.Web;

namespace Mooring.SystemTests.Settings;

public class SettingTheClinic
{
    private static readonly IdentityChange Renamed = new("Quay Clinic", "America/Chicago", null, IsMonitoredSetting: false, IsZoneMeant: false);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_manager_changes_name_and_zone_and_a_nurses_page_says_them()
    {
        // Twenty past midnight in Chicago, and still the evening before in Denver.
        await using var clinic = await TestClinic.Start(Engine.Sqlite, new SetClock(new(2026, 3, 3, 6, 20, 0, TimeSpan.Zero)));
        using var manager = await clinic.Visitor(Role.Manager);
        using var nurse = await clinic.Visitor(Role.Nurse);
        Assert.Contains("Tue, Mar 3, 2026, Harbor Test Clinic", await nurse.Page("/"), StringComparison.Ordinal);
        (string, string)[] typed = [("Form.Shown", "0"), ("Form.Name", "Quay Clinic"), ("Form.TimeZone", "America/Denver")];

        using var asked = await manager.Post("/settings", "clinic", typed);
        using var meant = await manager.Post("/settings", "clinic", [.. typed, ("Form.IsZoneMeant", "true")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        var question = await asked.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("no more by America/Chicago", question, StringComparison.Ordinal);
        Assert.Contains("value=\"Quay Clinic\"", question, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, meant.StatusCode);
        Assert.Contains("Mon, Mar 2, 2026, Quay Clinic", await nurse.Page("/"), StringComparison.Ordinal);
        var after = await manager.Page("/settings");
        Assert.Contains("Changed Mon, Mar 2, 2026 at 11:20 PM by Ada Linden.", after, StringComparison.Ordinal);
        Assert.Contains("Time zone: America/Denver, before America/Chicago", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_server_of_the_clinic_goes_by_it_at_once()
    {
        await using var clinic = await TestClinic.Open(Engine.Postgres);
        await using var other = MooringHost.Build(clinic.Services.GetRequiredService<ServerOptions>() with { MllpPort = null });
        Assert.Equal("Harbor Test Clinic", (await Seen(other.Services, clinic))!.Name);

        Assert.Empty((await Change(clinic, Renamed, 0)).Refusals);
        Assert.Empty((await Change(clinic, new ScreensChange("2"), 0)).Refusals);

        var seen = (await Seen(other.Services, clinic))!;
        Assert.Equal(("Quay Clinic", TimeSpan.FromMinutes(2)), (seen.Name, seen.LockAfter));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_two_managers_change_in_different_parts_both_stands(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);

        var done = await Task.WhenAll(
            Change(clinic, Renamed, 0), Change(clinic, new ScreensChange("2"), 0), Change(clinic, new LanguagesChange([Language.English]), 0),
            Change(clinic, new ClosedDayAdded(new(2026, 12, 25), "Christmas Day"), 0), Change(clinic, new ClosedDayAdded(new(2027, 1, 1), "New Year's Day"), 0));

        Assert.All(done, one => Assert.Empty(one.Refusals));
        var editions = await Editions(clinic);
        Assert.Equal([5, 4, 3, 2, 1, 0], editions.Select(edition => edition.Edition));
        var now = editions[0].Settings;
        Assert.Equal(("Quay Clinic", TimeSpan.FromMinutes(2), 2), (now.Name, now.LockAfter, now.Opening.Closed.Count));
        Assert.Equal([Language.English], now.Languages);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_second_who_saves_the_same_part_is_told_what_changed(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);

        var both = await Task.WhenAll(Change(clinic, Renamed, 0), Change(clinic, Renamed with { Name = "Lagoon Clinic" }, 0));

        var told = Assert.Single(Assert.Single(both, one => !one.IsDone).Refusals);
        var stands = (await Editions(clinic))[0];
        Assert.Equal("SET102", told.Code);
        Assert.Contains($"Meanwhile Ada Linden saved this", told.Says, StringComparison.Ordinal);
        Assert.Contains($"Name: {stands.Settings.Name}, before Harbor Test Clinic", told.Says, StringComparison.Ordinal);
        Assert.Equal(1, stands.Edition);
    }

    [Fact]
    public async Task Whoever_was_told_what_changed_may_save_all_the_same()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        using var manager = await clinic.Visitor(Role.Manager);
        Assert.Empty((await Change(clinic, new ScreensChange("2"), 0)).Refusals);

        using var told = await manager.Post("/settings", "screens", ("Form.Shown", "0"), ("Form.Minutes", "9"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.StatusCode);
        var page = await told.Content.ReadAsStringAsync(Cancel);
        Assert.Matches("name=\"Form.Minutes\" value=\"9\"", page);
        Assert.Matches("id=\"screens\"(.|\\n)*?name=\"Form.Shown\" value=\"1\"", page);
        using var saved = await manager.Post("/settings", "screens", ("Form.Shown", "1"), ("Form.Minutes", "9"));
        Assert.Equal(HttpStatusCode.Found, saved.StatusCode);
    }

    [Fact]
    public async Task Is_left_to_managers_and_stands_in_the_access_log()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);

        var refused = await Change(clinic, Renamed, 0, Role.Nurse);
        await Change(clinic, Renamed, 0);

        Assert.Equal("SET101", Assert.Single(refused.Refusals).Code);
        var line = await clinic.As(Role.Manager, services => services.GetRequiredService<MooringDb>().Set<AuditRow>().SingleAsync(row => row.Subject == "settings", Cancel));
        Assert.Equal(("added", "Ada Linden"), (line.Action, line.ActorName));
    }

    [Fact]
    public async Task A_form_that_changes_nothing_makes_no_edition()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);

        var done = await Change(clinic, Renamed with { Name = "Harbor Test Clinic" }, 0);

        Assert.Equal(0, done.Value!.Edition);
    }

    [Fact]
    public async Task An_idle_tablet_locks_when_the_clinic_says()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await Live.MonitoredSeat.Seat(clinic, 1);
        Assert.Empty((await Change(clinic, new ScreensChange("2"), 0)).Refusals);
        using var nurse = await clinic.Visitor(Role.Nurse);

        Assert.Contains("data-lock-after=\"120\"", await nurse.Page($"/sessions/{seat.Session}"), StringComparison.Ordinal);
    }

    private static Task<Clinic?> Seen(IServiceProvider server, TestClinic clinic)
    {
        var scope = server.CreateScope();
        scope.ServiceProvider.GetRequiredService<ClinicScope>().Enter(clinic.Clinic.Id, null);
        return scope.ServiceProvider.GetRequiredService<CurrentClinic>().Find(Cancel);
    }

    private static Task<Outcome<SettingsEdition>> Change(TestClinic clinic, SettingsChange change, int shown, Role by = Role.Manager) =>
        clinic.As(by, services => services.GetRequiredService<SettingsDesk>().Change(change, shown, Cancel));

    private static Task<IReadOnlyList<SettingsEdition>> Editions(TestClinic clinic) =>
        clinic.As(Role.Manager, services => services.GetRequiredService<SettingsDesk>().Editions(Cancel));
}

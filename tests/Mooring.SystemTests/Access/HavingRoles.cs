using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Practice.Access;
using Mooring.Practice.Chairs;
using Mooring.Storage;
using Mooring.Storage.Accounts;
using Mooring.Storage.Audit;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Access;

/// <summary>What somebody may do follows the roles they have now, on pages and behind them.</summary>
public sealed partial class HavingRoles
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task In_two_roles_somebody_may_do_both_from_the_next_sign_in_on(Engine engine)
    {
        await using var clinic = await TestClinic.Start(engine);
        using var before = await clinic.Visitor(Role.Nurse);
        Assert.Contains("/not-yours", await Answer(before, "/staff"), StringComparison.Ordinal);

        await Change(clinic, Role.Nurse, [Role.Nurse, Role.Manager]);

        Assert.Contains("/sign-in", await Answer(before, "/board"), StringComparison.Ordinal);
        using var nurse = await clinic.Visitor(Role.Nurse);
        Assert.Equal("200", await Answer(nurse, "/staff"));
        Assert.Equal("200", await Answer(nurse, "/board"));
        await Change(clinic, Role.Nurse, [Role.Technician]);
        Assert.Contains("/sign-in", await Answer(nurse, "/staff"), StringComparison.Ordinal);
        using var technician = await clinic.Visitor(Role.Nurse);
        Assert.Contains("/not-yours", await Answer(technician, "/staff"), StringComparison.Ordinal);
        Assert.Contains("technician", await technician.GetStringAsync("/", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_ticks_them_on_a_page_and_the_log_keeps_it()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        using var manager = await clinic.Visitor(Role.Manager);
        var id = clinic.Staff[Role.Nurse].Id;

        var saved = await Post(manager, $"/staff/{id}/roles", "Nurse", "Biller");
        var none = await Post(manager, $"/staff/{id}/roles");

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("Choose at least one role.", await none.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        var (roles, lines) = await clinic.As(Role.Manager, async services =>
        {
            var db = services.GetRequiredService<MooringDb>();
            return ((await db.Set<StaffRow>().AsNoTracking().SingleAsync(row => row.Id == id, Cancel)).Roles,
                await db.Set<AuditRow>().AsNoTracking().Where(row => row.ActorId == clinic.Staff[Role.Manager].Id && row.Before!.Contains("MoreRoles")).CountAsync(Cancel));
        });
        Assert.Equal([Role.Nurse, Role.Biller], roles);
        Assert.Equal(1, lines);
    }

    [Fact]
    public async Task Without_the_right_the_desk_refuses_too()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);

        var changed = await clinic.As(Role.Nurse, services => services.GetRequiredService<StaffRoles>().Change(clinic.Staff[Role.Nurse].Id, [Role.Prescriber], Cancel));
        var invited = await clinic.As(Role.PrivacyOfficer, services => services.GetRequiredService<StaffDesk>().Add("Wren Dale", "wren", Role.Nurse, Cancel));
        var chair = await clinic.As(Role.FrontDesk, services => services.GetRequiredService<ChairDesk>().Add("Chair 9", "Hall", Cancel));

        Assert.Equal(["WEB150", "WEB150", "WEB150"], new[] { changed.Refusals, invited.Refusals, chair.Refusals }.Select(refusals => Assert.Single(refusals).Code));
    }

    [Fact]
    public async Task Nobody_gives_up_the_say_over_staff_or_makes_a_patient_of_somebody()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);

        var alone = await Change(clinic, Role.Manager, [Role.Nurse]);
        var patient = await Change(clinic, Role.Nurse, [Role.Nurse, Role.Patient]);
        var none = await Change(clinic, Role.Nurse, []);
        var twice = await Change(clinic, Role.Nurse, [Role.Nurse, Role.Nurse]);
        var more = await Change(clinic, Role.Manager, [Role.Nurse, Role.Manager]);

        Assert.Equal(["WEB149", "WEB111", "WEB151", "WEB151"], new[] { alone, patient, none, twice }.Select(refused => Assert.Single(refused.Refusals).Code));
        Assert.True(more.IsDone);
    }

    [Fact]
    public async Task Every_role_has_a_first_page_that_says_what_it_may_do()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);

        foreach (var role in clinic.Staff.Keys)
        {
            using var visitor = await clinic.Visitor(role);
            var page = await visitor.GetStringAsync("/", Cancel);
            Assert.Contains(clinic.Rights.Terms.Single(term => term.Role == role).Says, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        }
    }

    // Reading who looked is not looking.
    [Fact]
    public async Task The_privacy_officer_reads_the_log_and_no_chart()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        using var officer = await clinic.Visitor(Role.PrivacyOfficer);

        Assert.Equal("200", await Answer(officer, "/access-log"));
        Assert.All(await Task.WhenAll(Answer(officer, "/patients"), Answer(officer, "/board"), Answer(officer, "/staff")), answer => Assert.Contains("/not-yours", answer, StringComparison.Ordinal));
    }

    private static Task<Outcome<StaffRow>> Change(TestClinic clinic, Role whose, IReadOnlyList<Role> roles) =>
        clinic.As(Role.Manager, services => services.GetRequiredService<StaffRoles>().Change(clinic.Staff[whose].Id, roles, Cancel));

    private static async Task<string> Answer(HttpClient visitor, string page)
    {
        using var answer = await visitor.GetAsync(page, Cancel);
        return answer.Headers.Location?.ToString() ?? ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<HttpResponseMessage> Post(HttpClient visitor, string page, params IEnumerable<string> roles)
    {
        var shown = await visitor.GetStringAsync(page, Cancel);
        using var form = new FormUrlEncodedContent(
            [new("_handler", "roles"), new("__RequestVerificationToken", TokenField().Match(shown).Groups[1].Value), .. roles.Select(role => KeyValuePair.Create("roles", role))]);
        return await visitor.PostAsync(page, form, Cancel);
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""", RegexOptions.None, 1000)]
    private static partial Regex TokenField();
}

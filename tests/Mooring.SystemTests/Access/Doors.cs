using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Practice.Access;
using Mooring.Storage;
using Mooring.Storage.Accounts;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Access;

/// <summary>Coming in, going out, and every way in that must not open.</summary>
public sealed partial class Doors
{
    private const string Password = "a boat rests at its mooring";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cookie_that_was_copied_is_worth_nothing_after_signing_out()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var cookies = new CookieContainer();
        using var nurse = With(clinic, cookies);
        using var entered = await nurse.GetAsync(await clinic.LinkFor(Role.Nurse), Cancel);
        using var thief = With(clinic, cookies: null);
        thief.DefaultRequestHeaders.Add("Cookie", cookies.GetCookieHeader(clinic.Address));
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync("/patients", Cancel)).StatusCode);

        using var form = await Form(nurse, "/patients", []);
        using var left = await nurse.PostAsync("/sign-out", form, Cancel);

        Assert.Equal("/sign-in", left.Headers.Location?.ToString());
        Assert.Contains("/sign-in", (await thief.GetAsync("/patients", Cancel)).Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_signed_out_by_another_site()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        using var nurse = await clinic.Visitor(Role.Nurse);

        using var forged = await nurse.PostAsync("/sign-out", new FormUrlEncodedContent([]), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await nurse.GetAsync("/patients", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Who_is_disabled_is_out_at_once()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        using var nurse = await clinic.Visitor(Role.Nurse);
        var id = clinic.Staff[Role.Nurse].Id;
        Assert.Equal(HttpStatusCode.OK, (await nurse.GetAsync("/patients", Cancel)).StatusCode);

        await clinic.As(Role.Manager, services => services.GetRequiredService<MooringDb>().Set<StaffRow>()
            .Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(staff => staff.IsDisabled, true), Cancel));

        Assert.Contains("/sign-in", (await nurse.GetAsync("/patients", Cancel)).Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/patients", "/patients")]
    public async Task Signing_in_leads_on_to_this_house_only(string then, string leadsTo)
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var name = await Employ(clinic);
        using var visitor = await clinic.Visitor();
        var page = "/sign-in?then=" + Uri.EscapeDataString(then);

        using var form = await Form(visitor, page, new() { ["_handler"] = "sign-in", ["Form.UserName"] = name, ["Form.Password"] = Password });
        using var entered = await visitor.PostAsync(page, form, Cancel);

        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        Assert.Equal(leadsTo, entered.Headers.Location!.IsAbsoluteUri ? entered.Headers.Location.PathAndQuery : entered.Headers.Location.ToString());
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_set_up_link_works_once_and_no_other_makes_a_second_clinic(Engine engine)
    {
        await using var server = await EmptyServer.Open(engine);
        var first = await server.Ask(desk => desk.FirstLink(Cancel));
        var second = await server.Ask(desk => desk.FirstLink(Cancel));
        var form = new SetUpForm { Clinic = "Quay Clinic", Phone = "(312) 555-0147", FullName = "Ada Linden", UserName = "ada", Password = Password, Again = Password };

        var empty = await server.Ask(desk => desk.SetUp(first!, new() { TimeZone = "Moon/North", Password = "short", Again = "shorter" }, Cancel));
        var undialed = await server.Ask(desk => desk.SetUp(first!, form with { Phone = "ask for Ada" }, Cancel));
        var made = await server.Ask(desk => desk.SetUp(first!, form, Cancel));
        var again = await server.Ask(desk => desk.SetUp(first!, form, Cancel));
        var other = await server.Ask(desk => desk.SetUp(second!, form with { UserName = "eve" }, Cancel));

        Assert.Equal(["again", "clinic", "fullName", "password", "timeZone", "userName"], empty.Refusals.Select(refusal => refusal.At).Distinct().Order());
        Assert.Contains(empty.Refusals, refusal => refusal.Says == "Choose a user name, of letters and digits.");
        Assert.Equal("WEB122", Assert.Single(undialed.Refusals).Code);
        Assert.True(made.IsDone);
        Assert.Equal("WEB116", Assert.Single(again.Refusals).Code);
        Assert.Equal("WEB121", Assert.Single(other.Refusals).Code);
        Assert.Equal((false, true), await server.Ask(desk => desk.State(first!, Cancel)));
        Assert.Null(await server.Ask(desk => desk.FirstLink(Cancel)));
    }

    private static async Task<string> Employ(TestClinic clinic)
    {
        await clinic.As(Role.Manager, async services =>
        {
            var desk = services.GetRequiredService<StaffDesk>();
            var added = await desk.Add("Iris Tamarack", "iris", Role.Nurse, Cancel);
            Assert.True((await desk.Join((await desk.InvitationFor(added.Value!, Cancel)).Value!, Password, Cancel)).IsDone);
        });
        return "iris";
    }

    private static HttpClient With(TestClinic clinic, CookieContainer? cookies) => new(
        cookies is null ? new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false } : new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies })
    { BaseAddress = clinic.Address };

    private static async Task<FormUrlEncodedContent> Form(HttpClient visitor, string page, Dictionary<string, string> fields)
    {
        var html = await visitor.GetStringAsync(page, Cancel);
        return new([.. fields, new("__RequestVerificationToken", TokenField().Match(html).Groups[1].Value)]);
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""", RegexOptions.None, 1000)]
    private static partial Regex TokenField();
}

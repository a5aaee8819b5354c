using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Practice.Consents;
using Mooring.Storage.Accounts;
using Mooring.SystemTests.Courses;
using Mooring.SystemTests.Devices;
using Mooring.SystemTests.Live;

namespace Mooring.SystemTests.Access;

/// <summary>A tablet in a patient's hands, with a nurse's sign-in on it.</summary>
public sealed partial class HandedOverTablet
{
    private const string Password = "a boat rests at its mooring";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reaches_the_page_it_was_handed_over_with_and_no_other()
    {
        await using var care = await CareClinic.WithSomeoneTakenIn(start: true);
        using var tablet = await Handed(care);

        foreach (var page in new[] { "/", "/board", "/patients", $"/patients/{care.Patient}", $"/patients/{care.Patient}/consent", $"/patients/{care.Patient}/notes" })
        {
            using var answer = await tablet.GetAsync(new Uri(page, UriKind.Relative), Cancel);
            Assert.Equal((page, HttpStatusCode.Redirect, "/handed-over"), (page, answer.StatusCode, answer.Headers.Location?.ToString()));
        }

        Assert.Equal(HttpStatusCode.OK, (await tablet.GetAsync(Sign(care), Cancel)).StatusCode);
        using var form = new FormUrlEncodedContent([new("Form.Words", "Willow")]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await tablet.PostAsync(new Uri("/patients", UriKind.Relative), form, Cancel)).StatusCode);
    }

    [Fact]
    public async Task Leads_nowhere_else_from_the_page_and_shows_nothing_of_anybody_once_given_back()
    {
        await using var care = await CareClinic.WithSomeoneTakenIn(start: true);
        using var tablet = await Handed(care);

        var page = await tablet.GetStringAsync(Sign(care), Cancel);
        var back = await tablet.GetStringAsync(new Uri("/handed-over", UriKind.Relative), Cancel);

        Assert.Contains("href=\"/handed-over\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"/patients/{care.Patient}/consent\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Willow", back, StringComparison.Ordinal);
        Assert.Contains("give the tablet back", back, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_opened_again_by_the_password_of_whoever_handed_it_over_and_by_no_other()
    {
        await using var care = await CareClinic.WithSomeoneTakenIn(start: true);
        using var tablet = await Handed(care);

        using var wrong = await tablet.Post("/handed-over", "open-again", ("Form.Secret", "a patient's guess"));
        using var still = await tablet.GetAsync(new Uri("/board", UriKind.Relative), Cancel);
        using var right = await tablet.Post("/handed-over", "open-again", ("Form.Secret", Password));
        using var open = await tablet.GetAsync(new Uri("/board", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, still.StatusCode);
        Assert.EndsWith($"/patients/{care.Patient}/consent", right.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Fact]
    public async Task Keeps_what_was_ticked_and_written_when_the_language_changes()
    {
        await using var care = await CareClinic.WithSomeoneTakenIn(start: true);
        using var tablet = await Handed(care);
        var statement = Statement().Match(await tablet.GetStringAsync(Sign(care), Cancel)).Groups[1].Value;

        using var switched = await tablet.Post(Sign(care).ToString(), "sign-consent", ("Form.Language", "en"), ("Form.Switch", "es"), ("Form.Asked", "Will I dream?"), ($"Form.Ticked[{statement}]", "true"));
        var page = await switched.Content.ReadAsStringAsync(Cancel);

        Assert.Contains("<div lang=\"es\"", page, StringComparison.Ordinal);
        Assert.Contains("Will I dream?", page, StringComparison.Ordinal);
        Assert.Matches($"name=\"Form.Ticked\\[{statement}\\]\" value=\"true\" checked", page);
        Assert.Empty(await care.Ask(Role.Nurse, services => services.GetRequiredService<ConsentDesk>().Given(care.Patient, Cancel)));
    }

    [GeneratedRegex(@"name=""Form\.Ticked\[([a-z0-9-]+)\]""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Statement();

    [Fact]
    public async Task Hears_no_more_of_what_another_tab_had_open()
    {
        await using var care = await CareClinic.WithSomeoneTakenIn(start: true);
        var nurse = await care.Clinic.Visitor(Role.Nurse);
        await using var board = await Listener.To(nurse, "/board/live");
        await board.Next(one => one.Name == "beat");

        using var signing = await nurse.GetAsync(Sign(care), Cancel);

        care.Clock.Now += TimeSpan.FromMinutes(1);
        await board.Next(one => one.Name == "reload");
    }

    private static Uri Sign(CareClinic care) => new($"/patients/{care.Patient}/consent/sign?protocol={CareClinic.Protocol}", UriKind.Relative);

    private static async Task<HttpClient> Handed(CareClinic care)
    {
        await care.Ask(Role.Manager, async services =>
        {
            var users = services.GetRequiredService<UserManager<StaffRow>>();
            var nurse = await users.FindByIdAsync(care.Clinic.Staff[Role.Nurse].Id.ToString());
            Assert.True((await users.AddPasswordAsync(nurse!, Password)).Succeeded);
            return true;
        });
        var tablet = await care.Clinic.Visitor(Role.Nurse);
        using var signing = await tablet.GetAsync(Sign(care), Cancel);
        Assert.Equal(HttpStatusCode.OK, signing.StatusCode);
        return tablet;
    }
}

using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Practice.Access;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Devices;

namespace Mooring.SystemTests.Access;

/// <summary>A sign-in lives on the server: listed, ended, and then dead on pages and on what shows itself.</summary>
public class SignInsOnTheServer
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<Engine, string> Endings => new(
        from engine in new[] { Engine.Sqlite, Engine.Postgres } from ending in new[] { "sign-out", "disable", "role", "list" } select (engine, ending));

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task Ends_pages_and_streams_within_two_seconds(Engine engine, string ending)
    {
        await using var strict = await StrictClinic.Open(engine);
        var nurse = strict.Clinic.Staff[Role.Nurse].Id;
        var jar = new CookieContainer();
        using var first = With(strict, jar);
        using var entered = await first.GetAsync(await strict.Clinic.LinkFor(Role.Nurse), Cancel);
        using var copy = With(strict, jar);
        await using var stream = await (await copy.GetAsync($"{strict.Chair}/live", HttpCompletionOption.ResponseHeadersRead, Cancel)).Content.ReadAsStreamAsync(Cancel);
        var token = await StrictClinic.TokenOf(first, "/patients");
        var isOver = Drained(stream);
        Assert.False(isOver.IsCompleted);

        var begun = Stopwatch.GetTimestamp();
        if (ending == "sign-out")
            (await StrictClinic.Send(first, "/sign-out", token, "")).Dispose();
        else if (ending == "disable")
            await Manager(strict, services => services.GetRequiredService<StaffDesk>().SetDisabled(nurse, true, Cancel));
        else if (ending == "role")
            await Manager(strict, services => services.GetRequiredService<StaffRoles>().Change(nurse, [Role.Therapist], Cancel));
        else
            await Manager(strict, services => services.GetRequiredService<SignInsDesk>().EndAllOf(nurse, Cancel));
        await isOver.WaitAsync(Patience.Long, Cancel);
        var took = Stopwatch.GetElapsedTime(begun);
        using var page = await copy.GetAsync("/patients", Cancel);

        TestContext.Current.TestOutputHelper!.WriteLine($"{engine} {ending}: stream over after {took.TotalMilliseconds:0} ms");
        Assert.StartsWith("/sign-in", page.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_revive_when_somebody_is_let_in_again()
    {
        await using var strict = await StrictClinic.Open();
        using var nurse = await strict.Clinic.Visitor(Role.Nurse);
        var id = strict.Clinic.Staff[Role.Nurse].Id;

        await Manager(strict, services => services.GetRequiredService<StaffDesk>().SetDisabled(id, true, Cancel));
        await Manager(strict, services => services.GetRequiredService<StaffDesk>().SetDisabled(id, false, Cancel));

        Assert.Equal(HttpStatusCode.Redirect, (await nurse.GetAsync("/patients", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Ends_the_one_before_in_the_same_browser()
    {
        await using var strict = await StrictClinic.Open();
        var jar = new CookieContainer();
        using var browser = With(strict, jar);
        using var once = await browser.GetAsync(await strict.Clinic.LinkFor(Role.Nurse), Cancel);
        using var thief = With(strict, null);
        thief.DefaultRequestHeaders.Add("Cookie", jar.GetCookieHeader(strict.Clinic.Address));
        using var before = await thief.GetAsync("/patients", Cancel);

        using var twice = await browser.GetAsync(await strict.Clinic.LinkFor(Role.Prescriber), Cancel);

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/patients", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/patients", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Is_listed_to_its_person_who_ends_another_of_theirs()
    {
        await using var strict = await StrictClinic.Open();
        using var here = await strict.Clinic.Visitor(Role.Nurse);
        using var elsewhere = await strict.Clinic.Visitor(Role.Nurse);

        var page = await here.Page("/account/sign-ins");
        using var ended = await here.Post("/account/sign-ins", "all");

        Assert.Contains("(this one)", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/patients", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/patients", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Is_not_ended_by_a_colleague_who_does_not_manage_staff()
    {
        await using var strict = await StrictClinic.Open();
        using var prescriber = await strict.Clinic.Visitor(Role.Prescriber);
        var whose = strict.Clinic.Staff[Role.Prescriber].Id;

        var ended = await strict.Clinic.As(Role.Nurse, services => services.GetRequiredService<SignInsDesk>().EndAllOf(whose, Cancel));

        Assert.Equal("WEB150", Assert.Single(ended.Refusals).Code);
        Assert.Equal(HttpStatusCode.OK, (await prescriber.GetAsync("/patients", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Is_over_after_twelve_hours_whatever_is_done()
    {
        await using var strict = await StrictClinic.Open();
        using var nurse = await strict.Clinic.Visitor(Role.Nurse);
        foreach (var _ in Enumerable.Range(0, 73))
        {
            strict.Clock.Pass(minutes: 10);
            using var page = await nurse.GetAsync("/patients", Cancel);
        }

        using var over = await nurse.GetAsync("/patients", Cancel);

        Assert.StartsWith("/sign-in", over.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    private static Task Manager<T>(StrictClinic strict, Func<IServiceProvider, Task<Outcome<T>>> work) =>
        strict.Clinic.As(Role.Manager, async services => Assert.Empty((await work(services)).Refusals));

    private static async Task Drained(Stream stream)
    {
        var buffer = new byte[4096];
        try
        {
            while (await stream.ReadAsync(buffer, Cancel) > 0)
            {
            }
        }
        catch (IOException)
        {
            // Cut off in the middle is over, too.
        }
    }

    private static HttpClient With(StrictClinic strict, CookieContainer? jar) => new(
        jar is null ? new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false } : new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = jar })
    { BaseAddress = strict.Clinic.Address };
}

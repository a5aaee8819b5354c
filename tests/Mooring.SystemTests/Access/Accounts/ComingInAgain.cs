using System.CommandLine;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Cli.Commands;
using Mooring.Clinical;
using Mooring.Practice.Access;
using Mooring.Practice.Access.Accounts;
using Mooring.Storage;
using Mooring.Storage.Accounts;
using Mooring.Storage.Audit;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Access.Accounts;

/// <summary>Whoever lost the password or the phone comes in again without an engineer, and nobody else does.</summary>
public class ComingInAgain
{
    private const string Another = "the tide turns twice each day";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task By_a_link_that_works_once_also_when_it_is_used_twice_at_once(Engine engine)
    {
        await using var strict = await StrictClinic.Start(engine);
        await strict.GiveApp();
        var older = await Link(strict, LinkKind.NewStart);
        var link = await Link(strict, LinkKind.NewStart);
        Task<Outcome<StaffRow>> Use(string token) => strict.Ask((ResetDesk desk) => desk.Use(token, Another, Another, Cancel));

        var ended = await Use(older);
        var twice = await Task.WhenAll(Use(link), Use(link));

        Assert.Equal("ACC115", Assert.Single(ended.Refusals).Code);
        Assert.Single(twice, one => one.IsDone);
        Assert.All(twice.Where(one => !one.IsDone), one => Assert.Equal("ACC115", one.Refusals[0].Code));
        Assert.Equal("WEB113", (await strict.Try(StrictClinic.UserName, StrictClinic.Password, new("10.0.0.1"))).Refusals[0].Code);
        Assert.True((await strict.Try(StrictClinic.UserName, Another, new("10.0.0.1"))).IsDone);
        Assert.Empty((await strict.Ask((FactorDesk desk) => desk.Of(strict.Person.Id, Cancel))).All);
    }

    [Fact]
    public async Task Every_sign_in_of_before_ends_and_the_new_one_needs_a_second_factor()
    {
        await using var strict = await StrictClinic.Start(Engine.Sqlite);
        var (key, _) = await strict.GiveApp();
        using var before = await strict.Clinic.Visitor();
        await StrictClinic.Enter(before);
        using (await StrictClinic.Send(before, "/sign-in/code", ("_handler", "code"), ("Form.Code", AppCode.Of(key))))
        {
        }

        Assert.Equal("200", StrictClinic.Where(await before.GetAsync("/account", Cancel)));
        var page = $"/reset/{await Link(strict, LinkKind.NewStart)}";
        using var iris = await strict.Clinic.Visitor();

        using var common = await StrictClinic.Send(iris, page, ("_handler", "reset"), ("Form.Password", "123456789012345"), ("Form.Again", "123456789012345"));
        using var set = await StrictClinic.Send(iris, page, ("_handler", "reset"), ("Form.Password", Another), ("Form.Again", Another));

        Assert.Contains("Many people use that password", await common.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal("/sign-in/factor", StrictClinic.Where(set));
        Assert.Contains("/sign-in", StrictClinic.Where(await before.GetAsync("/account", Cancel)), StringComparison.Ordinal);
        Assert.Contains("does not work any more", await iris.GetStringAsync(page, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_factor_kept_or_the_password_kept()
    {
        await using var strict = await StrictClinic.Start(Engine.Sqlite);
        await strict.GiveApp();
        var onlyFactors = await Link(strict, LinkKind.NewFactors);

        var wrong = await strict.Ask((ResetDesk desk) => desk.Use(onlyFactors, Another, Another, Cancel));
        var right = await strict.Ask((ResetDesk desk) => desk.Use(onlyFactors, StrictClinic.Password, "", Cancel));

        Assert.Equal("ACC112", Assert.Single(wrong.Refusals).Code);
        Assert.True(right.IsDone);
        Assert.Empty((await strict.Ask((FactorDesk desk) => desk.Of(strict.Person.Id, Cancel))).All);
        await strict.GiveApp();
        var onlyPassword = await Link(strict, LinkKind.NewPassword);
        Assert.True((await strict.Ask((ResetDesk desk) => desk.Use(onlyPassword, Another, Another, Cancel))).IsDone);
        Assert.Single((await strict.Ask((FactorDesk desk) => desk.Of(strict.Person.Id, Cancel))).All);
    }

    [Fact]
    public async Task Nobody_makes_a_link_for_themselves_or_without_the_right()
    {
        await using var strict = await StrictClinic.Start(Engine.Sqlite);
        Task<Outcome<string>> Make(Role by, Guid whose) => strict.Clinic.As(by, services => services.GetRequiredService<ResetDesk>().Make(whose, LinkKind.NewStart, Cancel));

        var own = await Make(Role.Manager, strict.Clinic.Staff[Role.Manager].Id);
        var nurse = await Make(Role.Nurse, strict.Person.Id);
        var invited = await Make(Role.Manager, strict.Clinic.Staff[Role.Nurse].Id);

        Assert.Equal(["ACC113", "WEB150", "ACC114"], new[] { own, nurse, invited }.Select(made => Assert.Single(made.Refusals).Code));
    }

    [Fact]
    public async Task The_only_manager_comes_in_by_the_servers_own_machine_and_the_log_keeps_it()
    {
        await using var strict = await StrictClinic.Start(Engine.Sqlite, role: Role.Manager);
        await strict.GiveApp();
        for (var guess = 0; guess < 8; guess++)
            await strict.Try(StrictClinic.UserName, "wrong guess", new("10.0.0.1"));

        var (listed, list) = await Run(strict, "list", "--json");
        var (unlocked, _) = await Run(strict, "unlock", StrictClinic.UserName);
        var (reset, says) = await Run(strict, "reset", StrictClinic.UserName, "--address", "https://clinic.example");
        var (unknown, _) = await Run(strict, "reset", "nobody-of-that-name");

        Assert.Equal((0, 0, 0, 1), (listed, unlocked, reset, unknown));
        Assert.Contains("\"userName\": \"iris\"", list, StringComparison.Ordinal);
        Assert.True((await strict.Try(StrictClinic.UserName, StrictClinic.Password, new("10.0.0.1"))).IsDone);
        var token = says.Split("https://clinic.example/reset/")[1].Trim();
        Assert.True((await strict.Ask((ResetDesk desk) => desk.Use(token, Another, Another, Cancel))).IsDone);
        var lines = await strict.Clinic.As(Role.Manager, services => services.GetRequiredService<MooringDb>().Set<AuditRow>().AsNoTracking().Where(row => row.ActorName == "mooring user").Select(row => row.Subject).ToListAsync(Cancel));
        Assert.Contains("links", lines);
        Assert.Contains("staff", lines);
    }

    [Fact]
    public async Task Changing_the_password_asks_for_the_old_one_and_leaves_only_this_sign_in()
    {
        await using var strict = await StrictClinic.Start(Engine.Sqlite, new() { NeedsSecondFactor = false, NeedsSecondPerson = false });
        using var iris = await strict.Clinic.Visitor();
        using var other = await strict.Clinic.Visitor();
        await StrictClinic.Enter(iris);
        await StrictClinic.Enter(other);
        Task<HttpResponseMessage> Change(string old, string now) => StrictClinic.Send(iris, "/account/password", ("_handler", "password"), ("Form.Old", old), ("Form.Password", now), ("Form.Again", now));

        using var wrong = await Change("not the old one at all", Another);
        using var name = await Change(StrictClinic.Password, "Harbor Test Clinic 2026");
        using var right = await Change(StrictClinic.Password, Another);

        Assert.Contains("not your password of now", await wrong.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Contains("hardly more than the name", await name.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Equal("200", StrictClinic.Where(await iris.GetAsync("/account", Cancel)));
        Assert.Contains("/sign-in", StrictClinic.Where(await other.GetAsync("/account", Cancel)), StringComparison.Ordinal);
        Assert.Contains("from 127.0.0.1", await iris.GetStringAsync("/account", Cancel), StringComparison.Ordinal);
    }

    private static async Task<string> Link(StrictClinic strict, LinkKind kind) =>
        (await strict.Clinic.As(Role.Manager, services => services.GetRequiredService<ResetDesk>().Make(strict.Person.Id, kind, Cancel))).Value!;

    private static async Task<(int Code, string Says)> Run(StrictClinic strict, params string[] asked)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await UserCommand.Create().Parse([.. asked, "--data", strict.Clinic.DataFolder]).InvokeAsync(new() { Output = output, Error = error }, Cancel);
        return (code, output.ToString());
    }
}

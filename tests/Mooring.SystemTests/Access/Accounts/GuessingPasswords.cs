using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Demo;
using Mooring.Practice.Access;
using Mooring.Practice.Access.Accounts;
using Mooring.Storage.Accounts;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Access.Accounts;

/// <summary>Guessing is slow from anywhere, and costs the person whose account it is nothing where they work.</summary>
public class GuessingPasswords
{
    private static readonly SignInFrom Stranger = new("203.0.113.9");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Of_a_hundred_at_once_no_more_are_judged_than_of_many_in_turn(Engine engine)
    {
        var clock = Standing();
        await using var strict = await StrictClinic.Start(engine, clock: clock);

        var guesses = await Task.WhenAll(Enumerable.Range(0, 100).Select(guess => strict.Try(StrictClinic.UserName, $"wrong guess number {guess}", Stranger)));

        // Five are free; the sixth is judged and makes all others wait.
        Assert.InRange(guesses.Count(guess => guess.Refusals[0].Code == "WEB113"), 1, 6);
        Assert.Equal("ACC101", (await strict.Try(StrictClinic.UserName, StrictClinic.Password, Stranger)).Refusals[0].Code);
    }

    [Fact]
    public async Task Each_further_one_waits_longer_up_to_five_minutes_and_the_right_one_begins_anew()
    {
        var clock = Standing();
        await using var strict = await StrictClinic.Start(Engine.Sqlite, clock: clock);
        List<int> waits = [];

        for (var guess = 1; guess <= 16; guess++)
        {
            var waited = 0;
            while ((await strict.Try(StrictClinic.UserName, "wrong guess", Stranger)).Refusals[0].Code == "ACC101")
            {
                // A little more than a second, so that no rounding makes it less.
                clock.Pass(1.001 / 60);
                waited++;
            }

            waits.Add(waited);
        }

        Assert.Equal([0, 0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300], waits);
        clock.Pass(minutes: 5);
        Assert.True((await strict.Try(StrictClinic.UserName, StrictClinic.Password, Stranger)).IsDone);
        Assert.Equal("WEB113", (await strict.Try(StrictClinic.UserName, "wrong guess", Stranger)).Refusals[0].Code);
        Assert.True((await strict.Try(StrictClinic.UserName, StrictClinic.Password, Stranger)).IsDone);
    }

    [Fact]
    public async Task A_workstation_that_knows_the_person_never_waits_for_strangers_behind_the_same_address()
    {
        await using var strict = await StrictClinic.Start(Engine.Sqlite, clock: Standing());
        var known = Stranger with { Device = "ward-2", Knows = [strict.Person.Id] };

        for (var guess = 0; guess < 60; guess++)
            await strict.Try(StrictClinic.UserName, "wrong guess", Stranger);

        Assert.Equal("ACC101", (await strict.Try(StrictClinic.UserName, StrictClinic.Password, Stranger)).Refusals[0].Code);
        Assert.Equal("ACC101", (await strict.Try(StrictClinic.UserName, StrictClinic.Password, Stranger with { Device = "theirs", Knows = [Guid.CreateVersion7(TimeProvider.System.GetUtcNow())] })).Refusals[0].Code);
        Assert.True((await strict.Try(StrictClinic.UserName, StrictClinic.Password, known)).IsDone);
    }

    [Fact]
    public async Task Nobody_hears_from_a_refusal_whether_the_name_exists_and_each_costs_one_verification()
    {
        var counted = new CountingHasher();
        await using var strict = await StrictClinic.Start(Engine.Sqlite, clock: Standing());
        async Task<(IReadOnlyList<Refusal> Refusals, int Work)> Judged(string name)
        {
            await using var scope = strict.Clinic.Services.CreateAsyncScope();
            var desk = ActivatorUtilities.CreateInstance<PasswordSignIn>(scope.ServiceProvider, (IPasswordHasher<StaffRow>)counted);
            var before = counted.Verified;
            return ((await desk.Try(name, "wrong guess", Stranger, Cancel)).Refusals, counted.Verified - before);
        }

        var unknown = await Judged("nobody-of-that-name");
        var known = await Judged(StrictClinic.UserName);
        var unjoined = await Judged("nurse");
        List<(IReadOnlyList<Refusal> Refusals, int Work)> waiting = [];
        foreach (var name in new[] { "nobody-of-that-name", StrictClinic.UserName })
        {
            for (var guess = 0; guess < 5; guess++)
                await Judged(name);
            waiting.Add(await Judged(name));
        }

        Assert.All([unknown, known, unjoined], one => Assert.Equal(("WEB113", 1), (Assert.Single(one.Refusals).Code, one.Work)));
        Assert.Equal(unknown.Refusals, known.Refusals);
        Assert.All(waiting, one => Assert.Equal(("ACC101", 1), (Assert.Single(one.Refusals).Code, one.Work)));
    }

    [Fact]
    public async Task Who_has_the_right_password_and_may_not_come_in_is_told_why()
    {
        await using var strict = await StrictClinic.Start(Engine.Sqlite);
        await strict.Clinic.As(Role.Manager, services => services.GetRequiredService<StaffDesk>().SetDisabled(strict.Person.Id, true, Cancel));

        var right = await strict.Try(StrictClinic.UserName, StrictClinic.Password, Stranger);
        var wrong = await strict.Try(StrictClinic.UserName, "wrong guess", Stranger);

        Assert.Equal(["ACC102", "WEB113"], [Assert.Single(right.Refusals).Code, Assert.Single(wrong.Refusals).Code]);
    }

    private static SetClock Standing() => new(new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero));

    private sealed class CountingHasher : PasswordHasher<StaffRow>
    {
        public int Verified { get; private set; }

        public override PasswordVerificationResult VerifyHashedPassword(StaffRow user, string hashedPassword, string providedPassword)
        {
            Verified++;
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}

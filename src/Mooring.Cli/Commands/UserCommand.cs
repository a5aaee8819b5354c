using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Practice.Access;
using Mooring.Practice.Access.Accounts;
using Mooring.Practice.Settings;
using Mooring.Storage;
using Mooring.Storage.Accounts;
using Mooring.Web;

namespace Mooring.Cli.Commands;

/// <summary>
/// <c>mooring user</c>: the way in again for whom nobody at the clinic can help, above all the only manager. It works on the
/// server's own machine, and stands in the access log.
/// </summary>
public static class UserCommand
{
    private static readonly Option<bool> Json = new("--json") { Description = "Answer as JSON." };
    private static readonly Argument<string> Name = new("user-name") { Description = "The name that the person types to sign in." };
    private static readonly Option<string> Lost = new("--lost") { Description = "What was lost: password, factors or both.", DefaultValueFactory = _ => "both" };
    private static readonly Option<string> Address = new("--address") { Description = "Where browsers reach the server; the link begins with it.", DefaultValueFactory = _ => "http://localhost:5080" };

    public static Command Create()
    {
        Lost.AcceptOnlyFromAmong("password", "factors", "both");
        return new("user", "See who can sign in, and let somebody in again.")
        {
            Make("list", "Everybody's account: second factor, last sign-in, what it waits for.", (given, host, cancel) => List(given, host, cancel)),
            Make("reset", "Print a link of one use, within a day, for a new password, a new second factor or both.", Reset, Name, Lost, Address),
            Make("unlock", "Forget the wrong tries at an account, so that the next one is judged at once.", Unlock, Name),
            Make("confirm", "Confirm the role that somebody was given, where no second person is left who could.", Confirm, Name),
        };
    }

    private static Command Make(string name, string says, Func<ParseResult, IServiceProvider, CancellationToken, Task<int>> run, params Symbol[] more)
    {
        var data = DataOption.Create();
        var command = new Command(name, says) { data, Json };
        foreach (var one in more)
        {
            if (one is Option option)
                command.Add(option);
            else
                command.Add((Argument)one);
        }

        command.SetAction(async (given, cancel) =>
        {
            var options = DataOption.Host(given.GetValue(data)!);
            if (!DataOption.IsThere(options))
            {
                await given.InvocationConfiguration.Error.WriteLineAsync($"CLI120 There is no clinic in {options.DataFolder}; name its folder with --data.");
                return 1;
            }

            await using var host = MooringHost.Build(options);
            if (!await Preparation.IsDone(host, given.InvocationConfiguration.Error, cancel))
                return 1;
            await using var scope = host.Services.CreateAsyncScope();
            return await run(given, scope.ServiceProvider, cancel);
        });
        return command;
    }

    private static async Task<int> List(ParseResult given, IServiceProvider host, CancellationToken cancel)
    {
        if (await host.GetRequiredService<ClinicsHere>().First(cancel) is not { } clinic)
            return await Refuse(given, new Refusal("CLI141", "Nobody set this clinic up yet."));
        Enter(host, clinic.Id);
        var all = (await host.GetRequiredService<AccountList>().All(cancel)).Value!;
        if (given.GetValue(Json))
        {
            await Print(given, new
            {
                users = all.Select(one => new { one.UserName, one.Name, one.Roles, one.IsDisabled, one.IsAwaited, one.HasJoined, one.Factors, one.HasPasskey, one.SignedInAt, one.WaitsUntil, one.ConfirmedBy }),
            });
            return 0;
        }

        var clock = host.GetRequiredService<TimeProvider>();
        foreach (var one in all)
        {
            await given.InvocationConfiguration.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{one.UserName,-20} {one.Name,-24} {string.Join(", ", one.Roles),-28} {(one.IsDisabled ? "disabled" : one.IsAwaited ? "to be confirmed" : one.HasJoined ? "active" : "invited"),-16} {(one.Factors == 0 ? "no second factor" : one.HasPasskey ? "passkey" : "app"),-17} {(one.SignedInAt is { } at ? $"last in {clinic.DayOf(at):O}" : "never in")}{(one.WaitsUntil is { } until ? $", waits {(until - clock.GetUtcNow()).TotalSeconds:0} s more" : "")}"));
        }

        return 0;
    }

    private static Task<int> Reset(ParseResult given, IServiceProvider host, CancellationToken cancel) => With(given, host, async person =>
    {
        if (!Uri.TryCreate(given.GetValue(Address), UriKind.Absolute, out var address))
            return await Refuse(given, new Refusal("CLI144", "Write the address as browsers do, such as https://clinic.example."));
        var kind = given.GetValue(Lost) switch { "password" => LinkKind.NewPassword, "factors" => LinkKind.NewFactors, _ => LinkKind.NewStart };
        var made = await host.GetRequiredService<ResetDesk>().Make(person.Id, kind, cancel);
        if (!made.IsDone)
            return await Refuse(given, [.. made.Refusals]);
        var link = new Uri(address, $"/reset/{made.Value}").ToString();
        if (given.GetValue(Json))
            await Print(given, new { person.UserName, person.FullName, link });
        else
            await given.InvocationConfiguration.Output.WriteLineAsync($"{person.FullName} opens this link, once, within a day:\n{link}");
        return 0;
    });

    private static Task<int> Unlock(ParseResult given, IServiceProvider host, CancellationToken cancel) => With(given, host, async person =>
    {
        var done = await host.GetRequiredService<ResetDesk>().Unlock(person.Id, cancel);
        return done.IsDone ? await Say(given, person, "The wrong tries are forgotten.") : await Refuse(given, [.. done.Refusals]);
    });

    private static Task<int> Confirm(ParseResult given, IServiceProvider host, CancellationToken cancel) => With(given, host, async person =>
    {
        var desk = host.GetRequiredService<RoleRequestDesk>();
        if ((await desk.Waiting(cancel)).FirstOrDefault(one => one.StaffId == person.Id) is not { } request)
            return await Refuse(given, new Refusal("CLI143", $"No role of {person.FullName} waits to be confirmed."));
        var done = await desk.Decide(request.Id, isConfirmed: true, cancel);
        return done.IsDone ? await Say(given, person, "The role is confirmed.") : await Refuse(given, [.. done.Refusals]);
    });

    private static async Task<int> With(ParseResult given, IServiceProvider host, Func<StaffRow, Task<int>> act)
    {
        var name = given.GetRequiredValue(Name);
        if (await host.GetRequiredService<UserManager<StaffRow>>().FindByNameAsync(name) is not { } person)
            return await Refuse(given, new Refusal("CLI142", $"Nobody has the user name “{name}”; mooring user list shows all."));
        Enter(host, person.ClinicId);
        return await act(person);
    }

    private static void Enter(IServiceProvider host, Id<Clinic> clinic) =>
        host.GetRequiredService<ClinicScope>().Enter(clinic, Actor.Job("mooring user", Right.ManageStaff));

    private static async Task<int> Say(ParseResult given, StaffRow person, string says)
    {
        if (given.GetValue(Json))
            await Print(given, new { person.UserName, person.FullName, done = true });
        else
            await given.InvocationConfiguration.Output.WriteLineAsync($"{person.FullName}: {says}");
        return 0;
    }

    private static Task Print(ParseResult given, object answer) => given.InvocationConfiguration.Output.WriteLineAsync(JsonSerializer.Serialize(answer, CommandOutput.Json));

    private static Task<int> Refuse(ParseResult given, params IReadOnlyList<Refusal> refusals) => Task.FromResult(CommandOutput.Refused(refusals, given.InvocationConfiguration.Error));
}

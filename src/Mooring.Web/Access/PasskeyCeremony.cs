using Microsoft.AspNetCore.Identity;
using Mooring.Clinical;
using Mooring.Practice.Access.Accounts;
using Mooring.Storage.Accounts;

namespace Mooring.Web.Access;

/// <summary>The two ceremonies of a passkey, by ASP.NET Core Identity: making one, and showing one. What was asked stands in a cookie of its own meanwhile.</summary>
internal sealed class PasskeyCeremony(SignInManager<StaffRow> ceremonies, UserManager<StaffRow> users)
{
    // Far longer than any browser's answer.
    private const int LongestAnswer = 20_000;

    /// <summary>What the browser is asked for by whoever wants to come in; it names nobody.</summary>
    public Task<string> AskForOne() => ceremonies.MakePasskeyRequestOptionsAsync(null);

    /// <summary>What the browser is asked to make for somebody.</summary>
    public Task<string> AskToMake(StaffRow staff) =>
        ceremonies.MakePasskeyCreationOptionsAsync(new() { Id = staff.Id.ToString(), Name = staff.UserName!, DisplayName = staff.FullName });

    /// <summary>The person behind a passkey. Refused, ACC119, when it is none of ours, or nothing was asked.</summary>
    public async Task<Outcome<StaffRow>> Shown(string? answer)
    {
        if (await Unless(answer, ceremonies.PerformPasskeyAssertionAsync) is not { Succeeded: true } shown)
            return Refused;
        // Keeps how often it was used: a copied one is found by that.
        if (!(await users.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey)).Succeeded)
            return Refused;
        return PasswordSignIn.Against(shown.User) is { } against ? against : shown.User;
    }

    /// <summary>The passkey that a browser made. Refused, ACC119, when it is not what was asked for.</summary>
    public async Task<Outcome<UserPasskeyInfo>> Made(string? answer) =>
        await Unless(answer, ceremonies.PerformPasskeyAttestationAsync) is { Succeeded: true } made ? made.Passkey : Refused;

    // An answer to nothing that was asked is a refusal like any other, not a fault of the server.
    private static async Task<T?> Unless<T>(string? answer, Func<string, Task<T>> judge)
        where T : class
    {
        if (answer is not { Length: > 0 and <= LongestAnswer })
            return null;
        try
        {
            return await judge(answer);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static Refusal Refused { get; } = new("ACC119", "That passkey did not open this account. Try again, or use the other way.");
}

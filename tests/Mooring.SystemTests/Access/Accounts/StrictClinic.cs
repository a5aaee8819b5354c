using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Practice.Access;
using Mooring.Practice.Access.Accounts;
using Mooring.Storage.Accounts;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Access.Accounts;

/// <summary>A clinic that lets people in as strictly as a real one, and somebody in it who has a password.</summary>
internal sealed partial class StrictClinic(TestClinic clinic, StaffRow person) : IAsyncDisposable
{
    public const string Password = "a boat rests at its mooring";
    public const string UserName = "iris";

    public TestClinic Clinic => clinic;

    /// <summary>Iris Tamarack, who has joined: a nurse unless said otherwise.</summary>
    public StaffRow Person => person;

    /// <param name="terms">As the product ships them, but that a role needs nobody else, unless said otherwise.</param>
    public static async Task<StrictClinic> Start(Engine engine, SignInTerms? terms = null, Role role = Role.Nurse, TimeProvider? clock = null)
    {
        var clinic = await TestClinic.Start(engine, clock, options => options with { SignIn = terms ?? new() { NeedsSecondPerson = false } });
        var added = await clinic.As(Role.Manager, services => services.GetRequiredService<StaffDesk>().Add("Iris Tamarack", UserName, role, CancellationToken.None));
        await Join(clinic, added.Value!);
        return new(clinic, added.Value!);
    }

    /// <summary>Somebody who was invited chooses the password.</summary>
    public static Task Join(TestClinic clinic, StaffRow invited) => clinic.As(Role.Manager, async services =>
    {
        var desk = services.GetRequiredService<StaffDesk>();
        Assert.True((await desk.Join((await desk.InvitationFor(invited, CancellationToken.None)).Value!, Password, CancellationToken.None)).IsDone);
    });

    /// <summary>A request of the desk without anybody signed in, as the doors make it.</summary>
    public async Task<T> Ask<TDesk, T>(Func<TDesk, Task<T>> ask)
        where TDesk : notnull
    {
        await using var scope = clinic.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TDesk>());
    }

    public Task<Outcome<StaffRow>> Try(string userName, string password, SignInFrom from) => Ask((PasswordSignIn desk) => desk.Try(userName, password, from, CancellationToken.None));

    /// <summary>An app whose key is known here, and the recovery codes that came with it.</summary>
    public async Task<(string Key, IReadOnlyList<string> Codes)> GiveApp()
    {
        var key = await Ask((FactorDesk desk) => Task.FromResult(desk.NewKey()));
        var codes = await Ask((FactorDesk desk) => desk.AddApp(person.Id, key, AppCode.Of(key, -1), "Phone", CancellationToken.None));
        return (key, codes.Value!);
    }

    /// <summary>Sends a form of a page as a browser without script does.</summary>
    public static async Task<HttpResponseMessage> Send(HttpClient visitor, string page, params (string Name, string Value)[] fields)
    {
        var html = await visitor.GetStringAsync(page, CancellationToken.None);
        var token = TokenField().Match(html).Groups[1].Value;
        using var form = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), new("__RequestVerificationToken", token)]);
        return await visitor.PostAsync(page, form, CancellationToken.None);
    }

    /// <summary>Name and password at the door; where that leads.</summary>
    public static async Task<string> Enter(HttpClient visitor, string password = Password)
    {
        using var answer = await Send(visitor, "/sign-in", ("_handler", "sign-in"), ("Form.UserName", UserName), ("Form.Password", password));
        return Where(answer);
    }

    public static string Where(HttpResponseMessage answer) => answer.Headers.Location is { } to ? to.IsAbsoluteUri ? to.PathAndQuery : to.ToString() : $"{(int)answer.StatusCode}";

    public ValueTask DisposeAsync() => clinic.DisposeAsync();

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""", RegexOptions.None, 1000)]
    private static partial Regex TokenField();
}

using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Demo;
using Mooring.Practice.Access.Accounts;
using Mooring.Storage;
using Mooring.Storage.Accounts;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Access.Accounts;

/// <summary>A password alone opens nothing; what is shown beside it opens once.</summary>
public sealed partial class SecondFactors
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_without_one_reaches_anything_before_it_is_set_up()
    {
        await using var strict = await StrictClinic.Start(Engine.Sqlite);
        using var iris = await strict.Clinic.Visitor();

        Assert.Equal("/sign-in/factor", await StrictClinic.Enter(iris));

        foreach (var page in new[] { "/", "/patients", "/board", "/account", "/account/add" })
            Assert.Contains("/sign-in?then=", StrictClinic.Where(await iris.GetAsync(page, Cancel)), StringComparison.Ordinal);
        var html = await iris.GetStringAsync("/sign-in/factor", Cancel);
        var (key, closed) = (Key().Match(html).Groups[1].Value, Sealed().Match(html).Groups[1].Value);
        Assert.StartsWith("data:image/svg+xml;base64,", WebUtility.HtmlDecode(Picture().Match(html).Groups[1].Value), StringComparison.Ordinal);
        using var wrong = await StrictClinic.Send(iris, "/sign-in/factor", ("_handler", "app"), ("Form.Sealed", closed), ("Form.Code", "12345"), ("Form.Name", "Phone"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var right = await StrictClinic.Send(iris, "/sign-in/factor", ("_handler", "app"), ("Form.Sealed", closed), ("Form.Code", AppCode.Of(key)), ("Form.Name", "Phone"));
        var codes = await right.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(10, Code().Count(codes));
        Assert.Equal("200", StrictClinic.Where(await iris.GetAsync("/patients", Cancel)));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_code_opens_once_also_when_it_is_sent_twice_at_once(Engine engine)
    {
        await using var strict = await StrictClinic.Start(engine);
        var (key, codes) = await strict.GiveApp();
        var now = AppCode.Of(key);
        Task<Outcome<StaffRow>> Show(string code) => strict.Ask((FactorProof proof) => proof.Code(strict.Person, code, new("10.0.0.1"), Cancel));

        var twice = await Task.WhenAll(Show(now), Show(now));
        var again = await Show(now);
        var recovery = await Show(codes[0].ToLowerInvariant());
        var recoveryAgain = await Show(codes[0]);

        Assert.Single(twice, one => one.IsDone);
        Assert.Equal("ACC104", Assert.Single(again.Refusals).Code);
        Assert.True(recovery.IsDone);
        Assert.Equal("ACC104", Assert.Single(recoveryAgain.Refusals).Code);
        Assert.Equal(9, (await strict.Ask((FactorDesk desk) => desk.Of(strict.Person.Id, Cancel))).CodesLeft);
    }

    [Fact]
    public async Task Password_and_code_let_in_and_codes_are_guessed_slowly()
    {
        await using var strict = await StrictClinic.Start(Engine.Sqlite, clock: new SetClock(TimeProvider.System.GetUtcNow()));
        var (key, _) = await strict.GiveApp();
        using var iris = await strict.Clinic.Visitor();
        Assert.Equal("/sign-in/code", await StrictClinic.Enter(iris));

        using var entered = await StrictClinic.Send(iris, "/sign-in/code", ("_handler", "code"), ("Form.Code", AppCode.Of(key)));

        Assert.Equal("/", StrictClinic.Where(entered));
        Assert.Equal("200", StrictClinic.Where(await iris.GetAsync("/account", Cancel)));
        var guesses = await Task.WhenAll(Enumerable.Range(0, 40).Select(guess =>
            strict.Ask((FactorProof proof) => proof.Code(strict.Person, $"{guess:D6}", new("10.0.0.1"), Cancel))));
        Assert.InRange(guesses.Count(guess => !guess.IsDone && guess.Refusals[0].Code == "ACC104"), 1, 6);
        Assert.Contains(guesses, guess => !guess.IsDone && guess.Refusals[0].Code == "ACC101");
    }

    [Fact]
    public async Task The_secret_of_an_app_and_the_codes_do_not_stand_in_the_database()
    {
        await using var strict = await StrictClinic.Start(Engine.Sqlite);
        var (key, codes) = await strict.GiveApp();

        var kept = await strict.Ask((MooringDb db) => db.UserTokens.AsNoTracking().Select(token => token.Value ?? "").ToListAsync(Cancel));

        Assert.Equal(2, kept.Count);
        Assert.All(codes.Append(key), secret => Assert.DoesNotContain(kept, value => value.Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_last_one_stays_while_one_is_required_and_a_change_ends_every_other_sign_in()
    {
        await using var strict = await StrictClinic.Start(Engine.Sqlite);
        var (key, codes) = await strict.GiveApp();
        using var iris = await strict.Clinic.Visitor();
        await StrictClinic.Enter(iris);
        using (await StrictClinic.Send(iris, "/sign-in/code", ("_handler", "code"), ("Form.Code", AppCode.Of(key))))
        {
        }

        using var other = await strict.Clinic.Visitor();
        await StrictClinic.Enter(other);
        using (await StrictClinic.Send(other, "/sign-in/code", ("_handler", "code"), ("Form.Code", codes[1])))
        {
        }

        Assert.Equal("200", StrictClinic.Where(await other.GetAsync("/account", Cancel)));
        var factor = Assert.Single((await strict.Ask((FactorDesk desk) => desk.Of(strict.Person.Id, Cancel))).All);
        (string, string)[] asked = [("_handler", "change"), ("Change.Id", factor.Id.ToString()), ("Change.Name", "Old phone")];

        using var unasked = await StrictClinic.Send(iris, "/account", [.. asked, ("Change.Do", "remove"), ("Change.Old", "not the password at all")]);
        using var refused = await StrictClinic.Send(iris, "/account", [.. asked, ("Change.Do", "remove"), ("Change.Old", StrictClinic.Password)]);
        using var renamed = await StrictClinic.Send(iris, "/account", [.. asked, ("Change.Do", "rename")]);
        using var anew = await StrictClinic.Send(iris, "/account", ("_handler", "codes"), ("Codes.Old", StrictClinic.Password));

        Assert.Contains("not your password", await unasked.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Contains("only second factor", await refused.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Contains("/account", StrictClinic.Where(renamed), StringComparison.Ordinal);
        Assert.Equal(10, Code().Count(await anew.Content.ReadAsStringAsync(Cancel)));
        Assert.Contains("Old phone", await iris.GetStringAsync("/account", Cancel), StringComparison.Ordinal);
        Assert.Contains("/sign-in", StrictClinic.Where(await other.GetAsync("/account", Cancel)), StringComparison.Ordinal);
        var used = await strict.Ask((FactorProof proof) => proof.Code(strict.Person, codes[2], new("10.0.0.1"), Cancel));
        Assert.Equal("ACC104", Assert.Single(used.Refusals).Code);
    }

    [Fact]
    public async Task An_answer_to_no_ceremony_is_refused_and_breaks_nothing()
    {
        await using var strict = await StrictClinic.Start(Engine.Sqlite);
        using var stranger = await strict.Clinic.Visitor();

        using var shown = await StrictClinic.Send(stranger, "/sign-in", ("_handler", "passkey"), ("Key.Credential", "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{},\"clientExtensionResults\":{}}"));
        using var nonsense = await StrictClinic.Send(stranger, "/sign-in", ("_handler", "passkey"), ("Key.Credential", "nonsense"));
        using var unasked = await stranger.PostAsync("/sign-in/passkey", new FormUrlEncodedContent([]), Cancel);

        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.BadRequest], new[] { shown, nonsense, unasked }.Select(answer => answer.StatusCode));
        Assert.Contains("ACC", (await strict.Ask((FactorDesk desk) => desk.Remove(strict.Person.Id, Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), Cancel))).Refusals[0].Code, StringComparison.Ordinal);
    }

    [GeneratedRegex("""id="key" value="([A-Z2-7 ]+)""", RegexOptions.None, 1000)]
    private static partial Regex Key();

    [GeneratedRegex("""name="Form.Sealed" value="([^"]+)""", RegexOptions.None, 1000)]
    private static partial Regex Sealed();

    [GeneratedRegex("""class="qr" src="([^"]+)""", RegexOptions.None, 1000)]
    private static partial Regex Picture();

    [GeneratedRegex("<li><code>[^<]+</code></li>", RegexOptions.None, 1000)]
    private static partial Regex Code();
}

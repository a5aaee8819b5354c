using Microsoft.Playwright;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.Access.Accounts;

/// <summary>Signing in as a person does it, in a real browser: passkey, app, recovery code, reset and change.</summary>
public class AtTheDoor
{
    [Fact]
    public async Task A_passkey_is_made_and_then_signs_in_alone()
    {
        await using var strict = await StrictClinic.Start(Engine.Sqlite);
        var page = await Open(strict);
        var authenticator = await Authenticator(page);
        await Password(page);
        await page.WaitForURLAsync("**/sign-in/factor");
        var broken = (await Axe.Broken(page)).ToList();

        await page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).ClickAsync();
        await page.Locator("#codes li").First.WaitForAsync();
        broken.AddRange(await Axe.Broken(page));
        Assert.Equal(10, await page.Locator("#codes li").CountAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "Go on" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.WaitForURLAsync("**/sign-in");
        broken.AddRange(await Axe.Broken(page));

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Today", Exact = true }).WaitForAsync();

        await page.GotoAsync(page.Url + "account");
        Assert.Contains("Passkey of this device", await page.InnerTextAsync("#factors"), StringComparison.Ordinal);
        broken.AddRange(await Axe.Broken(page));
        Assert.Empty(broken);
        // Whoever does not verify the person (another finger) does not come in.
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.WaitForURLAsync("**/sign-in");
        await authenticator.Session.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = authenticator.Id, ["isUserVerified"] = false });
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await page.Locator("form[data-passkey] [role=status]:has-text('not used')").WaitForAsync();
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task An_app_a_recovery_code_and_a_new_password_let_in_too()
    {
        await using var strict = await StrictClinic.Start(Engine.Sqlite);
        var page = await Open(strict);
        await Password(page);
        await page.WaitForURLAsync("**/sign-in/factor");
        var key = await page.InputValueAsync("#key");
        await page.FillAsync("#code", AppCode.Of(key, -1));
        await page.GetByRole(AriaRole.Button, new() { Name = "Use this app" }).ClickAsync();
        await page.Locator("#codes li").First.WaitForAsync();
        var recovery = await page.Locator("#codes li").First.InnerTextAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Go on" }).ClickAsync();
        await SignOut(page);

        await Password(page);
        await Code(page, AppCode.Of(key));
        await page.GetByRole(AriaRole.Heading, new() { Name = "Today", Exact = true }).WaitForAsync();
        await SignOut(page);
        await Password(page);
        await Code(page, recovery);
        await page.GetByRole(AriaRole.Heading, new() { Name = "Today", Exact = true }).WaitForAsync();

        await page.GotoAsync("/account/password");
        await page.FillAsync("#old", StrictClinic.Password);
        await page.FillAsync("#password", "the tide turns twice each day");
        await page.FillAsync("#again", "the tide turns twice each day");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change it" }).ClickAsync();
        await page.WaitForURLAsync("**/account#password");
        Assert.Contains("9 are left", await page.InnerTextAsync("#recovery"), StringComparison.Ordinal);
        await page.Context.DisposeAsync();
    }

    // Passkeys belong to a name, and never to a bare address.
    private static async Task<IPage> Open(StrictClinic strict)
    {
        var page = await Browser.Page(strict.Clinic, at: new($"http://localhost:{strict.Clinic.Address.Port}"));
        await page.GotoAsync("/sign-in");
        return page;
    }

    private static async Task<(ICDPSession Session, string Id)> Authenticator(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        var added = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return (session, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    private static async Task Password(IPage page)
    {
        await page.FillAsync("#userName", StrictClinic.UserName);
        await page.FillAsync("#password", StrictClinic.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

    private static async Task Code(IPage page, string code)
    {
        await page.WaitForURLAsync("**/sign-in/code");
        await page.FillAsync("#code", code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

    private static async Task SignOut(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.WaitForURLAsync("**/sign-in");
    }
}

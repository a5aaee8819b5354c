using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Practice.Access;
using Mooring.Practice.Access.Accounts;
using Mooring.Storage.Accounts;
using Mooring.Storage.Audit;
using Mooring.Web.Network;

namespace Mooring.Web.Access;

/// <summary>Somebody between the password and the second factor.</summary>
/// <param name="Then">Where they wanted to go.</param>
internal sealed record HalfIn(StaffRow Staff, string? Then);

/// <summary>The steps of a sign-in: password, second factor, in. Between two of them a cookie of ten minutes says who it is, and opens no page.</summary>
internal sealed class SignInSteps(StaffDesk staff, FactorDesk factors, AccountDesk accounts, DeviceCookie device, AccessLog log, RoleRights rights, SignInTerms terms)
{
    /// <summary>The scheme of the cookie between the steps.</summary>
    public const string Scheme = "Mooring.Step";

    private const string ThenClaim = "then";
    private const string StampClaim = "stamp";

    /// <summary>The password was right: where to go next.</summary>
    public async Task<string> AfterPassword(HttpContext context, StaffRow person, string? then, CancellationToken cancel)
    {
        var has = await factors.Of(person.Id, cancel);
        if (has.All.Count == 0 && !terms.NeedsSecondFactor)
            return await Finish(context, person, then, cancel);
        await context.SignInAsync(Scheme, new(new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, person.Id.ToString()), new(StampClaim, person.SecurityStamp ?? ""), new(ThenClaim, SignInCookie.Inside(then))], Scheme)));
        return has.All.Count == 0 ? "/sign-in/factor" : "/sign-in/code";
    }

    /// <summary>Who is between the steps; null for nobody, and after ten minutes, a new password or being disabled.</summary>
    public async Task<HalfIn?> Between(HttpContext context, CancellationToken cancel)
    {
        var known = await context.AuthenticateAsync(Scheme);
        return Guid.TryParse(known.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id)
            && await staff.Current(id, cancel) is { } person && person.SecurityStamp == known.Principal!.FindFirstValue(StampClaim)
            ? new(person, known.Principal!.FindFirstValue(ThenClaim))
            : null;
    }

    /// <summary>Everything was shown: opens the sign-in.</summary>
    public async Task<string> Finish(HttpContext context, StaffRow person, string? then, CancellationToken cancel)
    {
        await accounts.NoteSignIn(person.Id, device.From(context).Address, cancel);
        device.Remember(context, person.Id);
        await context.SignOutAsync(Scheme);
        await log.Note(person.ClinicId, new(AccessActs.SignedIn, "account") { By = person.AsActor(rights) }, cancel);
        await SignInCookie.Open(context, person);
        return SignInCookie.Inside(then);
    }

    /// <summary>Opens the present sign-in anew after a change that ended all of before; the device stays as it is.</summary>
    public async Task Renew(HttpContext context, Guid person, CancellationToken cancel)
    {
        if (await staff.Current(person, cancel) is { } now)
            await SignInCookie.Open(context, now);
    }
}

/// <summary>Registers what the steps need.</summary>
internal static class SignInStepsSetup
{
    // Long enough to set up a second factor, short enough to be walked away from.
    private static readonly TimeSpan BetweenSteps = TimeSpan.FromMinutes(10);

    public static void AddSignInSteps(this IServiceCollection services, SignInTerms terms)
    {
        services.AddScoped<SignInSteps>();
        services.AddScoped<PasskeyCeremony>();
        services.AddSingleton<DeviceCookie>();
        services.AddSingleton<NewAppKeys>();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            passkeys.ServerDomain = terms.PasskeyDomain;
            // A passkey alone signs in: so it has to ask for the finger, the face or the PIN of its owner.
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
        });
    }

    public static AuthenticationBuilder AddSteps(this AuthenticationBuilder cookies, WebNetwork web) => cookies
        .AddCookie(SignInSteps.Scheme, cookie => Short(cookie, "mooring-step", web))
        .AddCookie(IdentityConstants.TwoFactorUserIdScheme, cookie => Short(cookie, "mooring-passkey", web));

    private static void Short(Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions cookie, string name, WebNetwork web)
    {
        cookie.Cookie.Name = web.Cookie(name);
        cookie.Cookie.Path = "/";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.Cookie.SecurePolicy = web.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = BetweenSteps;
        cookie.SlidingExpiration = false;
    }
}

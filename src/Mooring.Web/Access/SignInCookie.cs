using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Access;
using Mooring.Storage;
using Mooring.Storage.Accounts;

namespace Mooring.Web.Access;

/// <summary>Lets people in, and only ever to an address of this house.</summary>
public static class SignInCookie
{
    private const string StaffBrowser = "mooring-staff";
    private const string LinkDevice = "mooring-link";
    private const int DeviceBytes = 16;

    private static readonly TimeSpan Remembered = TimeSpan.FromHours(12);
    private static readonly TimeSpan OfADevice = TimeSpan.FromDays(400);

    /// <summary>Lets somebody who works here in; the browser stays known as one of staff for some hours.</summary>
    public static Task Open(HttpContext context, StaffRow staff)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Cookies.Append(StaffBrowser, "1", Kept(context, Remembered));
        return Begin(context, Visitor.From(staff), context.RequestServices.GetRequiredService<ServerOptions>().SignedInFor);
    }

    /// <param name="link">The link by which the patient came; the sign-in ends with it.</param>
    public static Task Open(HttpContext context, Patient patient, Id<Clinic> clinic, string link = "")
    {
        ArgumentNullException.ThrowIfNull(context);
        return Begin(context, Visitor.From(patient, clinic, link), context.RequestServices.GetRequiredService<ServerOptions>().PatientSignedInFor);
    }

    /// <summary>Whether staff signed in with this browser, now or in the last hours.</summary>
    public static bool IsOfStaff(HttpContext context) => context.Request.Cookies.ContainsKey(StaffBrowser) || context.User.Actor() is { IsPatient: false };

    /// <summary>By what this browser is known among those that open a patient's link; it is given one where it has none.</summary>
    public static string Device(HttpContext context)
    {
        if (context.Request.Cookies[LinkDevice] is { Length: DeviceBytes * 2 } known)
            return known;
        var made = Convert.ToHexString(RandomNumberGenerator.GetBytes(DeviceBytes));
        context.Response.Cookies.Append(LinkDevice, made, Kept(context, OfADevice));
        return made;
    }

    private static CookieOptions Kept(HttpContext context, TimeSpan time) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true, MaxAge = time };

    /// <summary>The address to go on to: a path of ours, or the front page. Never another site's.</summary>
    public static string Inside(string? then) =>
        then is ['/', not '/' and not '\\', ..] && !then.Any(char.IsControl) ? then : "/";

    // The cookie only names the sign-in: that it holds, and until when, the server knows.
    private static async Task Begin(HttpContext context, ClaimsPrincipal who, TimeSpan lasts)
    {
        var services = context.RequestServices;
        var (signIns, scope) = (services.GetRequiredService<SignInsDesk>(), services.GetRequiredService<ClinicScope>());
        // Whoever was signed in on this browser is not any more, also by a copy of the cookie.
        if (context.User.Visit() is { } before)
        {
            scope.Enter(context.User.Clinic(), context.User.Actor());
            await signIns.End(before, SignInEnding.TakenOver, context.RequestAborted);
        }

        var actor = who.Actor()!;
        scope.Enter(who.Clinic(), actor);
        var until = services.GetRequiredService<TimeProvider>().GetUtcNow() + lasts;
        await signIns.Begin(
            who.Visit()!, actor.Id, actor.IsPatient, context.Connection.RemoteIpAddress?.ToString() ?? "", BrowserWords.Of(context.Request.Headers.UserAgent), until, context.RequestAborted);
        await context.SignInAsync(Visitor.Scheme, who, new AuthenticationProperties { ExpiresUtc = until });
    }
}

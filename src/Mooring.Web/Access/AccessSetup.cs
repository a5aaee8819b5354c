using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Practice.Access;
using Mooring.Practice.Settings;
using Mooring.Storage;
using Mooring.Storage.Accounts;
using Mooring.Storage.Secrets;

namespace Mooring.Web.Access;

/// <summary>Sign-in by cookie, passwords by ASP.NET Core Identity, and a policy on every route.</summary>
internal static class AccessSetup
{
    // Idle and absolute limits: knowledge from ASVS 5.0 V7.3 and NIST SP 800-63B; a running session's display stays.
    private static readonly TimeSpan SignedInFor = TimeSpan.FromHours(12);

    public static void AddAccess(this IServiceCollection services, ServerOptions options)
    {
        services.AddDataProtection().SetApplicationName("Mooring");
        services.AddSingleton(all => new CookieKeys(all.GetRequiredService<IServiceScopeFactory>(), new(all.GetRequiredService<Seal>), all.GetRequiredService<TimeProvider>()));
        services.AddOptions<KeyManagementOptions>().Configure<CookieKeys>((manage, keys) => manage.XmlRepository = new CookieKeyStore(keys));
        services.AddIdentityCore<StaffRow>(identity =>
        {
            identity.Password = new() { RequiredLength = 15, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 0 };
            identity.Lockout.MaxFailedAccessAttempts = 10;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
        }).AddErrorDescriber<AccountErrors>().AddEntityFrameworkStores<MooringDb>();
        services.AddAuthentication(Visitor.Scheme).AddCookie(Visitor.Scheme, cookie =>
        {
            cookie.Cookie.Name = "mooring";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = SignedInFor;
            cookie.SlidingExpiration = false;
            cookie.LoginPath = "/sign-in";
            cookie.AccessDeniedPath = "/not-yours";
            cookie.ReturnUrlParameter = "then";
            cookie.Events.OnValidatePrincipal = StillWelcome;
            cookie.Events.OnRedirectToLogin = ToTheRightDoor;
        });
        services.AddScoped<SignInCheck>();
        services.AddAuthorization(Policies.Add);
        services.AddAntiforgery(forgery =>
        {
            forgery.Cookie.Name = "mooring-form";
            forgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddCascadingAuthenticationState();
        services.AddHttpContextAccessor();
    }

    /// <summary>Puts the clinic and the actor of the request where storage looks for them.</summary>
    public static void UseClinicScope(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.User.Identity?.IsAuthenticated == true)
            context.RequestServices.GetRequiredService<ClinicScope>().Enter(context.User.Clinic(), context.User.Actor());
        // Before the first word of a patient's page is chosen: the clinic says in which languages it may be.
        if (context.User.Actor()?.IsPatient == true)
            await context.RequestServices.GetRequiredService<CurrentClinic>().Find(context.RequestAborted);
        await next(context);
    });

    // A patient has no password to be asked for: the link is the way in.
    private static async Task ToTheRightDoor(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (await TypedInVain.Take(context.HttpContext))
            return;
        var isOwn = context.Request.Path.StartsWithSegments("/my", StringComparison.Ordinal);
        context.Response.Redirect(isOwn ? "/my/goodbye" : context.RedirectUri);
    }

    // Asked on every request: who signed out, was disabled, or has a new password is out at once, and new roles hold at once.
    private static async Task StillWelcome(CookieValidatePrincipalContext context)
    {
        if (await context.HttpContext.RequestServices.GetRequiredService<SignInCheck>().Renew(context.Principal, context.HttpContext.RequestAborted) is { } renewed)
        {
            context.ReplacePrincipal(renewed);
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Visitor.Scheme);
    }
}

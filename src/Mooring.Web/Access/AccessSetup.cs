using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Practice.Access;
using Mooring.Practice.Access.Accounts;
using Mooring.Practice.Settings;
using Mooring.Storage;
using Mooring.Storage.Audit;
using Mooring.Storage.Secrets;

namespace Mooring.Web.Access;

/// <summary>Sign-in by cookie, passwords by ASP.NET Core Identity, and a policy on every route.</summary>
internal static class AccessSetup
{
    public static void AddAccess(this IServiceCollection services, ServerOptions options)
    {
        var secure = options.Web.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        services.AddDataProtection().SetApplicationName("Mooring");
        services.AddSingleton(all => new CookieKeys(all.GetRequiredService<IServiceScopeFactory>(), new(all.GetRequiredService<Seal>), all.GetRequiredService<TimeProvider>()));
        if (options.IsReadOnly)
            services.AddDataProtection().UseEphemeralDataProtectionProvider();
        else
            services.AddOptions<KeyManagementOptions>().Configure<CookieKeys>((manage, keys) => manage.XmlRepository = new CookieKeyStore(keys));
        services.AddAccounts(options.SignIn).AddSignInManager();
        services.AddSignInSteps(options.SignIn);
        var schemes = services.AddAuthentication(Visitor.Scheme).AddCookie(Visitor.Scheme, cookie =>
        {
            cookie.Cookie.Name = options.Web.Cookie("mooring");
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.Path = "/";
            cookie.Cookie.SecurePolicy = secure;
            cookie.ExpireTimeSpan = options.SignedInFor;
            cookie.SlidingExpiration = false;
            cookie.LoginPath = "/sign-in";
            cookie.AccessDeniedPath = "/not-yours";
            cookie.ReturnUrlParameter = "then";
            cookie.Events.OnValidatePrincipal = StillWelcome;
            cookie.Events.OnRedirectToLogin = ToTheRightDoor;
            cookie.Events.OnRedirectToAccessDenied = Refused;
        }).AddSteps(options.Web);
        OutsideSignIn.Add(schemes, options.Outside ?? OutsideProvider.In(options.DataFolder));
        services.AddScoped<SignInCheck>();
        services.AddScoped<ITypedSecret, FormSecret>();
        services.AddAuthorization(Policies.Add);
        services.AddAntiforgery(forgery =>
        {
            forgery.Cookie.Name = options.Web.Cookie("mooring-form");
            forgery.Cookie.Path = "/";
            forgery.Cookie.SecurePolicy = secure;
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

    // A page that is not theirs: written down, and said.
    private static async Task Refused(RedirectContext<CookieAuthenticationOptions> context)
    {
        var page = (context.HttpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        if (context.HttpContext.User.Actor() is { } by && page is not null)
            await context.HttpContext.RequestServices.GetRequiredService<AccessLog>().Note(
                context.HttpContext.User.Clinic(), new(AccessActs.PageRefused, ReadsWritten.Page(page) ?? page) { By = by, SignIn = context.HttpContext.User.Visit() }, context.HttpContext.RequestAborted);
        context.Response.Redirect(context.RedirectUri);
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

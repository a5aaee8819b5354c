using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Mooring.Practice.Access.Accounts;

namespace Mooring.Web.Access;

/// <summary>
/// Signing in by the clinic's identity provider: authorization code with PKCE. Somebody is who a manager tied to the issuer and
/// subject; a name or an e-mail address of there says nothing here.
/// </summary>
internal static class OutsideSignIn
{
    private const string Scheme = "Mooring.Outside";

    public static void Map(WebApplication app)
    {
        if (app.Services.GetService<OutsideProvider>() is not null)
            app.MapGet("/sign-in/outside", (string? then) => Results.Challenge(new() { RedirectUri = SignInCookie.Inside(then) }, [Scheme])).RequireAuthorization(Policies.Anyone);
    }

    public static void Add(AuthenticationBuilder schemes, OutsideProvider? provider)
    {
        if (provider is null)
            return;
        schemes.Services.AddSingleton(provider);
        schemes.AddOpenIdConnect(Scheme, outside =>
        {
            outside.Authority = provider.Authority.ToString();
            outside.ClientId = provider.ClientId;
            outside.ClientSecret = File.ReadAllText(provider.SecretFile).Trim();
            outside.RequireHttpsMetadata = !provider.Authority.IsLoopback;
            outside.ResponseType = OpenIdConnectResponseType.Code;
            outside.ResponseMode = OpenIdConnectResponseMode.Query;
            outside.UsePkce = true;
            outside.MapInboundClaims = false;
            outside.SaveTokens = false;
            outside.CallbackPath = "/sign-in/outside/back";
            outside.SignInScheme = SignInSteps.Scheme;
            outside.Scope.Clear();
            outside.Scope.Add("openid");
            foreach (var cookie in new[] { outside.NonceCookie, outside.CorrelationCookie })
                (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
            outside.Events.OnTicketReceived = Received;
            outside.Events.OnRemoteFailure = context => Refuse(context, "outside");
        });
    }

    private static async Task Received(TicketReceivedContext context)
    {
        var (http, services) = (context.HttpContext, context.HttpContext.RequestServices);
        var who = context.Principal!.FindFirst("sub");
        var found = await services.GetRequiredService<OutsideDesk>().Find(who?.Issuer ?? "", who?.Value ?? "", http.RequestAborted);
        if (!found.IsDone)
        {
            await Refuse(context, found.Refusals[0].Code == OutsideDesk.Untied ? "untied" : "outside");
            return;
        }

        var (steps, then) = (services.GetRequiredService<SignInSteps>(), context.ReturnUri);
        context.HandleResponse();
        http.Response.Redirect(services.GetRequiredService<OutsideProvider>().AsksSecondFactor
            ? await steps.Finish(http, found.Value, then, http.RequestAborted)
            : await steps.AfterPassword(http, found.Value, then, http.RequestAborted));
    }

    private static Task Refuse<TOptions>(HandleRequestContext<TOptions> context, string why)
        where TOptions : AuthenticationSchemeOptions
    {
        context.HandleResponse();
        context.Response.Redirect($"/sign-in?refused={why}");
        return Task.CompletedTask;
    }
}

using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Mooring.SystemTests.Access.Accounts;

/// <summary>An OpenID Connect provider as small as it may be: discovery, keys, a code for whoever comes, and a signed token for the code, the secret and the verifier.</summary>
internal sealed class SmallProvider : IAsyncDisposable
{
    public const string ClientId = "mooring";
    public const string Secret = "a secret of the test";

    private readonly RSA rsa = RSA.Create(2048);
    private readonly Dictionary<string, (string Challenge, string Nonce)> codes = new(StringComparer.Ordinal);
    private readonly WebApplication app;

    private SmallProvider(WebApplication app) => this.app = app;

    /// <summary>Who comes there.</summary>
    public string Subject { get; set; } = "subject-7";

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<SmallProvider> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var provider = new SmallProvider(builder.Build());
        provider.Map();
        await provider.app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        rsa.Dispose();
    }

    private void Map()
    {
        app.MapGet("/.well-known/openid-configuration", () => new Dictionary<string, object>
        {
            ["issuer"] = Issuer,
            ["authorization_endpoint"] = $"{Issuer}/authorize",
            ["token_endpoint"] = $"{Issuer}/token",
            ["jwks_uri"] = $"{Issuer}/keys",
        });
        app.MapGet("/keys", () =>
        {
            var key = rsa.ExportParameters(includePrivateParameters: false);
            return new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = "k", n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) } } };
        });
        app.MapGet("/authorize", (HttpRequest asked) =>
        {
            var code = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N");
            codes[code] = (asked.Query["code_challenge"].ToString(), asked.Query["nonce"].ToString());
            return Results.Redirect(QueryHelpers.AddQueryString(asked.Query["redirect_uri"].ToString(), new Dictionary<string, string?> { ["code"] = code, ["state"] = asked.Query["state"].ToString() }));
        });
        app.MapPost("/token", async (HttpRequest asked) =>
        {
            var form = await asked.ReadFormAsync();
            var verifier = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
            return codes.Remove(form["code"].ToString(), out var known) && known.Challenge == verifier && form["client_secret"] == Secret
                ? Results.Json(new { access_token = "none", token_type = "Bearer", id_token = Token(known.Nonce) })
                : Results.BadRequest();
        });
    }

    private string Issuer => Address.ToString().TrimEnd('/');

    private string Token(string nonce) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = ClientId,
        Claims = new Dictionary<string, object> { ["sub"] = Subject, ["nonce"] = nonce, ["email"] = "iris@clinic.example" },
        SigningCredentials = new(new RsaSecurityKey(rsa) { KeyId = "k" }, SecurityAlgorithms.RsaSha256),
    });
}

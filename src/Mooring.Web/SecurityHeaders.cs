using Microsoft.AspNetCore.Builder;

namespace Mooring.Web;

/// <summary>What every answer tells the browser not to do. No inline script or style runs anywhere.</summary>
internal static class SecurityHeaders
{
    private const string Content =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'; worker-src 'self'";

    // What no page here needs, nobody may ask the browser for. Passkeys are, by pages of ours alone.
    private const string Powers =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), "
        + "publickey-credentials-create=(self), publickey-credentials-get=(self), screen-wake-lock=(self)";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Content;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Powers;
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        // Health information is not left in a shared browser's cache; files of the look overrule this.
        headers.CacheControl = "no-store";
        return next(context);
    });
}

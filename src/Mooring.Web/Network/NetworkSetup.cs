using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Web.Network;

/// <summary>Where the server listens, whose word about a visitor it believes, and under which name it answers.</summary>
internal static class NetworkSetup
{
    /// <param name="mostBytes">The most that is read of a request, where its page does not say.</param>
    public static void ListenFor(this IWebHostBuilder host, ServerOptions options, long mostBytes)
    {
        host.UseKestrelHttpsConfiguration();
        host.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = mostBytes;
            kestrel.Listen(options.Address, options.Port, listen =>
            {
                if (options.Web.Tls is null)
                    return;
                var certificate = kestrel.ApplicationServices.GetRequiredService<WebCertificate>();
                listen.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = _ => ValueTask.FromResult(certificate.Current) });
            });
        });
    }

    /// <summary>First of all that a request goes through: everything behind it sees the visitor and the address as they are.</summary>
    public static void UseNetwork(this IApplicationBuilder app, WebNetwork network)
    {
        app.Use((context, next) =>
        {
            Nearby.Note(context);
            if (!IsBelieved(context, network))
                return Refuse(context, StatusCodes.Status421MisdirectedRequest, "This server is reached through its proxy only, at the address of the clinic.");
            return next(context);
        });
        if (network.Proxies.Count > 0)
            app.UseForwardedHeaders(Forwarded(network.Proxies));
        app.Use((context, next) =>
        {
            if (!IsOurs(context, network.PublicUrl))
                return Refuse(context, StatusCodes.Status400BadRequest, "This server does not answer under that name. Whoever runs it names the clinic's address with --public-url.");
            if (network.PublicUrl is { } url)
                (context.Request.Scheme, context.Request.Host) = (url.Scheme, new(url.Authority));
            if (HttpMethods.IsHead(context.Request.Method))
                AnswerHead(context);
            return next(context);
        });
    }

    // Without TLS of its own the server speaks in clear: to its proxies and to this machine, and to nobody else.
    private static bool IsBelieved(HttpContext context, WebNetwork network) =>
        network.Tls is not null || network.Proxies.Count == 0
        || (context.Connection.RemoteIpAddress is { } from && (IPAddress.IsLoopback(from) || network.Proxies.Contains(from.IsIPv4MappedToIPv6 ? from.MapToIPv4() : from)));

    private static ForwardedHeadersOptions Forwarded(IReadOnlyList<IPAddress> proxies)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
            options.KnownProxies.Add(proxy);
        return options;
    }

    // The clinic's address, this machine by name, or the very address that the connection came to: a name that an attacker chose is none of them.
    private static bool IsOurs(HttpContext context, Uri? url)
    {
        var host = context.Request.Host;
        if (url is not null && host.Value is { } value && value.Equals(url.Authority, StringComparison.OrdinalIgnoreCase))
            return true;
        return Nearby.IsLoopback(host.Host)
            || (IPAddress.TryParse(host.Host.Trim('[', ']'), out var address) && context.Connection.LocalIpAddress is { } here && address.Equals(here.IsIPv4MappedToIPv6 ? here.MapToIPv4() : here));
    }

    // As the page that it asks about: the server leaves the body out by itself. A stream would never end, so it ends with its head.
    private static void AnswerHead(HttpContext context)
    {
        var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        context.Response.RegisterForDispose(ends);
        context.RequestAborted = ends.Token;
        context.Request.Method = HttpMethods.Get;
        context.Response.OnStarting(() => context.Response.ContentType?.StartsWith("text/event-stream", StringComparison.Ordinal) == true ? ends.CancelAsync() : Task.CompletedTask);
    }

    private static Task Refuse(HttpContext context, int status, string says)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(says, context.RequestAborted);
    }
}

using System.Net;
using Microsoft.AspNetCore.Http;

namespace Mooring.Web.Network;

/// <summary>Whether a visitor sits at the machine that the server runs on: asked of the connection, before any proxy's word is read.</summary>
internal static class Nearby
{
    private static readonly object Key = new();
    private static readonly string[] Forwarding = ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via"];

    /// <summary>Only then does a demonstration's link open, and are there figures of the server to be had.</summary>
    public static bool IsHere(HttpContext context) => context.Items.ContainsKey(Key);

    /// <summary>From this machine, to this machine by name, and through nothing that forwards.</summary>
    public static void Note(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from) && IsLoopback(context.Request.Host.Host)
            && !Array.Exists(Forwarding, context.Request.Headers.ContainsKey))
            context.Items[Key] = true;
    }

    /// <summary>Whether a host's name means the machine itself.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}

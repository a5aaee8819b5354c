using System.Net;

namespace Mooring.Web.Network;

/// <summary>How browsers reach the server. Without anything said it is this machine alone, without TLS.</summary>
public sealed record WebNetwork
{
    /// <summary>The server's own TLS; null where it speaks plainly, to this machine or to a proxy.</summary>
    public WebTls? Tls { get; init; }

    /// <summary>The proxies that end TLS before it. What they say of a visitor is believed, and nobody else's word.</summary>
    public IReadOnlyList<IPAddress> Proxies { get; init; } = [];

    /// <summary>The address that staff and patients use, such as <c>https://clinic.example</c>: links begin with it, and no other host is answered.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Whether everybody comes over TLS, so that no cookie ever needs to travel without it.</summary>
    public bool IsSecure => Tls is not null || Proxies.Count > 0;

    /// <summary>The name of a cookie here: with TLS under the prefix that binds it to this host and to TLS.</summary>
    public string Cookie(string name) => IsSecure ? $"__Host-{name}" : name;
}

/// <summary>The server's own certificate and its key, PEM. They are read again when the files change.</summary>
public sealed record WebTls(string CertificateFile, string KeyFile);

using System.CommandLine;
using System.Net;
using System.Security.Cryptography;
using Mooring.Web;
using Mooring.Web.Network;

namespace Mooring.Cli.Commands;

/// <summary>Where the server listens, and how browsers come safely: with TLS of its own, or through a proxy that ends it.</summary>
internal sealed class NetworkOptions
{
    private readonly Option<string> address = Address("--address", "Where browsers come; 0.0.0.0 is every address of this machine. Anything but loopback needs --tls-certificate or --behind-proxy.");
    private readonly Option<string> mllp = Address("--mllp-address", "Where monitors come without TLS: only ever an address of a network of their own.");
    private readonly Option<string> mllpTls = Address("--mllp-tls-address", "Where monitors come with TLS.");
    private readonly Option<FileInfo?> certificate = new("--tls-certificate") { Description = "The server's own certificate with the chain above it, PEM. A renewed file is taken without a restart." };
    private readonly Option<FileInfo?> key = new("--tls-key") { Description = "The private key to it, PEM." };
    private readonly Option<string?> proxies = new("--behind-proxy") { Description = "The addresses of the proxies that end TLS, with commas between. What they say of a visitor is believed, and nobody else's word." };
    private readonly Option<string?> url = new("--public-url") { Description = "The address that staff and patients use, such as https://clinic.example: links begin with it, and no other name is answered." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { address, mllp, mllpTls, certificate, key, proxies, url })
            command.Add(option);
        command.Validators.Add(given =>
        {
            foreach (var says in Faults(given))
                given.AddError(says);
        });
    }

    public ServerOptions Read(ParseResult parsed, ServerOptions options) => options with
    {
        Address = IPAddress.Parse(parsed.GetValue(address)!),
        MllpAddress = IPAddress.Parse(parsed.GetValue(mllp)!),
        MllpTlsAddress = IPAddress.Parse(parsed.GetValue(mllpTls)!),
        Web = new()
        {
            Tls = parsed.GetValue(certificate) is { } own ? new(own.FullName, parsed.GetValue(key)!.FullName) : null,
            Proxies = [.. Proxies(parsed.GetValue(proxies)).Select(IPAddress.Parse)],
            PublicUrl = Url(parsed.GetValue(url)),
        },
    };

    private static Option<string> Address(string name, string description) => new(name) { Description = description, DefaultValueFactory = _ => "127.0.0.1" };

    private IEnumerable<string> Faults(System.CommandLine.Parsing.CommandResult given)
    {
        // What was not given has no value yet: its default is put in afterwards.
        var wrong = new[] { given.GetValue(address), given.GetValue(mllp), given.GetValue(mllpTls) }.OfType<string>().Concat(Proxies(given.GetValue(proxies))).FirstOrDefault(text => !IPAddress.TryParse(text, out _));
        if (wrong is not null)
        {
            yield return $"CLI204: {wrong} is no IP address, such as 10.0.4.20 or 0.0.0.0.";
            yield break;
        }

        var (own, secret) = (given.GetValue(certificate), given.GetValue(key));
        var isSecure = own is not null || given.GetValue(proxies) is not null;
        if (own is null != secret is null)
            yield return "CLI202: --tls-certificate and --tls-key are given together.";
        else if (own is not null && Unreadable(own, secret!) is { } why)
            yield return $"CLI203: The certificate or its key can not be used: {why}";
        if (!isSecure && given.GetValue(address) is { } listens && !IPAddress.IsLoopback(IPAddress.Parse(listens)))
            yield return "CLI200: On a network, passwords and charts would travel in clear. Give the server a certificate (--tls-certificate and --tls-key), or put a proxy that ends TLS before it and name the proxy's address (--behind-proxy). docs/operations/install.md shows both.";
        if (given.GetValue(url) is { } text && Url(text) is null)
            yield return $"CLI205: {text} is no address of a clinic. Write it as https://clinic.example, without a path.";
        else if (isSecure && given.GetValue(url) is null)
            yield return "CLI201: Say under which address staff and patients come, with --public-url https://…: their links begin with it, and no other name is answered.";
    }

    private static string[] Proxies(string? text) => text?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static Uri? Url(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && url.PathAndQuery == "/" && url.UserInfo.Length == 0 && url.Fragment.Length == 0 ? url : null;

    private static string? Unreadable(FileInfo own, FileInfo secret)
    {
        try
        {
            WebCertificate.Read(new(own.FullName, secret.FullName));
            return null;
        }
        catch (Exception failure) when (failure is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return failure.Message;
        }
    }
}

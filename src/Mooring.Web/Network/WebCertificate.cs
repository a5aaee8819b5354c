using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;

namespace Mooring.Web.Network;

/// <summary>
/// The certificate that browsers are shown. A renewed one is taken with the next connection, without a restart; one that can
/// not be read leaves the old one standing, and is told to the log.
/// </summary>
public sealed class WebCertificate(ServerOptions options, ILogger<WebCertificate> log)
{
    private readonly Lock reading = new();
    private (DateTime Certificate, DateTime Key) read;
    private SslServerAuthenticationOptions? current;

    /// <summary>For the next connection.</summary>
    public SslServerAuthenticationOptions Current
    {
        get
        {
            var tls = options.Web.Tls!;
            var written = (File.GetLastWriteTimeUtc(tls.CertificateFile), File.GetLastWriteTimeUtc(tls.KeyFile));
            lock (reading)
            {
                if (current is not null && written == read)
                    return current;
                read = written;
                try
                {
                    current = Read(tls);
                }
                catch (Exception unreadable) when (current is not null && unreadable is CryptographicException or IOException or UnauthorizedAccessException)
                {
                    log.LogError("The new certificate in {File} can not be used, and the old one is shown: {Why}", tls.CertificateFile, unreadable.Message);
                }

                return current!;
            }
        }
    }

    /// <exception cref="CryptographicException">They are no certificate and key, or do not belong together.</exception>
    /// <exception cref="IOException">They could not be read.</exception>
    public static SslServerAuthenticationOptions Read(WebTls tls)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(tls.CertificateFile);
        var own = X509Certificate2.CreateFromPemFile(tls.CertificateFile, tls.KeyFile);
        return new()
        {
            ServerCertificateContext = SslStreamCertificateContext.Create(own, chain, offline: true),
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        };
    }
}

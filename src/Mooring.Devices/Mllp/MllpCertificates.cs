using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Mooring.Devices.Mllp;

/// <summary>
/// MLLP over TLS: what this gateway shows of itself, and whose certificates it takes. A peer without a certificate of
/// that authority never gets as far as a message.
/// </summary>
/// <param name="own">The gateway's certificate with its private key.</param>
/// <param name="authorities">Those who sign the devices' certificates.</param>
public sealed class MllpCertificates(X509Certificate2 own, X509Certificate2Collection authorities) : IDisposable
{
    // TLS client authentication, RFC 5280 section 4.2.1.12.
    private const string ForClients = "1.3.6.1.5.5.7.3.2";

    /// <summary>Reads PEM files; throws <see cref="CryptographicException"/> or <see cref="IOException"/> when one can not be used.</summary>
    public static MllpCertificates Read(string certificateFile, string keyFile, string authorityFile)
    {
        using var read = X509Certificate2.CreateFromPemFile(certificateFile, keyFile);
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(authorityFile);
        if (authorities.Count == 0)
            throw new CryptographicException($"{authorityFile} holds no certificate.");
        // Windows takes a key for TLS only from a store of its own; the way through PKCS 12 works everywhere.
        return new(X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), null), authorities);
    }

    /// <summary>The stream that is safe to read, once the peer has proven itself; throws <see cref="AuthenticationException"/> otherwise.</summary>
    internal async Task<(Stream Safe, ShownCertificate By)> Welcome(Stream plain, CancellationToken cancel)
    {
        var safe = new SslStream(plain, leaveInnerStreamOpen: false);
        try
        {
            await safe.AuthenticateAsServerAsync(
                new()
                {
                    ServerCertificate = own,
                    ClientCertificateRequired = true,
                    EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
                    CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
                    RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null && IsOurs(certificate),
                },
                cancel);
            using var shown = new X509Certificate2(safe.RemoteCertificate ?? throw new AuthenticationException("It showed none."));
            return (safe, new(shown.GetCertHashString(HashAlgorithmName.SHA256), shown.Subject, new DateTimeOffset(shown.NotAfter)));
        }
        catch
        {
            await safe.DisposeAsync();
            throw;
        }
    }

    public void Dispose()
    {
        own.Dispose();
        foreach (var authority in authorities)
            authority.Dispose();
    }

    // Only this authority counts, not those the machine trusts: a certificate bought anywhere must not open the door.
    private bool IsOurs(X509Certificate shown)
    {
        using var certificate = new X509Certificate2(shown);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ForClients));
        return chain.Build(certificate);
    }
}

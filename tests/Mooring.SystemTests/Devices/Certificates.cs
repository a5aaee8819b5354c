using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Mooring.SystemTests.Devices;

/// <summary>An authority of the test's own, and the certificates it signs. They live as long as the test.</summary>
internal sealed class Certificates : IDisposable
{
    public const string ForServers = "1.3.6.1.5.5.7.3.1";
    public const string ForClients = "1.3.6.1.5.5.7.3.2";

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 authority;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mooring-certificates-");

    public Certificates(string name)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        authority = request.CreateSelfSigned(Now.AddDays(-1), Now.AddDays(1));
        File.WriteAllText(AuthorityFile, authority.ExportCertificatePem());
    }

    public string AuthorityFile => Path.Combine(folder.FullName, "authority.pem");

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public X509Certificate2 Sign(string name, string use, double days = 0.5)
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", own, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(use)], true));
        using var signed = request.Create(authority, Now.AddDays(-0.9), Now.AddDays(days), RandomNumberGenerator.GetBytes(8));
        using var whole = signed.CopyWithPrivateKey(own);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
    }

    /// <summary>The files of a gateway: its certificate and its key.</summary>
    public (string Certificate, string Key) Files(X509Certificate2 certificate)
    {
        var (shown, secret) = (Path.Combine(folder.FullName, "gateway.pem"), Path.Combine(folder.FullName, "gateway.key"));
        File.WriteAllText(shown, certificate.ExportCertificatePem());
        File.WriteAllText(secret, certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        return (shown, secret);
    }

    public void Dispose()
    {
        authority.Dispose();
        key.Dispose();
        folder.Delete(recursive: true);
    }
}

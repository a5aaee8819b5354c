using Mooring.Cli.Commands;
using Mooring.SystemTests.Devices;

namespace Mooring.SystemTests.Network;

/// <summary>What <c>serve</c> refuses to begin with, and the sentence that helps.</summary>
public sealed class ServeByItsOptions : IDisposable
{
    private readonly Certificates authority = new("Clinic");

    public void Dispose() => authority.Dispose();

    [Theory]
    [InlineData("CLI200", "--address", "0.0.0.0")]
    [InlineData("CLI200", "--address", "192.0.2.1", "--public-url", "https://clinic.example")]
    [InlineData("CLI201", "--behind-proxy", "192.0.2.1")]
    [InlineData("CLI202", "--tls-certificate", "some.pem", "--public-url", "https://clinic.example")]
    [InlineData("CLI203", "--tls-certificate", "none.pem", "--tls-key", "none.key", "--public-url", "https://clinic.example")]
    [InlineData("CLI204", "--address", "everywhere")]
    [InlineData("CLI204", "--behind-proxy", "192.0.2.1,proxy", "--public-url", "https://clinic.example")]
    [InlineData("CLI205", "--public-url", "http://clinic.example")]
    [InlineData("CLI205", "--public-url", "https://clinic.example/path")]
    [InlineData("CLI206", "--backup-hour", "24")]
    [InlineData("CLI241", "--backup-to", "/backups", "--backup-keys-to", "/backups/keys")]
    public void Is_refused(string code, params string[] words) =>
        Assert.Contains(code, Assert.Single(ServeCommand.Create().Parse(words).Errors).Message, StringComparison.Ordinal);

    [Fact]
    public void Begins_on_every_address_with_a_certificate_and_a_name()
    {
        using var own = authority.Sign("clinic.example", Certificates.ForServers);
        var (certificate, key) = authority.Files(own);

        Assert.Empty(ServeCommand.Create().Parse(["--address", "0.0.0.0", "--tls-certificate", certificate, "--tls-key", key, "--public-url", "https://clinic.example"]).Errors);
        Assert.Empty(ServeCommand.Create().Parse(["--address", "0.0.0.0", "--behind-proxy", "192.0.2.1, 2001:db8::1", "--public-url", "https://clinic.example"]).Errors);
        Assert.Empty(ServeCommand.Create().Parse([]).Errors);
    }
}

using System.CommandLine;
using Mooring.Web;

namespace Mooring.Cli.Commands;

/// <summary>MLLP over TLS: four options that are given together or not at all.</summary>
internal sealed class TlsOptions
{
    private readonly Option<int?> port = new("--mllp-tls-port") { Description = "Where monitors send HL7 over MLLP and TLS, on loopback; 0 takes any free port. A device must show a certificate of --mllp-client-ca." };
    private readonly Option<FileInfo?> certificate = new("--mllp-certificate") { Description = "The gateway's own certificate, PEM." };
    private readonly Option<FileInfo?> key = new("--mllp-key") { Description = "The private key to it, PEM." };
    private readonly Option<FileInfo?> authority = new("--mllp-client-ca") { Description = "The certificates of those who sign the devices' certificates, PEM. No other is taken." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { port, certificate, key, authority })
            command.Add(option);
        command.Validators.Add(given =>
        {
            FileInfo?[] files = [given.GetValue(certificate), given.GetValue(key), given.GetValue(authority)];
            if (given.GetValue(port) is null && files.Any(file => file is not null))
                given.AddError("CLI140: --mllp-certificate, --mllp-key and --mllp-client-ca need --mllp-tls-port.");
            else if (given.GetValue(port) is not null && files.Any(file => file is null))
                given.AddError("CLI140: --mllp-tls-port needs --mllp-certificate, --mllp-key and --mllp-client-ca: nobody is let in without a certificate.");
            foreach (var missing in files.OfType<FileInfo>().Where(file => !file.Exists))
                given.AddError($"CLI141: There is no file {missing.FullName}.");
        });
    }

    public MllpTls? Read(ParseResult parsed) => parsed.GetValue(port) is { } listens
        ? new(listens, parsed.GetValue(certificate)!.FullName, parsed.GetValue(key)!.FullName, parsed.GetValue(authority)!.FullName)
        : null;
}

using System.Net;
using Microsoft.Extensions.Logging;
using Mooring.Content.Library;
using Mooring.Storage.Engine;

namespace Mooring.Web;

/// <summary>How one clinic server runs. Everything is on loopback unless someone says otherwise.</summary>
public sealed record ServerOptions
{
    public required Database Database { get; init; }

    /// <summary>Where keys and files live; readable by its owner only.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The reviewed clinical content.</summary>
    public required string ContentFolder { get; init; }

    /// <summary>The same content, when it is read already: many servers of one process need to read it but once.</summary>
    public ClinicalLibrary? Library { get; init; }

    /// <summary>The book of signed checkpoints; in the data folder unless it is kept where the database's administrator can not write.</summary>
    public string? CheckpointFile { get; init; }

    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>0 takes any free port.</summary>
    public int Port { get; init; } = 5080;

    /// <summary>Where monitors send HL7 over MLLP; null listens to none, 0 takes any free port.</summary>
    public int? MllpPort { get; init; } = 2575;

    /// <summary>Where they send it over TLS; null listens to none.</summary>
    public MllpTls? MllpTls { get; init; }

    /// <summary>How long a tablet at the chair may lie untouched before it asks who is there, where the clinic's settings do not say.</summary>
    public TimeSpan LockAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a device's message may wait to be kept before its sender is told "not now".</summary>
    public TimeSpan NotNowAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a tablet waits for a page before it shows its copy; a form has two seconds more.</summary>
    public TimeSpan TabletPatience { get; init; } = TimeSpan.FromSeconds(6);

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where the server says what went wrong; none is the console.</summary>
    public ILoggerProvider? Log { get; init; }
}

/// <summary>MLLP over TLS: nobody gets in without a certificate of the authority named here.</summary>
/// <param name="Port">0 takes any free port.</param>
/// <param name="CertificateFile">The gateway's own certificate, PEM.</param>
/// <param name="KeyFile">Its private key, PEM.</param>
/// <param name="ClientAuthorityFile">The certificates of those who sign the devices' certificates, PEM.</param>
public sealed record MllpTls(int Port, string CertificateFile, string KeyFile, string ClientAuthorityFile);

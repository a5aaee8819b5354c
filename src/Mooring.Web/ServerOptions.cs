using System.Net;
using Microsoft.Extensions.Logging;
using Mooring.Content.Library;
using Mooring.Devices.Mllp;
using Mooring.Practice.Access.Accounts;
using Mooring.Practice.Operations;
using Mooring.Storage;
using Mooring.Storage.Engine;
using Mooring.Storage.Secrets;
using Mooring.Web.Access;
using Mooring.Web.Network;

namespace Mooring.Web;

/// <summary>How one clinic server runs. Everything is on loopback unless someone says otherwise.</summary>
public sealed record ServerOptions
{
    public required Database Database { get; init; }

    /// <summary>Where keys and files live; readable by its owner only.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The folder of the keys; in the data folder unless it is kept where whoever copies the data does not reach.</summary>
    public string? KeyFolder { get; init; }

    public KeyFolder Keys => KeyFolder is { } own ? new(own) : Storage.Secrets.KeyFolder.In(DataFolder);

    /// <summary>Whether whoever copies the folder of the data has no key by that.</summary>
    public bool AreKeysApart => !FolderPath.IsWithin(Keys.Where, DataFolder);

    /// <summary>Only shows: nothing is written, no key is needed, and what is sealed stays shut.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>When the copy was taken that a server shows; null where it shows the clinic itself.</summary>
    public DateTimeOffset? ShownAt { get; init; }

    /// <summary>Where a server that only shows writes who looked at what, because its copy is thrown away; null elsewhere.</summary>
    public string? AccessFile { get; init; }

    /// <summary>The backup of the day; none is made by the server itself unless a folder for it is named.</summary>
    public BackupPlan? Backups { get; init; }

    /// <summary>Whether the log is lines of JSON, for a collector; otherwise lines to be read.</summary>
    public bool IsJsonLog { get; init; }

    /// <summary>The reviewed clinical content.</summary>
    public required string ContentFolder { get; init; }

    /// <summary>The same content, when it is read already: many servers of one process need to read it but once.</summary>
    public ClinicalLibrary? Library { get; init; }

    /// <summary>The book of signed checkpoints; in the data folder unless it is kept where the database's administrator can not write.</summary>
    public string? CheckpointFile { get; init; }

    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>0 takes any free port.</summary>
    public int Port { get; init; } = 5080;

    /// <summary>Where monitors send HL7 over MLLP without TLS; null, unless somebody asks for it, listens to none; 0 takes any free port.</summary>
    public int? MllpPort { get; init; }

    /// <summary>How many may connect to the gateway, and how much each may send.</summary>
    public MllpLimits Mllp { get; init; } = new();

    /// <summary>How browsers reach it over a network.</summary>
    public WebNetwork Web { get; init; } = new();

    /// <summary>Whether links sign in without a password, from this machine: a demonstration's, never a clinic's.</summary>
    public bool IsDemo { get; init; }

    public IPAddress MllpAddress { get; init; } = IPAddress.Loopback;

    /// <summary>The address for those that come over TLS.</summary>
    public IPAddress MllpTlsAddress { get; init; } = IPAddress.Loopback;

    /// <summary>Where they send it over TLS; null listens to none.</summary>
    public MllpTls? MllpTls { get; init; }

    /// <summary>How long a screen at the chair may lie untouched before it locks, where the clinic's settings do not say.</summary>
    public TimeSpan LockAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The same of a screen at a desk.</summary>
    public TimeSpan DeskLockAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long staff stay signed in, whatever they do.</summary>
    public TimeSpan SignedInFor { get; init; } = TimeSpan.FromHours(12);

    /// <summary>How long patients stay signed in.</summary>
    public TimeSpan PatientSignedInFor { get; init; } = TimeSpan.FromHours(4);

    /// <summary>Whoever signs says again, by PIN or password, who they are. Only a server under test leaves it out.</summary>
    public bool SignsAgain { get; init; } = true;

    /// <summary>How long a device's message may wait to be kept before its sender is told "not now".</summary>
    public TimeSpan NotNowAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a tablet waits for a page before it shows its copy; a form has two seconds more.</summary>
    public TimeSpan TabletPatience { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>The first device that opens a patient's link is the only one that does.</summary>
    public bool BindPatientLinks { get; init; } = true;

    /// <summary>A browser that staff signed in with, now or in the last hours, opens no patient's link.</summary>
    public bool KeepStaffFromPatientLinks { get; init; } = true;

    /// <summary>How strictly people are let in; a demonstration and the tests choose less than a real clinic.</summary>
    public SignInTerms SignIn { get; init; } = new();

    /// <summary>The clinic's identity provider; null is the one that the data folder names, or none.</summary>
    public OutsideProvider? Outside { get; init; }

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

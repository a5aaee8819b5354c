using System.Security.Cryptography;
using Mooring.Storage.Secrets;

namespace Mooring.Web.Pages.Privacy;

/// <summary>A key of this installation, by what may be told of it: never the key.</summary>
public sealed record KeyPlace(string What, string Where, string? Fingerprint);

/// <summary>Where the keys of this installation are.</summary>
public sealed class KeysInUse(ServerOptions options)
{
    /// <summary>In a few words, for the page of the seven questions.</summary>
    public string Short => options.AreKeysApart ? "Apart from the data." : "In the folder of the data: whoever copies it has them.";

    public IReadOnlyList<KeyPlace> All =>
    [
        new("Signs the checkpoints of journals and of the access log", options.Keys.Where, Fingerprint()),
        new("Seals psychotherapy notes, documents and the keys of sign-ins", options.Keys.Where, null),
        new("Keys of sign-ins (cookies)", "In the database, sealed", null),
    ];

    // Of the file that is handed out, so that whoever has a copy can compare it.
    private string? Fingerprint() => CheckpointKey.PublicFile(options.DataFolder) is var file && File.Exists(file) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))) : null;
}

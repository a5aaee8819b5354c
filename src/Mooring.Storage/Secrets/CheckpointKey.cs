using System.Security.Cryptography;

namespace Mooring.Storage.Secrets;

/// <summary>
/// The key that signs checkpoints (ECDSA P-256), made at first use. The private part lies sealed among the keys of the
/// data folder; the public part lies beside the database in the open, to be handed out and kept elsewhere.
/// </summary>
public sealed class CheckpointKey : IDisposable
{
    private const string Bound = "checkpoint-key";

    private CheckpointKey(ECDsa key) => Key = key;

    internal ECDsa Key { get; }

    /// <summary>Where the public part lies, as PEM.</summary>
    public static string PublicFile(string dataFolder) => Path.Combine(dataFolder, "checkpoint-key.pem");

    /// <exception cref="CryptographicException">The key was changed or belongs to another data folder; restore it from a backup.</exception>
    public static CheckpointKey In(string dataFolder, Seal seal)
    {
        ArgumentNullException.ThrowIfNull(seal);
        var path = Path.Combine(dataFolder, "keys", "checkpoint.key");
        if (!File.Exists(path))
            Make(path, seal);
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(seal.Open(File.ReadAllBytes(path), Bound)), out _);
        if (!File.Exists(PublicFile(dataFolder)))
            File.WriteAllText(PublicFile(dataFolder), key.ExportSubjectPublicKeyInfoPem() + "\n");
        return new(key);
    }

    /// <summary>A public key from its PEM text; null when it is none.</summary>
    public static ECDsa? ReadPublic(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return key;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or CryptographicException)
        {
            key.Dispose();
            return null;
        }
    }

    public void Dispose() => Key.Dispose();

    // Written aside and moved, so that two servers that start at once end up with one key.
    private static void Make(string path, Seal seal)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var aside = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var fresh = ECDsa.Create(ECCurve.NamedCurves.nistP256))
        using (var file = new FileStream(aside, options))
        {
            file.Write(seal.Close(Convert.ToBase64String(fresh.ExportPkcs8PrivateKey()), Bound));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(aside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(aside);
        }
    }
}

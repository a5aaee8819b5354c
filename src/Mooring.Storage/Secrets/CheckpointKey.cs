using System.Security.Cryptography;
using Mooring.Clinical.Journals;

namespace Mooring.Storage.Secrets;

/// <summary>
/// The keys that sign checkpoints (ECDSA P-256), the first made at first use. The private parts lie sealed among the keys; the
/// public part of the first lies beside the database in the open, to be handed out and kept elsewhere. Each later key is handed
/// over to by a line of the book that the one before signed, so the first public key proves them all.
/// </summary>
public sealed class CheckpointKey : IDisposable
{
    private const string Bound = "checkpoint-key";

    private readonly IKeyPlace place;
    private readonly Seal seal;
    private readonly Dictionary<int, ECDsa> opened = [];

    private CheckpointKey(IKeyPlace place, Seal seal) => (this.place, this.seal, Key) = (place, seal, null!);

    /// <summary>The first: whoever has its public part can check the whole book.</summary>
    public ECDsa Key { get; private set; }

    /// <summary>Where the public part of the first lies, as PEM.</summary>
    public static string PublicFile(string dataFolder) => Path.Combine(dataFolder, "checkpoint-key.pem");

    /// <summary>The keys of a data folder that lie in it.</summary>
    public static CheckpointKey In(string dataFolder, Seal seal) => In(dataFolder, KeyFolder.In(dataFolder), seal);

    /// <exception cref="CryptographicException">The key was changed or belongs to another data folder; restore it from a backup.</exception>
    public static CheckpointKey In(string dataFolder, IKeyPlace place, Seal seal)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(seal);
        if (place.Read(KeyNames.Of(KeyNames.Checkpoint, 1)) is null)
            Make(place, seal, 1);
        var all = new CheckpointKey(place, seal);
        all.Key = all.Version(1);
        if (!File.Exists(PublicFile(dataFolder)))
        {
            File.WriteAllText(PublicFile(dataFolder), all.Key.ExportSubjectPublicKeyInfoPem() + "\n");
            Private.Close(dataFolder);
        }

        return all;
    }

    /// <summary>The key in force after these lines: the last that was handed over to.</summary>
    public ECDsa After(IReadOnlyList<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var last = lines.Where(KeyHandover.MayBe).Select(CheckpointLine.Read).OfType<CheckpointLine>().LastOrDefault(KeyHandover.Is);
        lock (opened)
            return Version((int)(last?.Says.Entries ?? 1));
    }

    /// <summary>Makes the next key and hands over to it in the book; its version.</summary>
    /// <exception cref="IOException">The book could not be written; the old key stays in force.</exception>
    public async Task<int> Rotate(CheckpointFile book, DateTimeOffset now, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(book);
        var next = KeyNames.Versions(place, KeyNames.Checkpoint)[^1] + 1;
        Make(place, seal, next);
        var fresh = Version(next);
        await book.Append((last, lines) => KeyHandover.Sign(last, now, next, fresh, After(lines)), cancel);
        return next;
    }

    /// <summary>Seals the private parts again with the newest key of the seal, beside the old ones and then in their place.</summary>
    public static int Reseal(KeyFolder folder, Seal seal)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(seal);
        var old = KeyNames.Versions(folder, KeyNames.Checkpoint).Select(version => KeyNames.Of(KeyNames.Checkpoint, version))
            .Where(name => !seal.IsOfNewest(folder.Read(name)!)).ToList();
        foreach (var name in old)
            folder.Put(name, seal.Close(seal.Open(folder.Read(name)!, Bound), Bound));
        return old.Count;
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

    public void Dispose()
    {
        foreach (var key in opened.Values)
            key.Dispose();
    }

    private ECDsa Version(int version)
    {
        if (opened.TryGetValue(version, out var known))
            return known;
        var name = KeyNames.Of(KeyNames.Checkpoint, version);
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(seal.Open(place.Read(name) ?? throw new CryptographicException($"{name} is missing in {place.Where}."), Bound)), out _);
        return opened[version] = key;
    }

    private static void Make(IKeyPlace place, Seal seal, int version)
    {
        using var fresh = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        place.Add(KeyNames.Of(KeyNames.Checkpoint, version), seal.Close(Convert.ToBase64String(fresh.ExportPkcs8PrivateKey()), Bound));
    }
}

using System.Security.Cryptography;
using System.Text;

namespace Mooring.Storage.Secrets;

/// <summary>
/// Seals text so that the database alone does not tell it (AES-256-GCM). Whoever copies the database without the keys reads
/// nothing. The newest key seals and is named in what it sealed; every older one still opens what it sealed.
/// </summary>
public sealed class Seal
{
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int IdBytes = 4;

    private static readonly byte[] Mark = "MKR1"u8.ToArray();

    private readonly IKeyPlace? place;
    private volatile IReadOnlyList<(byte[] Id, byte[] Bytes)> keys;

    private Seal(IKeyPlace? place, IReadOnlyList<(byte[] Id, byte[] Bytes)> keys) => (this.place, this.keys) = (place, keys);

    /// <summary>The seal of a data folder whose keys lie in it; the first is made at first use.</summary>
    public static Seal In(string dataFolder) => In(KeyFolder.In(dataFolder));

    /// <summary>The seal of a place of keys; the first is made at first use.</summary>
    /// <exception cref="InvalidDataException">A key is damaged. Restore it: what it sealed can not be read without it.</exception>
    public static Seal In(IKeyPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (KeyNames.Versions(place, KeyNames.Seal).Count == 0)
            place.Add(KeyNames.Of(KeyNames.Seal, 1), RandomNumberGenerator.GetBytes(KeyBytes));
        return new(place, Read(place));
    }

    /// <summary>A seal that ends with the process and opens nothing that is kept: for a server that only shows.</summary>
    public static Seal Passing() => new(null, [WithId(RandomNumberGenerator.GetBytes(KeyBytes))]);

    /// <summary>Adds a key, with which all is sealed from now on; its version.</summary>
    public static int Rotate(IKeyPlace place)
    {
        while (true)
        {
            var next = (KeyNames.Versions(place, KeyNames.Seal) is [.., var last] ? last : 0) + 1;
            if (place.Add(KeyNames.Of(KeyNames.Seal, next), RandomNumberGenerator.GetBytes(KeyBytes)))
                return next;
        }
    }

    /// <summary>What a key is called in what it sealed. It tells nothing of the key.</summary>
    public static string IdOf(byte[] key) => Convert.ToHexStringLower(WithId(key).Id);

    /// <summary>Whether the newest key sealed it, so that it need not be sealed again.</summary>
    public bool IsOfNewest(ReadOnlySpan<byte> closed) => closed.StartsWith(Mark) && closed[Mark.Length..].StartsWith(keys[^1].Id);

    /// <summary>Key, nonce, tag and cipher text in one. <paramref name="bound"/> is what it belongs to: moved elsewhere it does not open.</summary>
    public byte[] Close(string text, string bound) => Close(Encoding.UTF8.GetBytes(text), bound);

    /// <summary>The same of bytes.</summary>
    public byte[] Close(ReadOnlySpan<byte> plain, string bound)
    {
        var key = keys[^1];
        var head = Mark.Length + IdBytes;
        var closed = new byte[head + NonceBytes + TagBytes + plain.Length];
        Mark.CopyTo(closed, 0);
        key.Id.CopyTo(closed, Mark.Length);
        var nonce = closed.AsSpan(head, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key.Bytes, TagBytes);
        cipher.Encrypt(nonce, plain, closed.AsSpan(head + NonceBytes + TagBytes), closed.AsSpan(head + NonceBytes, TagBytes), Encoding.UTF8.GetBytes(bound));
        return closed;
    }

    /// <exception cref="CryptographicException">It was changed, moved, or sealed with a key that is not here.</exception>
    public string Open(ReadOnlySpan<byte> closed, string bound) => Encoding.UTF8.GetString(OpenBytes(closed, bound));

    /// <exception cref="CryptographicException">It was changed, moved, or sealed with a key that is not here.</exception>
    public byte[] OpenBytes(ReadOnlySpan<byte> closed, string bound)
    {
        var name = Encoding.UTF8.GetBytes(bound);
        if (closed.StartsWith(Mark) && closed.Length >= Mark.Length + IdBytes && Named(closed.Slice(Mark.Length, IdBytes)) is { } key && Try(key, closed[(Mark.Length + IdBytes)..], name) is { } opened)
            return opened;
        // Sealed before keys had names, or by chance beginning as those that have.
        foreach (var (_, bytes) in keys)
        {
            if (Try(bytes, closed, name) is { } old)
                return old;
        }

        throw new CryptographicException("It was changed, moved, or sealed with a key that is not here.");
    }

    /// <summary>
    /// A key for one purpose, the same each time it is asked for, also after a rotation: what waits on a tablet was sealed with
    /// it. It tells nothing about this seal or about another purpose's key.
    /// </summary>
    public byte[] Derive(string purpose) => HKDF.Expand(HashAlgorithmName.SHA256, keys[0].Bytes, KeyBytes, Encoding.UTF8.GetBytes(purpose));

    // One that was added while this server ran is read when something names it.
    private byte[]? Named(ReadOnlySpan<byte> id)
    {
        if (Find(id) is { } known || place is null)
            return Find(id);
        keys = Read(place);
        return Find(id);
    }

    private byte[]? Find(ReadOnlySpan<byte> id)
    {
        foreach (var key in keys)
        {
            if (id.SequenceEqual(key.Id))
                return key.Bytes;
        }

        return null;
    }

    private static byte[]? Try(byte[] key, ReadOnlySpan<byte> closed, byte[] bound)
    {
        if (closed.Length < NonceBytes + TagBytes)
            return null;
        var plain = new byte[closed.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(key, TagBytes);
        try
        {
            cipher.Decrypt(closed[..NonceBytes], closed[(NonceBytes + TagBytes)..], closed.Slice(NonceBytes, TagBytes), plain, bound);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static IReadOnlyList<(byte[] Id, byte[] Bytes)> Read(IKeyPlace place) =>
        [.. KeyNames.Versions(place, KeyNames.Seal).Select(version => KeyNames.Of(KeyNames.Seal, version)).Select(name =>
            place.Read(name) is { Length: KeyBytes } key ? WithId(key) : throw new InvalidDataException($"{name} in {place.Where} is damaged; restore it from a backup."))];

    private static (byte[] Id, byte[] Bytes) WithId(byte[] key) => (SHA256.HashData([.. "mooring seal "u8, .. key])[..IdBytes], key);
}

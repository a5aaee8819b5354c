using System.Security.Cryptography;
using System.Text;

namespace Mooring.Storage.Secrets;

/// <summary>
/// Seals text so that the database file alone does not tell it (AES-256-GCM). The key lies beside the database in the
/// data folder, readable by its owner only; whoever copies the database without it reads nothing.
/// </summary>
public sealed class Seal
{
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private readonly byte[] key;

    private Seal(byte[] key) => this.key = key;

    /// <summary>The seal of a data folder; its key is made at first use.</summary>
    /// <exception cref="InvalidDataException">The key file is damaged. Restore it: what it sealed can not be read without it.</exception>
    public static Seal In(string dataFolder)
    {
        var path = Path.Combine(dataFolder, "keys", "seal.key");
        if (!File.Exists(path))
            Make(path);
        var read = File.ReadAllBytes(path);
        return read.Length == KeyBytes ? new(read) : throw new InvalidDataException($"{path} is damaged; restore it from a backup.");
    }

    /// <summary>Nonce, tag and cipher text in one. <paramref name="bound"/> is what it belongs to: moved elsewhere it does not open.</summary>
    public byte[] Close(string text, string bound) => Close(Encoding.UTF8.GetBytes(text), bound);

    /// <summary>The same of bytes.</summary>
    public byte[] Close(ReadOnlySpan<byte> plain, string bound)
    {
        var closed = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = closed.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(nonce, plain, closed.AsSpan(NonceBytes + TagBytes), closed.AsSpan(NonceBytes, TagBytes), Encoding.UTF8.GetBytes(bound));
        return closed;
    }

    /// <exception cref="CryptographicException">It was changed, moved, or sealed with another key.</exception>
    public string Open(ReadOnlySpan<byte> closed, string bound) => Encoding.UTF8.GetString(OpenBytes(closed, bound));

    /// <exception cref="CryptographicException">It was changed, moved, or sealed with another key.</exception>
    public byte[] OpenBytes(ReadOnlySpan<byte> closed, string bound)
    {
        if (closed.Length < NonceBytes + TagBytes)
            throw new CryptographicException("What was sealed is not whole.");
        var plain = new byte[closed.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Decrypt(
            closed[..NonceBytes], closed[(NonceBytes + TagBytes)..], closed.Slice(NonceBytes, TagBytes), plain, Encoding.UTF8.GetBytes(bound));
        return plain;
    }

    /// <summary>A key for one purpose, the same each time it is asked for. It tells nothing about this seal or about another purpose's key.</summary>
    public byte[] Derive(string purpose) => HKDF.Expand(HashAlgorithmName.SHA256, key, KeyBytes, Encoding.UTF8.GetBytes(purpose));

    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(RandomNumberGenerator.GetBytes(KeyBytes));
        file.Flush(flushToDisk: true);
    }
}

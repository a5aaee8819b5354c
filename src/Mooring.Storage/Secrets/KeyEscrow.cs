using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Mooring.Storage.Secrets;

/// <summary>
/// All keys in one file under a passphrase, for a safe: PBKDF2 with SHA-256 over the passphrase, AES-256-GCM over the keys.
/// Whoever holds the file holds nothing without the passphrase; keep the two apart.
/// </summary>
public sealed record KeyEscrow(string Format, int Rounds, byte[] Salt, byte[] Nonce, byte[] Tag, byte[] Sealed)
{
    /// <summary>Letters of a passphrase.</summary>
    public const int ShortestPassphrase = 20;

    private const string OfThis = "mooring-escrow-1";
    private const int SaltBytes = 16;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int KeyBytes = 32;

    // OWASP's floor for PBKDF2 with SHA-256.
    private const int RoundsNow = 600_000;

    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static byte[] Close(IKeyPlace place, string passphrase)
    {
        ArgumentNullException.ThrowIfNull(place);
        var keys = JsonSerializer.SerializeToUtf8Bytes(place.Names.ToDictionary(name => name, place.Read, StringComparer.Ordinal));
        var (salt, nonce) = (RandomNumberGenerator.GetBytes(SaltBytes), RandomNumberGenerator.GetBytes(NonceBytes));
        var (tag, closed) = (new byte[TagBytes], new byte[keys.Length]);
        using var cipher = new AesGcm(Key(passphrase, salt, RoundsNow), TagBytes);
        cipher.Encrypt(nonce, keys, closed, tag, Encoding.UTF8.GetBytes(OfThis));
        return JsonSerializer.SerializeToUtf8Bytes(new KeyEscrow(OfThis, RoundsNow, salt, nonce, tag, closed), Written);
    }

    /// <summary>The keys by their names; null when the file is none, was changed, or the passphrase is another.</summary>
    public static IReadOnlyDictionary<string, byte[]>? Open(ReadOnlySpan<byte> file, string passphrase)
    {
        try
        {
            if (JsonSerializer.Deserialize<KeyEscrow>(file, Written) is not { Format: OfThis, Rounds: > 0 and <= RoundsNow * 100 } escrow)
                return null;
            var keys = new byte[escrow.Sealed.Length];
            using var cipher = new AesGcm(Key(passphrase, escrow.Salt, escrow.Rounds), TagBytes);
            cipher.Decrypt(escrow.Nonce, escrow.Sealed, escrow.Tag, keys, Encoding.UTF8.GetBytes(OfThis));
            return JsonSerializer.Deserialize<Dictionary<string, byte[]>>(keys);
        }
        catch (Exception unreadable) when (unreadable is JsonException or CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    private static byte[] Key(string passphrase, byte[] salt, int rounds) => Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, rounds, HashAlgorithmName.SHA256, KeyBytes);
}

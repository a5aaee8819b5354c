using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace Mooring.SystemTests.Access.Accounts;

/// <summary>What an app on a phone shows for a key: the test's own reckoning (RFC 6238), so that the product's is held against another.</summary>
internal static class AppCode
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const long Period = 30;

    /// <param name="steps">So many half minutes from now; the server takes the ones beside this too.</param>
    [SuppressMessage("Security", "CA5350:Do not use weak cryptographic algorithms", Justification = "Authenticator apps use it: RFC 6238.")]
    public static string Of(string key, int steps = 0)
    {
        var text = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(text, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / Period + steps);
        var hash = HMACSHA1.HashData(Bytes(key), text);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string key)
    {
        var bits = string.Concat(key.Where(letter => letter != ' ').Select(letter => Convert.ToString(Letters.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(eight => eight.Length == 8).Select(eight => Convert.ToByte(new string(eight), 2))];
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Mooring.Clinical.Journals;

/// <summary>One kept entry as the database holds it.</summary>
/// <param name="Bytes">Exactly the bytes that were hashed; never made anew from the entry.</param>
public sealed record ChainLink(long Seq, ReadOnlyMemory<byte> Bytes, ReadOnlyMemory<byte> Hash);

/// <summary>Where a chain first breaks, and how.</summary>
public sealed record ChainBreak(long Seq, string Says);

/// <summary>
/// Each entry's hash covers the one before, so that nothing can be changed, taken out, exchanged or slipped in
/// unseen: <c>hash(n) = SHA-256(hash(n-1) ‖ seq ‖ bytes)</c>, with seq as eight bytes, big end first, and 32 zero
/// bytes before the first. Cutting off the end does not break a chain; signed checkpoints are for that (<see cref="CheckpointBook"/>).
/// </summary>
public static class JournalChain
{
    public static ReadOnlyMemory<byte> Start { get; } = new byte[SHA256.HashSizeInBytes];

    public static byte[] Hash(ReadOnlySpan<byte> before, long seq, ReadOnlySpan<byte> bytes)
    {
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, seq);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(before);
        hash.AppendData(number);
        hash.AppendData(bytes);
        return hash.GetHashAndReset();
    }

    /// <summary>Walks the links in the order given and names the first that does not follow; null when all do.</summary>
    public static ChainBreak? FirstBreak(IEnumerable<ChainLink> links) => FirstBreak(links, Start, 1);

    /// <summary>The same for the rest of a chain: after <paramref name="before"/>, entry <paramref name="expected"/> is to come.</summary>
    public static ChainBreak? FirstBreak(IEnumerable<ChainLink> links, ReadOnlyMemory<byte> before, long expected)
    {
        ArgumentNullException.ThrowIfNull(links);
        foreach (var link in links)
        {
            if (link.Seq != expected)
                return new(expected, $"Entry {expected} is missing: entry {link.Seq} stands in its place.");
            if (!link.Hash.Span.SequenceEqual(Hash(before.Span, link.Seq, link.Bytes.Span)))
                return new(link.Seq, $"Entry {link.Seq} is not the one that was kept, or the entry before it is not.");
            (before, expected) = (link.Hash, expected + 1);
        }

        return null;
    }
}

using System.Security.Cryptography;

namespace Mooring.Clinical.Journals;

/// <summary>
/// A line of the book by which the signing key hands over to the next. It bears the whole public part of the new key and is
/// signed with the old one: whoever trusts the first key needs no other to check what came later.
/// </summary>
public static class KeyHandover
{
    /// <summary>The subject of such a line; its journal is nobody's, its entries are the version of the new key.</summary>
    public const string Subject = "signing-key";

    public static CheckpointLine Sign(CheckpointLine? last, DateTimeOffset now, int version, ECDsa next, ECDsa old)
    {
        ArgumentNullException.ThrowIfNull(next);
        return CheckpointLine.Sign(
            new((last?.Says.Number ?? 0) + 1, now, last?.Hash ?? "", Guid.Empty, version, Convert.ToHexStringLower(next.ExportSubjectPublicKeyInfo()), Subject), old);
    }

    /// <summary>Told from the text, before it is read.</summary>
    public static bool MayBe(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Contains(Subject, StringComparison.Ordinal);
    }

    public static bool Is(CheckpointLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Says.Subject == Subject;
    }

    /// <summary>From which line on which key is in force, the first from the beginning. A handover that its key did not sign counts for nothing.</summary>
    public static IReadOnlyList<(long After, ECDsa Key)> In(IReadOnlyList<string> lines, ECDsa first)
    {
        ArgumentNullException.ThrowIfNull(lines);
        List<(long After, ECDsa Key)> inForce = [(0, first)];
        foreach (var line in lines.Where(MayBe).Select(CheckpointLine.Read).OfType<CheckpointLine>().Where(Is).OrderBy(line => line.Says.Number))
        {
            if (line.IsSignedBy(inForce[^1].Key) && Read(line.Says.Head) is { } next)
                inForce.Add((line.Says.Number, next));
        }

        return inForce;
    }

    private static ECDsa? Read(string head)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(Convert.FromHexString(head), out _);
            return key;
        }
        catch (Exception unreadable) when (unreadable is FormatException or CryptographicException)
        {
            key.Dispose();
            return null;
        }
    }
}

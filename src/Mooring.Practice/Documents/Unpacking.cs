namespace Mooring.Practice.Documents;

/// <summary>Unpacks without keeping, and stops at a limit.</summary>
internal static class Unpacking
{
    private const int Step = 81_920;

    /// <summary>How many bytes there are; null when there are more than <paramref name="most"/>.</summary>
    public static long? Count(Stream unpacking, long most)
    {
        var step = new byte[Step];
        long count = 0;
        for (int read; (read = unpacking.Read(step)) > 0;)
        {
            count += read;
            if (count > most)
                return null;
        }

        return count;
    }

    /// <summary>The bytes; null when there are more than <paramref name="most"/>.</summary>
    public static byte[]? Read(Stream unpacking, long most)
    {
        var step = new byte[Step];
        using var all = new MemoryStream();
        for (int read; (read = unpacking.Read(step)) > 0;)
        {
            if (all.Length + read > most)
                return null;
            all.Write(step, 0, read);
        }

        return all.ToArray();
    }
}

namespace Mooring.Clinical.Patients;

/// <summary>
/// Whether a typed name is the signature of the person on the record. Case, accents, apostrophes and the order of the words
/// do not count; a middle name may be left out, shortened to its initial, or added as one. Another name is never taken.
/// </summary>
public static class TypedSignature
{
    /// <param name="typed">As it was typed to sign.</param>
    /// <param name="known">The name on the record.</param>
    public static bool IsOf(string? typed, string known)
    {
        var (written, whole) = (NameLetters.Words(typed), NameLetters.Words(known));
        return written.Count > 0 && whole.Count > 0
            && (NameLetters.AreSame(written, whole) || (written.Count > 1 && written[0] == whole[0] && written[^1] == whole[^1] && Fit(Middle(written), Middle(whole))));
    }

    private static IReadOnlyList<string> Middle(IReadOnlyList<string> words) => words.Count > 2 ? [.. words.Skip(1).SkipLast(1)] : [];

    // Each that was typed stands for the next of the record, in order; an initial that stands for none is one that the record lacks.
    private static bool Fit(IReadOnlyList<string> typed, IReadOnlyList<string> known)
    {
        var at = 0;
        foreach (var word in typed)
        {
            var next = at;
            while (next < known.Count && known[next] != word && !(word.Length == 1 && known[next].StartsWith(word, StringComparison.Ordinal)))
                next++;
            if (next < known.Count)
                at = next + 1;
            else if (word.Length > 1)
                return false;
        }

        return true;
    }
}

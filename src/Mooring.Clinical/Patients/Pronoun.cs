using System.Text.RegularExpressions;

namespace Mooring.Clinical.Patients;

/// <summary>What the person asked to be called by. It decides words only: no dose, no rule and no question reads it.</summary>
public enum Pronoun
{
    NotSaid,
    She,
    He,
    They,
    Other,
}

/// <summary>How pronouns are written, here and by senders.</summary>
public static partial class Pronouns
{
    /// <summary>The longest that may be written where none of those listed is right.</summary>
    public const int Longest = 40;

    /// <summary>As a page says it; null where the person did not say.</summary>
    public static string? Of(Patient patient) => patient.Pronoun switch
    {
        Pronoun.NotSaid => null,
        Pronoun.Other => patient.OtherPronoun ?? "other",
        var said => Word(said),
    };

    /// <summary>As a choice of a form.</summary>
    public static string Word(Pronoun pronoun) => pronoun == Pronoun.NotSaid ? "not said" : pronoun.ToString().ToLowerInvariant();

    /// <summary>What was written counts although "other" was not chosen; what was written beside one of those listed does not.</summary>
    public static (Pronoun Pronoun, string? Other) Typed(Pronoun chosen, string? written) =>
        string.IsNullOrWhiteSpace(written) || chosen is Pronoun.She or Pronoun.He or Pronoun.They ? (chosen, null) : (Pronoun.Other, written.Trim());

    /// <summary>What another record says, by LOINC answer or in words; of several that differ, all as they are written.</summary>
    public static (Pronoun Pronoun, string? Other) Read(IEnumerable<string> said)
    {
        IReadOnlyList<string> all = [.. said.Select(each => each.Trim()).Where(each => each.Length > 0)];
        IReadOnlyList<Pronoun> known = [.. all.Select(Known).OfType<Pronoun>().Distinct()];
        if (known.Count == 1)
            return (known[0], null);
        var text = string.Join(", ", known.Count > 1 ? known.Select(Word) : all);
        return text.Length == 0 ? (Pronoun.NotSaid, null) : (Pronoun.Other, text.Length > Longest ? text[..Longest].Trim() : text);
    }

    // LOINC answers of the list of personal pronouns, and the first word of what is written: "they/them".
    private static Pronoun? Known(string said) => said.ToUpperInvariant() switch
    {
        "LA29518-0" => Pronoun.He,
        "LA29519-8" => Pronoun.She,
        "LA29520-6" => Pronoun.They,
        _ => FirstWord().Match(said).Value.ToLowerInvariant() switch
        {
            "he" or "him" or "his" or "él" => Pronoun.He,
            "she" or "her" or "hers" or "ella" => Pronoun.She,
            "they" or "them" or "theirs" or "elle" => Pronoun.They,
            _ => null,
        },
    };

    [GeneratedRegex(@"^\p{L}+(?=$|[/,\s].*)", RegexOptions.None, 1000)]
    private static partial Regex FirstWord();
}

using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Mooring.Clinical;

/// <summary>
/// A sentence for a person, with named places for what only its reader's edge can print: an instant is said in the clinic's
/// zone, a number in the reader's language. Decisions know neither, so they name the value and leave it as it is. Written as
/// an interpolated string, each place bears the name of what fills it: <c>$"Wait until {end}."</c> has the place <c>{end}</c>.
/// </summary>
[InterpolatedStringHandler]
public sealed partial class Sentence : IEquatable<Sentence>
{
    private static readonly Dictionary<string, SentenceValue> NoValues = [];

    // Only while the compiler writes it piece by piece.
    private readonly StringBuilder? pieces;
    private readonly Dictionary<string, SentenceValue> values;
    private string? template;

    /// <summary>Begins a sentence that the compiler writes piece by piece.</summary>
    public Sentence(int literalLength, int formattedCount) => (pieces, values) = (new(literalLength + (formattedCount * 16)), new(formattedCount, StringComparer.Ordinal));

    private Sentence(string template, Dictionary<string, SentenceValue> values) => (this.template, this.values) = (template, values);

    /// <summary>The words, with a place such as <c>{from}</c> for each value; without values, the sentence itself.</summary>
    public string Template => template ??= pieces!.ToString();

    /// <summary>What stands in the places, by their names.</summary>
    public IReadOnlyDictionary<string, SentenceValue> Values => values;

    public static implicit operator Sentence(string says) => new(says, NoValues);

    /// <summary>A sentence with values. Each place names one of them, and each of them has a place.</summary>
    public static Sentence Of(string template, params IReadOnlyList<(string Name, SentenceValue Value)> values)
    {
        ArgumentNullException.ThrowIfNull(template);
        var named = values.ToDictionary(each => each.Name, each => each.Value, StringComparer.Ordinal);
        var places = Places(template);
        return places.SetEquals(named.Keys)
            ? new(template, named)
            : throw new ArgumentException($"“{template}” has the places {string.Join(", ", places)} and the values {string.Join(", ", named.Keys)}.", nameof(values));
    }

    /// <summary>The names of the places in these words.</summary>
    public static HashSet<string> Places(string template) => Place().Matches(template).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>The same values in other words, such as another language's. They may leave a value out, but not name one that is not there.</summary>
    public Sentence In(string words)
    {
        var unknown = Places(words).Except(values.Keys, StringComparer.Ordinal).ToList();
        return unknown.Count == 0
            ? new(words, values)
            : throw new ArgumentException($"“{words}” names {string.Join(", ", unknown)}, which “{Template}” has not.", nameof(words));
    }

    public void AppendLiteral(string words) => pieces!.Append(words);

    /// <summary>A place for this value, named by what was written there.</summary>
    public void AppendFormatted<T>(T value, string? format = null, [CallerArgumentExpression(nameof(value))] string written = "")
    {
        var (given, name) = (SentenceValue.Of(value, format), PlaceName.Of(written));
        var free = name;
        for (var count = 2; values.TryGetValue(free, out var other) && other != given; count++)
            free = name + (char)('A' + count - 1);
        values[free] = given;
        pieces!.Append('{').Append(free).Append('}');
    }

    /// <summary>The words with each value as it is printed here. Words that came with no values are never looked into.</summary>
    public string Print(Func<SentenceValue, string> print) =>
        values.Count == 0 ? Template : Place().Replace(Template, match => print(values[match.Groups[1].Value]));

    /// <summary>As a log or a program reads it: no zone is known there, so its instants say that they are UTC.</summary>
    public override string ToString() => Print(value => value.ToString());

    public bool Equals(Sentence? other) => other is not null && Template == other.Template && values.Count == other.values.Count
        && values.All(each => other.values.TryGetValue(each.Key, out var value) && value == each.Value);

    public override bool Equals(object? obj) => Equals(obj as Sentence);

    public override int GetHashCode() => Template.GetHashCode(StringComparison.Ordinal);

    [GeneratedRegex(@"\{([a-zA-Z]+)\}", RegexOptions.None, 1000)]
    private static partial Regex Place();
}

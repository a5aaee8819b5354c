using System.Text.RegularExpressions;

namespace Mooring.Clinical;

/// <summary>
/// A sentence for a person, with named places for what only its reader's edge can print: an instant is said in the clinic's
/// zone, a number in the reader's language. Decisions know neither, so they name the value and leave it as it is.
/// </summary>
public sealed partial class Sentence : IEquatable<Sentence>
{
    private readonly IReadOnlyDictionary<string, SentenceValue> values;

    private Sentence(string template, IReadOnlyDictionary<string, SentenceValue> values) => (Template, this.values) = (template, values);

    /// <summary>The words, with a place such as <c>{from}</c> for each value; without values, the sentence itself.</summary>
    public string Template { get; }

    /// <summary>What stands in the places, by their names.</summary>
    public IReadOnlyDictionary<string, SentenceValue> Values => values;

    public static implicit operator Sentence(string says) => new(says, EmptyValues);

    /// <summary>A sentence with values. Each place names one of them, and each of them has a place.</summary>
    public static Sentence Of(string template, params IReadOnlyList<(string Name, SentenceValue Value)> values)
    {
        ArgumentNullException.ThrowIfNull(template);
        var named = values.ToDictionary(each => each.Name, each => each.Value, StringComparer.Ordinal);
        var places = Place().Matches(template).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        return places.SetEquals(named.Keys)
            ? new(template, named)
            : throw new ArgumentException($"“{template}” has the places {string.Join(", ", places)} and the values {string.Join(", ", named.Keys)}.", nameof(values));
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

    private static readonly IReadOnlyDictionary<string, SentenceValue> EmptyValues = new Dictionary<string, SentenceValue>();

    [GeneratedRegex(@"\{([a-zA-Z]+)\}", RegexOptions.None, 1000)]
    private static partial Regex Place();
}

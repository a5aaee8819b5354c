using System.Globalization;

namespace Mooring.Content.Bases;

/// <summary>The line of a content file where something is written.</summary>
/// <param name="File">Below the content folder.</param>
public readonly record struct LineOrigin(string File, int Line);

/// <summary>A node of a content file that knows where it is written, so that a file made of several can say of each line whose it is.</summary>
public abstract class Piece(LineOrigin at)
{
    public LineOrigin At { get; } = at;

    /// <summary>Written on one line, in braces or brackets.</summary>
    public bool IsFlow { get; init; }

    /// <summary>Every place that a word below it is written at.</summary>
    public abstract IEnumerable<LineOrigin> Origins { get; }

    /// <summary>On one line, as it is written out and compared: two pieces that say the same have the same words.</summary>
    public abstract string Flow();
}

/// <summary>One value.</summary>
public sealed class PieceWord(LineOrigin at, string text, bool isQuoted) : Piece(at)
{
    public string Text { get; } = text;

    public override IEnumerable<LineOrigin> Origins => [At];

    public override string Flow() => isQuoted
        ? $"\"{Text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)}\""
        : Text;
}

/// <summary>A named member of a map.</summary>
public sealed record PieceEntry(PieceWord Key, Piece Value)
{
    public string Name => Key.Text;
}

/// <summary>Named members, in the order in which they are written.</summary>
public sealed class PieceMap(LineOrigin at, IReadOnlyList<PieceEntry> entries) : Piece(at)
{
    public IReadOnlyList<PieceEntry> Entries { get; } = entries;

    public override IEnumerable<LineOrigin> Origins => Entries.SelectMany(entry => entry.Value.Origins);

    public Piece? this[string name] => Entries.FirstOrDefault(entry => entry.Name == name)?.Value;

    /// <summary>The one value of a member; null when it is not there or is more than one value.</summary>
    public PieceWord? Word(string name) => this[name] as PieceWord;

    public PieceMap Without(params string[] names) => new(At, [.. Entries.Where(entry => !names.Contains(entry.Name))]) { IsFlow = IsFlow };

    /// <summary>What an item of a list is called: a name given only for this, its id, or what it is about.</summary>
    public string? Part => (Word("part") ?? Word("id") ?? Word("of"))?.Text;

    public override string Flow() => Entries.Count == 0 ? "{}"
        : string.Create(CultureInfo.InvariantCulture, $"{{ {string.Join(", ", Entries.Select(entry => $"{entry.Key.Flow()}: {entry.Value.Flow()}"))} }}");
}

/// <summary>A list.</summary>
public sealed class PieceList(LineOrigin at, IReadOnlyList<Piece> items) : Piece(at)
{
    public IReadOnlyList<Piece> Items { get; } = items;

    public override IEnumerable<LineOrigin> Origins => Items.SelectMany(item => item.Origins);

    /// <summary>The names of its items, when each has one of its own: then it is changed item by item, else as a whole.</summary>
    public IReadOnlyList<string>? Parts => Items.Count > 0 && Items.Select(item => (item as PieceMap)?.Part).ToList() is var parts
        && parts.All(part => part is not null) && parts.Distinct(StringComparer.Ordinal).Count() == parts.Count ? [.. parts.OfType<string>()] : null;

    public override string Flow() => $"[{string.Join(", ", Items.Select(item => item.Flow()))}]";
}

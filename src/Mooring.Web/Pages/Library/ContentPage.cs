namespace Mooring.Web.Pages.Library;

/// <summary>One item of the library: a protocol, a rule, an instrument, a source.</summary>
public sealed record ContentPage
{
    /// <summary>The shelf it stands on, such as <c>rules</c>.</summary>
    public required string Kind { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Below the content folder. Several items may share a file.</summary>
    public required string File { get; init; }

    public required string Hash { get; init; }

    public string? Lead { get; init; }

    /// <summary>What its text is written in.</summary>
    public string Language { get; init; } = "en";

    public required IReadOnlyList<ContentNode> Parts { get; init; }

    /// <summary>The file of which it says only what it changes; null when it says everything itself.</summary>
    public string? Base { get; init; }

    /// <summary>What it changes there.</summary>
    public IReadOnlyList<ContentChange> BaseChanges { get; init; } = [];

    /// <summary>Its address below the library, and the name of its file when it is written out.</summary>
    public string Key => $"{Kind}/{Slug(Id)}";

    public IEnumerable<(string At, string Says)> Lines => Parts.SelectMany(part => part.Lines());

    public static string Slug(string id) => string.Concat(id.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' ? letter : '-'));

    /// <summary>Whether every word is somewhere in it. No words find everything.</summary>
    public bool Has(IEnumerable<string> words)
    {
        var text = string.Join('\n', Lines.Select(line => line.Says).Prepend(Title).Prepend(Id).Append(Lead));
        return words.All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}

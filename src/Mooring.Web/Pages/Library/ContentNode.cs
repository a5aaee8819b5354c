using Mooring.Clinical;

namespace Mooring.Web.Pages.Library;

/// <summary>A piece of clinical content as a reader sees it: a name, what it says, what belongs to it, and what it rests on.</summary>
/// <param name="Link">The key of the page that the value names, such as <c>instruments/phq-9</c>.</param>
public sealed record ContentNode(string Label, string? Says = null, string? Link = null)
{
    public IReadOnlyList<ContentNode> Parts { get; init; } = [];

    public IReadOnlyList<Because> Because { get; init; } = [];

    /// <summary>Whose it is, where a file takes parts from a base; null where all is its own, or where what is below it says so.</summary>
    public ContentFrom? From { get; init; }

    /// <summary>Its items read as sections even where they could be rows.</summary>
    public bool InSections { get; init; }

    public bool IsLeaf => Parts.Count == 0;

    /// <summary>Items with the same few members, which read best as rows.</summary>
    public bool IsTable => !InSections && Parts.Count > 1
        && Parts.All(row => row.Parts.All(cell => cell.IsLeaf && cell.Because.Count == 0))
        && Parts.Any(row => row.Parts.Count > 0)
        && Columns.Count <= 7;

    /// <summary>The names of all members of its items, in the order in which they first come.</summary>
    public IReadOnlyList<string> Columns => [.. Parts.SelectMany(row => row.Parts).Select(cell => cell.Label).Distinct()];

    /// <summary>Everything it says as single lines, each with the way to it: what is searched, and what is compared.</summary>
    public IEnumerable<(string At, string Says)> Lines(string above = "")
    {
        var at = Label.Length == 0 ? above : above.Length == 0 ? Label : $"{above}, {Label}";
        if (Says is not null)
            yield return (at, Says);
        foreach (var line in Parts.SelectMany(part => part.Lines(at)))
            yield return line;
        foreach (var because in Because)
            yield return ($"{at}, source", $"{because.Source}{(because.At is null ? "" : $", {because.At}")}{(because.Supports is null ? "" : $": {because.Supports}")}");
    }
}

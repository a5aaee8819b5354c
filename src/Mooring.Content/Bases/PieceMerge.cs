using System.Globalization;
using Mooring.Content.Yaml;

namespace Mooring.Content.Bases;

/// <summary>
/// Puts the changes of one file onto its base. Members go into members of the same name. A list whose items have names is
/// changed item by item, an item always as a whole, so that no threshold keeps the source of another; any other value is
/// replaced. What <c>without</c> names is taken away first. Whatever would change nothing, or something that is not there,
/// is a fault: it is a slip, and a slip here would be a limit that is not the one somebody meant.
/// </summary>
internal sealed class PieceMerge(string file)
{
    private readonly List<LibraryFault> faults = [];
    private readonly List<BaseDifference> differences = [];

    public IReadOnlyList<LibraryFault> Faults => faults;

    public IReadOnlyList<BaseDifference> Differences => differences;

    public PieceMap Merge(PieceMap below, PieceMap own)
    {
        var changes = own.Without("base", "without");
        var kept = new PieceRemoval(file, faults, differences).Without(below.Without("base"), own["without"], changes);
        if (below.Word("version") is { } version && changes.Word("version") is null)
            Fault("LIB118", own.At, $"'version' is missing. The base has {version.Text} of its own, and both together are the version.");
        if (own["without"] is null && changes.Entries.All(entry => entry.Name == "version"))
            Fault("LIB115", own.At, "The file changes nothing in its base.");
        return Members("", kept, changes);
    }

    /// <summary>Without the names that only tell the items of a list apart.</summary>
    public static PieceMap WithoutNames(PieceMap map) => (PieceMap)Unnamed(map);

    private static Piece Unnamed(Piece piece) => piece switch
    {
        PieceMap map => new PieceMap(map.At, [.. map.Entries.Select(entry => entry with { Value = Unnamed(entry.Value) })]) { IsFlow = map.IsFlow },
        PieceList list => new PieceList(list.At, [.. list.Items.Select(item => Unnamed(item is PieceMap map ? map.Without("part") : item))]) { IsFlow = list.IsFlow },
        _ => piece,
    };

    private PieceMap Members(string path, PieceMap below, PieceMap own)
    {
        var entries = below.Entries.ToList();
        var together = Together(path, below, own);
        var place = 0;
        foreach (var entry in own.Entries)
        {
            var at = entries.FindIndex(each => each.Name == entry.Name);
            if (at < 0)
                entries.Insert(at = place, entry);
            else
                entries[at] = Changed(path.Length == 0 ? entry.Name : $"{path}/{entry.Name}", entries[at], entry, together.Contains(entry.Name));
            place = at + 1;
        }

        if (path.Length > 0 && own.Entries.All(entry => entry.Value.Flow() == below[entry.Name]?.Flow()))
            Fault("LIB115", own.At, $"'{path}' says what the base says already. Change something, or leave it out.");
        return new(below.At, entries);
    }

    private PieceEntry Changed(string path, PieceEntry below, PieceEntry own, bool isTogether)
    {
        if (path == "version")
            return own with { Value = Sum(below.Value, own.Value) };
        if (!isTogether && below.Value is PieceMap members && own.Value is PieceMap changed)
            return below with { Value = Members(path, members, changed) };
        if (!isTogether && below.Value is PieceList { Parts: not null } items && own.Value is PieceList changes)
            return below with { Value = new PieceItems(file, faults, differences).Merge(path, items, changes) };
        if (below.Value.Flow() != own.Value.Flow())
            differences.Add(new(path, below.Value, own.Value));
        else if (!isTogether)
            Fault("LIB115", own.Key.At, $"'{path}' is in the base word for word. Change something, or leave it out.");
        return own;
    }

    /// <summary>
    /// The members that rest on one 'because' with it. They are changed together: else a value of the base would stand under
    /// a source that was given for another, or the other way round.
    /// </summary>
    private IReadOnlyList<string> Together(string path, PieceMap below, PieceMap own)
    {
        if (below["because"] is not { } because)
            return [];
        var given = own.Entries.Select(entry => entry.Name).ToList();
        string[] together = ["because", .. below.Entries.Where(entry => entry.Name != "because" && !StandsAlone(entry.Value)).Select(entry => entry.Name)];
        var isTouched = together.Skip(1).Any(given.Contains) || own["because"] is { } source && source.Flow() != because.Flow();
        var missing = isTouched ? together.Except(given).ToList()
            : own.Entries.Any(entry => entry.Value is PieceList && below[entry.Name] is PieceList { Items: [PieceMap item, ..] } && item["because"] is null) && own["because"] is null ? ["because"] : [];
        if (missing.Count > 0)
            Fault("LIB116", own.At, $"What rests on one 'because' in '{path}' of the base is changed together, so that every value keeps its source. Give here as well, even where it stays the same: {string.Join(", ", missing)}.");
        return together;
    }

    private static bool StandsAlone(Piece piece) => piece is PieceMap map ? map["because"] is not null : piece is PieceList { Parts: not null };

    // A change of the base and a change of the file both make the version of what runs a higher one.
    private PieceWord Sum(Piece below, Piece own)
    {
        if (below is PieceWord first && own is PieceWord second
            && int.TryParse(first.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var theirs) && int.TryParse(second.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var ours))
            return new(own.At, (theirs + ours).ToString(CultureInfo.InvariantCulture), isQuoted: false);
        Fault("LIB118", own.At, "'version' is a whole number, here and in the base.");
        return new(own.At, "0", isQuoted: false);
    }

    private void Fault(string code, LineOrigin at, string says) => faults.Add(new(code, file, at.Line, says));
}

using Mooring.Content.Yaml;

namespace Mooring.Content.Bases;

/// <summary>
/// Changes a list item by item: one with the name of an item of the base replaces it; a new one says with
/// <c>new-after</c> or <c>new-before</c> where it comes. A misspelled name is so never a second limit beside the one it
/// was to replace.
/// </summary>
internal sealed class PieceItems(string file, List<LibraryFault> faults, List<BaseDifference> differences)
{
    private const string After = "new-after";
    private const string Before = "new-before";

    private readonly HashSet<Piece> added = [];

    public PieceList Merge(string path, PieceList below, PieceList own)
    {
        var items = below.Items.Cast<PieceMap>().ToList();
        if (own.Items.Count == 0)
            Fault("LIB118", own.At, $"'{path}' is empty. Name what is taken away in 'without'.");
        foreach (var item in own.Items)
        {
            if (item is not PieceMap map)
                Fault("LIB118", item.At, $"The items of '{path}' have names in the base; write named members.");
            else if (map.Word(After) is null && map.Word(Before) is null)
                Replace(path, items, map);
            else
                Add(path, items, map);
        }

        return new(below.At, items);
    }

    private void Replace(string path, List<PieceMap> items, PieceMap item)
    {
        var at = items.FindIndex(each => each.Part == item.Part);
        if (at < 0 || item.Part is null)
            Fault("LIB114", item.At, $"'{item.Part ?? "an item without a name"}' is not in '{path}' of the base, which has {string.Join(", ", items.Select(each => each.Part))}. Mend the name; or, if it is new, say '{After}' or '{Before}' and the name of its neighbor.");
        else if (items[at].Flow() == item.Flow())
            Fault("LIB115", item.At, $"'{path}/{item.Part}' is in the base word for word. Change something, or leave it out.");
        else if (items[at].At.File == file)
            Fault("LIB118", item.At, $"'{path}/{item.Part}' is changed twice.");
        else
        {
            differences.Add(new($"{path}/{item.Part}", items[at], item));
            items[at] = item;
        }
    }

    private void Add(string path, List<PieceMap> items, PieceMap item)
    {
        var (after, before) = (item.Word(After)?.Text, item.Word(Before)?.Text);
        var at = items.FindIndex(each => each.Part is not null && each.Part == (after ?? before));
        var fresh = item.Without(After, Before);
        if (at < 0 || (after is not null && before is not null))
            Fault("LIB114", item.At, $"'{after ?? before}' is not in '{path}', so nothing can come beside it. Name one item, in '{After}' or in '{Before}'.");
        else if (fresh.Part is { } part && items.Exists(each => each.Part == part))
            Fault("LIB114", item.At, $"'{part}' is in '{path}' of the base already. Leave '{(after is null ? Before : After)}' out to replace it.");
        else
        {
            at += after is null ? 0 : 1;
            while (after is not null && at < items.Count && added.Contains(items[at]))
                at++;
            items.Insert(at, fresh);
            added.Add(fresh);
            differences.Add(new($"{path}/{fresh.Part ?? (fresh.Entries.Count == 0 ? "" : fresh.Entries[0].Value.Flow())}", null, fresh));
        }
    }

    private void Fault(string code, LineOrigin at, string says) => faults.Add(new(code, file, at.Line, says));
}

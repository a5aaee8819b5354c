using Mooring.Content.Yaml;

namespace Mooring.Content.Bases;

/// <summary>Takes away what <c>without</c> names: members and items of the base by the way to them, such as <c>limits/see-pain</c>.</summary>
internal sealed class PieceRemoval(string file, List<LibraryFault> faults, List<BaseDifference> differences)
{
    public PieceMap Without(PieceMap below, Piece? without, PieceMap own)
    {
        if (without is not null and not PieceList)
            faults.Add(new("LIB118", file, without.At.Line, "'without' is a list of what the file does not take over, such as [limits/see-pain]."));
        foreach (var named in (without as PieceList)?.Items ?? [])
            below = (PieceMap)Take(below, own, (named as PieceWord)?.Text ?? "", ((named as PieceWord)?.Text ?? "").Split('/'), named.At);
        return below;
    }

    private Piece Take(Piece below, Piece? own, string path, ReadOnlySpan<string> way, LineOrigin at)
    {
        var (name, isLast) = (way[0], way.Length == 1);
        if (below is PieceMap map && map[name] is { } member)
        {
            if (isLast && map["because"] is not null && name != "because" && (own as PieceMap)?["because"] is null)
                faults.Add(new("LIB116", file, at.Line, $"Without '{path}' the 'because' beside it in the base stands for something else. Give the 'because' here as well, even when it stays the same."));
            if (isLast)
                return Taken(path, member, map.Without(name));
            var rest = Take(member, (own as PieceMap)?[name], path, way[1..], at);
            return new PieceMap(map.At, [.. map.Entries.Select(entry => entry.Name == name ? entry with { Value = rest } : entry)]);
        }

        if (below is PieceList { Parts: not null } list && list.Items.Cast<PieceMap>().FirstOrDefault(item => item.Part == name) is { } found)
        {
            if (isLast)
                return Taken(path, found, new PieceList(list.At, [.. list.Items.Where(item => item != found)]));
            faults.Add(new("LIB114", file, at.Line, $"'{path}' is inside an item of a list, and items are changed as a whole: write the item '{name}' as it shall be."));
            return below;
        }

        faults.Add(new("LIB114", file, at.Line, $"'{path}' is not in the base, so it can not be left out. Mend the way to it, or remove it from 'without'."));
        return below;
    }

    private Piece Taken(string path, Piece was, Piece rest)
    {
        differences.Add(new(path, was, null));
        return rest;
    }
}

namespace Mooring.Storage.Secrets;

/// <summary>
/// Where the keys of a clinic are. Files in a folder today; a smart card or a key service would stand behind the same three
/// questions. A key is added and read; none is ever overwritten or taken away.
/// </summary>
public interface IKeyPlace
{
    /// <summary>The place in words, for whoever has to look there.</summary>
    string Where { get; }

    /// <summary>The names of all keys there.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Null when there is none of that name.</summary>
    byte[]? Read(string name);

    /// <summary>On the disk when this returns; false, and nothing changed, when there is one of that name.</summary>
    bool Add(string name, ReadOnlySpan<byte> key);
}

/// <summary>How keys are named: the first version plainly, the later ones with their number, such as <c>seal.2.key</c>.</summary>
public static class KeyNames
{
    public const string Seal = "seal";
    public const string Checkpoint = "checkpoint";

    public static string Of(string kind, int version) => version == 1 ? $"{kind}.key" : FormattableString.Invariant($"{kind}.{version}.key");

    /// <summary>The versions of one kind that are there, the oldest first.</summary>
    public static IReadOnlyList<int> Versions(IKeyPlace place, string kind)
    {
        ArgumentNullException.ThrowIfNull(place);
        return [.. place.Names.Select(name => Version(name, kind)).OfType<int>().Order()];
    }

    private static int? Version(string name, string kind) => name.Split('.') switch
    {
        [var first, "key"] when first == kind => 1,
        [var first, var number, "key"] when first == kind && int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var version) && version > 1 => version,
        _ => null,
    };
}

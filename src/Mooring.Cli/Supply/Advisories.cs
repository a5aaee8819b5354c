using System.Text.Json;

namespace Mooring.Cli.Supply;

/// <summary>A fault that is known of some versions of a package, as somebody wrote it down by hand.</summary>
/// <param name="From">The first version that has it.</param>
/// <param name="Before">The first that has it no more.</param>
/// <param name="Says">What it lets happen.</param>
internal sealed record Advisory(string Package, string Kind, string From, string Before, string Says)
{
    /// <summary>The number of the advisory.</summary>
    public required string Of { get; init; }

    public bool Concerns(LockedPackage package) => package.Kind == Kind && string.Equals(package.Name, Package, StringComparison.OrdinalIgnoreCase)
        && Number(package.Version) is { } version && version >= Number(From) && version < Number(Before);

    // A preview counts as the version it leads to.
    private static Version? Number(string version) => System.Version.TryParse(version.Split('-', '+')[0], out var number) ? number : null;
}

/// <summary>The known faults that the source tree has listed, in <c>supply/advisories.json</c>.</summary>
internal static class Advisories
{
    /// <exception cref="IOException">There is no list.</exception>
    public static IReadOnlyList<Advisory> Under(DirectoryInfo root)
    {
        using var read = JsonDocument.Parse(File.ReadAllText(Path.Combine(root.FullName, "supply", "advisories.json")));
        return [.. read.RootElement.EnumerateArray().Select(one => new Advisory(Text(one, "package"), Text(one, "kind"), Text(one, "from"), Text(one, "before"), Text(one, "says")) { Of = Text(one, "advisory") })];
    }

    private static string Text(JsonElement one, string member) => one.GetProperty(member).GetString()!;
}

using System.Text.Json;

namespace Mooring.Cli.Supply;

/// <summary>A package that the product is built from, exactly.</summary>
/// <param name="Kind">nuget or npm.</param>
/// <param name="Sha512">Of its archive, hexadecimal; null where the lock file has none.</param>
/// <param name="IsShipped">False for what only builds or tests the product.</param>
internal sealed record LockedPackage(string Kind, string Name, string Version, string? Sha512, bool IsShipped)
{
    /// <summary>The address of the package by which other programs know it.</summary>
    public string Purl => $"pkg:{Kind}/{Name.Replace("@", "%40", StringComparison.Ordinal)}@{Version}";
}

/// <summary>Reads what the lock files of a source tree say.</summary>
internal static class Packages
{
    /// <exception cref="JsonException">A lock file can not be read.</exception>
    public static IReadOnlyList<LockedPackage> Under(DirectoryInfo root)
    {
        var nuget = Files(root, "packages.lock.json").SelectMany(file => NuGet(file, Path.GetRelativePath(root.FullName, file).StartsWith("src" + Path.DirectorySeparatorChar, StringComparison.Ordinal)));
        var npm = Files(root, "package-lock.json").SelectMany(Npm);
        return
        [
            .. nuget.Concat(npm).GroupBy(one => one.Purl, StringComparer.Ordinal)
                .Select(same => same.First() with { IsShipped = same.Any(one => one.IsShipped), Sha512 = same.Select(one => one.Sha512).FirstOrDefault(hash => hash is not null) })
                .OrderBy(one => one.Purl, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Files(DirectoryInfo root, string name) => Directory.EnumerateFiles(root.FullName, name, new EnumerationOptions { RecurseSubdirectories = true })
        .Where(file => !Path.GetRelativePath(root.FullName, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules"));

    private static IEnumerable<LockedPackage> NuGet(string file, bool isShipped)
    {
        using var read = JsonDocument.Parse(File.ReadAllText(file));
        return
        [
            .. from target in read.RootElement.GetProperty("dependencies").EnumerateObject()
               from package in target.Value.EnumerateObject()
               where package.Value.TryGetProperty("resolved", out _)
               select new LockedPackage("nuget", package.Name, package.Value.GetProperty("resolved").GetString()!, Hex(package.Value, "contentHash", ""), isShipped),
        ];
    }

    private static IEnumerable<LockedPackage> Npm(string file)
    {
        const string Folder = "node_modules/";
        using var read = JsonDocument.Parse(File.ReadAllText(file));
        return
        [
            .. from package in read.RootElement.GetProperty("packages").EnumerateObject()
               where package.Name.Contains(Folder, StringComparison.Ordinal) && package.Value.TryGetProperty("version", out _)
               select new LockedPackage("npm", package.Name[(package.Name.LastIndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..],
                   package.Value.GetProperty("version").GetString()!, Hex(package.Value, "integrity", "sha512-"), !package.Value.TryGetProperty("dev", out _) && !package.Value.TryGetProperty("optional", out _)),
        ];
    }

    private static string? Hex(JsonElement package, string member, string prefix) => package.TryGetProperty(member, out var hash) && hash.GetString() is { } text && text.StartsWith(prefix, StringComparison.Ordinal)
        ? Convert.ToHexStringLower(Convert.FromBase64String(text[prefix.Length..])) : null;
}

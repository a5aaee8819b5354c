using System.CommandLine;
using System.Reflection;
using System.Text.Json;
using Mooring.Cli.Supply;
using Mooring.Content;

namespace Mooring.Cli.Commands;

/// <summary><c>mooring sbom</c>: what the product is built from, as CycloneDX; with <c>--check</c>, whether a fault is known of any of it.</summary>
public static class SbomCommand
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true };

    public static Command Create()
    {
        var root = new Option<DirectoryInfo?>("--root") { Description = "The source tree; the one around the clinical content unless given." };
        var output = new Option<FileInfo?>("--output") { Description = "The file to write; standard output unless given." };
        var check = new Option<bool>("--check") { Description = "Write nothing; name every package with a fault listed in supply/advisories.json." };
        var command = new Command("sbom", "Write the bill of materials (CycloneDX 1.6), or check it against known faults.") { root, output, check };
        command.SetAction(parsed => Run(parsed.GetValue(root) ?? new DirectoryInfo(Path.GetDirectoryName(Path.GetFullPath(ContentFolder.Find()).TrimEnd(Path.DirectorySeparatorChar))!), parsed.GetValue(output), parsed.GetValue(check), (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error)));
        return command;
    }

    private static int Run(DirectoryInfo root, FileInfo? output, bool check, (TextWriter Out, TextWriter Error) to)
    {
        try
        {
            var packages = Packages.Under(root);
            if (packages.Count == 0)
                return Refuse(to.Error, $"CLI151: No lock file lies under {root.FullName}; name the source tree with --root.");
            if (check)
                return Check(packages, Advisories.Under(root), to.Out);
            var text = JsonSerializer.Serialize(Bill(packages), Written) + "\n";
            if (output is null)
                to.Out.Write(text);
            else
                File.WriteAllText(output.FullName, text);
            return 0;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            return Refuse(to.Error, $"CLI152: {failure.Message}");
        }
    }

    private static int Check(IReadOnlyList<LockedPackage> packages, IReadOnlyList<Advisory> advisories, TextWriter output)
    {
        var found = (from package in packages from advisory in advisories where advisory.Concerns(package) select (package, advisory)).ToList();
        foreach (var (package, advisory) in found)
            output.WriteLine($"{package.Name} {package.Version}: {advisory.Of}. {advisory.Says} Take {advisory.Before} or newer.");
        output.WriteLine(FormattableString.Invariant($"{packages.Count} packages, {advisories.Count} advisories, {found.Count} found"));
        return found.Count == 0 ? 0 : 1;
    }

    // No time and no serial number: the same tree gives the same file.
    private static object Bill(IReadOnlyList<LockedPackage> packages) => new
    {
        bomFormat = "CycloneDX",
        specVersion = "1.6",
        version = 1,
        metadata = new { component = new { type = "application", name = "mooring", version = Assembly.GetExecutingAssembly().GetName().Version!.ToString(3) } },
        components = packages.Select(package => new Dictionary<string, object>
        {
            ["type"] = "library",
            ["bom-ref"] = package.Purl,
            ["name"] = package.Name,
            ["version"] = package.Version,
            ["scope"] = package.IsShipped ? "required" : "excluded",
            ["purl"] = package.Purl,
            ["hashes"] = package.Sha512 is { } hash ? new[] { new { alg = "SHA-512", content = hash } } : [],
        }),
    };

    private static int Refuse(TextWriter error, string because)
    {
        error.WriteLine(because);
        return 1;
    }
}

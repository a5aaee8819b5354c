using Mooring.Cli.Commands;
using Mooring.Web;

namespace Mooring.Tests.Cli;

public sealed class WritingTheBillOfMaterials : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mooring-sbom-");

    private static string Root => Docs.Checkout.Root;

    [Fact]
    public void Names_every_package_of_the_lock_files_with_its_version_and_hash()
    {
        var asked = Asked.Of(SbomCommand.Create(), "--root", Root);

        Assert.Equal((0, "CycloneDX", "1.6"), (asked.Code, asked.Json.GetProperty("bomFormat").GetString(), asked.Json.GetProperty("specVersion").GetString()));
        var components = asked.Json.GetProperty("components").EnumerateArray().ToList();
        Assert.All(components, one => Assert.NotEmpty(one.GetProperty("version").GetString()!));
        var npgsql = Assert.Single(components, one => one.GetProperty("name").GetString() == "Npgsql");
        Assert.Equal(128, npgsql.GetProperty("hashes")[0].GetProperty("content").GetString()!.Length);
        Assert.Equal("required", npgsql.GetProperty("scope").GetString());
        Assert.Contains(components, one => one.GetProperty("purl").GetString()!.StartsWith("pkg:npm/htmx.org@", StringComparison.Ordinal));
    }

    [Fact]
    public void Finds_no_known_fault_in_what_the_product_is_built_from() => Assert.Equal(0, Asked.Of(SbomCommand.Create(), "--root", Root, "--check").Code);

    [Theory]
    [InlineData("10.0.6", 1)]
    [InlineData("10.0.0-rc.1", 1)]
    [InlineData("10.0.7", 0)]
    [InlineData("9.0.1", 0)]
    public void Names_a_version_with_a_known_fault(string version, int code)
    {
        Write("src/packages.lock.json", $$"""{ "version": 2, "dependencies": { "net10.0": { "Microsoft.AspNetCore.DataProtection": { "type": "Direct", "resolved": "{{version}}" } } } }""");
        Write("supply/advisories.json", File.ReadAllText(Path.Combine(Root, "supply", "advisories.json")));

        var asked = Asked.Of(SbomCommand.Create(), "--root", folder.FullName, "--check");

        Assert.Equal(code, asked.Code);
        Assert.Equal(code == 1, asked.Output.Contains($"Microsoft.AspNetCore.DataProtection {version}: CVE-2026-40372", StringComparison.Ordinal));
    }

    [Fact]
    public void Says_where_it_found_no_lock_file()
    {
        var asked = Asked.Of(SbomCommand.Create(), "--root", folder.FullName);

        Assert.Equal(1, asked.Code);
        Assert.StartsWith("CLI151", asked.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.0.6", false)]
    [InlineData("10.0.7", true)]
    [InlineData("10.1.0", true)]
    public void A_clinic_runs_on_no_runtime_with_a_known_fault(string running, bool mayRun) => Assert.Equal(mayRun, RuntimeFloor.Below(Version.Parse(running)) is null);

    public void Dispose() => folder.Delete(recursive: true);

    private void Write(string file, string text)
    {
        var path = Path.Combine(folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}

using System.Text.Json;
using Mooring.Cli.Commands;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Operations;

/// <summary>The doctor names what is unsafe in an installation, and what to do.</summary>
public sealed class AskingTheDoctor
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Names_what_a_first_day_lacks()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(clinic.DataFolder, "mooring.db"), (UnixFileMode)Convert.ToInt32("644", 8));

        var (code, findings) = await Ask(clinic, "--mllp-port", "2575", "--mllp-address", "0.0.0.0");

        Assert.Equal(1, code);
        Assert.Superset(new HashSet<string>(["plain-mllp", "demo", "keys-with-data", "files-open", "no-backup", "no-drill"], StringComparer.Ordinal), findings.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Has_nothing_against_backups_that_were_made_and_put_back()
    {
        await using var backed = await BackedUp.Open();
        await backed.Backup();
        await backed.Drill();

        var (_, findings) = await Ask(backed.Clinic, "--mllp-port", "-1");

        Assert.DoesNotContain("no-backup", findings);
        Assert.DoesNotContain("no-drill", findings);
        Assert.DoesNotContain("plain-mllp", findings);
    }

    private static async Task<(int Code, List<string> Findings)> Ask(TestClinic clinic, params string[] more)
    {
        var output = new StringWriter();
        var code = await DoctorCommand.Create().Parse(["--data", clinic.DataFolder, "--json", .. more]).InvokeAsync(new() { Output = output }, Cancel);
        return (code, [.. JsonDocument.Parse(output.ToString()).RootElement.GetProperty("findings").EnumerateArray().Select(one => one.GetProperty("id").GetString()!)]);
    }
}

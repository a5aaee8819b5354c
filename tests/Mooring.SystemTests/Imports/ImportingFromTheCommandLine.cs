using System.Text.Json;
using Mooring.Cli.Commands;
using Mooring.SystemTests.Clinics;
using Mooring.Tests.Fhir;

namespace Mooring.SystemTests.Imports;

public class ImportingFromTheCommandLine
{
    [Fact]
    public async Task Says_what_became_of_every_file_and_keeps_the_good_ones()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var (good, bad) = (Path.Combine(clinic.DataFolder, "good.json"), Path.Combine(clinic.DataFolder, "bad.json"));
        await File.WriteAllBytesAsync(good, SyntheticBundle.Make(seed: 9, entries: 100), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(bad, "{", TestContext.Current.CancellationToken);

        var (code, output, error) = await Run(good, bad, "--data", clinic.DataFolder, "--json");

        var files = JsonDocument.Parse(output).RootElement.GetProperty("files");
        Assert.Equal(1, code);
        Assert.Equal(1, files[0].GetProperty("patients").GetProperty("added").GetInt32());
        Assert.True(files[0].GetProperty("resources").GetProperty("Observation").GetProperty("taken").GetInt32() > 10);
        Assert.True(files[0].GetProperty("notTaken").GetProperty("Encounter").GetInt32() > 0);
        Assert.Equal("FHI101", files[1].GetProperty("problems")[0].GetProperty("code").GetString());
        Assert.Contains($"Nothing of {bad} was kept.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Makes_no_clinic_where_there_is_none()
    {
        var empty = Directory.CreateTempSubdirectory("mooring-test-");

        var (code, _, error) = await Run("any.json", "--data", empty.FullName);

        Assert.Equal(1, code);
        Assert.Contains("CLI220", error, StringComparison.Ordinal);
        Assert.Empty(empty.GetFiles());
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await ImportCommand.Create().Parse(args).InvokeAsync(new() { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}

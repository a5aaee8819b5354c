using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mooring.Cli.Commands;
using Mooring.Tests.Storage.Library;

namespace Mooring.Tests.Cli;

/// <summary>Names, order of the first members and exit codes that scripts rely on.</summary>
public class TheContract
{
    private static readonly string[] ScoreMembers =
        ["instrument", "total", "band", "subscores", "flags", "prorated", "complete", "response", "remission", "reliableChange"];

    private static readonly string[] FindingMembers = ["rule", "level", "finding", "says", "facts", "because"];

    [Fact]
    public void Of_check_is_sound_counts_faults_and_what_is_recognized()
    {
        var asked = Asked.Of(CheckCommand.Create(), "--json");

        Assert.Equal(0, asked.Code);
        Assert.Equal(["sound", "counts", "faults", "vocabulary"], Asked.Names(asked.Json));
        Assert.True(asked.Json.GetProperty("sound").GetBoolean());
        Assert.Equal(["of", "group", "items", "names", "codes", "seen", "generalKnowledge"], Asked.Names(asked.Json.GetProperty("vocabulary")[0]));
        Assert.All(asked.Json.GetProperty("counts").EnumerateObject(), count => Assert.True(count.Value.GetInt32() > 0, count.Name));
    }

    [Fact]
    public void Of_check_is_1_with_file_line_and_code_of_a_fault()
    {
        using var content = PlantedContent.With("rules/ci-renal.yaml", "version: 1", "version: 1\nurgency: high");

        var asked = Asked.Of(CheckCommand.Create(), "--content", content.Folder, "--json");

        Assert.Equal(1, asked.Code);
        var fault = asked.Json.GetProperty("faults")[0];
        Assert.Equal("LIB104", fault.GetProperty("code").GetString());
        Assert.Equal("rules/ci-renal.yaml", fault.GetProperty("file").GetString());
        Assert.Equal(3, fault.GetProperty("line").GetInt32());
    }

    [Fact]
    public void Of_check_as_it_runs_is_the_whole_file_whose_hash_is_signed()
    {
        var asked = Asked.Of(CheckCommand.Create(), "--as-it-runs", "monitoring/iv.yaml");

        Assert.Equal(0, asked.Code);
        Assert.StartsWith("id: iv\n", asked.Output, StringComparison.Ordinal);
        Assert.Contains("see-systolic-very-high", asked.Output, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked.Output))), asked.Error, StringComparison.Ordinal);
        Assert.Equal(2, Asked.Of(CheckCommand.Create(), "--as-it-runs", "monitoring/none.yaml").Code);
    }

    [Fact]
    public void Of_check_with_html_is_a_page_for_every_item()
    {
        var folder = Directory.CreateTempSubdirectory("pages-");
        try
        {
            var asked = Asked.Of(CheckCommand.Create(), "--html", folder.FullName, "--json");

            Assert.Equal(0, asked.Code);
            Assert.True(asked.Json.GetProperty("sound").GetBoolean());
            var counts = asked.Json.GetProperty("counts");
            Assert.Equal(counts.GetProperty("rules").GetInt32(), Directory.GetFiles(Path.Combine(folder.FullName, "rules")).Length);
            Assert.Equal(counts.GetProperty("protocols").GetInt32(), Directory.GetFiles(Path.Combine(folder.FullName, "protocols")).Length);
            Assert.Equal(counts.GetProperty("references").GetInt32(), Directory.GetFiles(Path.Combine(folder.FullName, "references")).Length);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Of_score_is_the_ten_members()
    {
        var asked = Asked.Of(ScoreCommand.Create(), "phq-9", "1,1,1,1,1,1,1,1,1", "--earlier", "3,3,3,3,3,3,0,0,0", "--json");

        Assert.Equal(0, asked.Code);
        Assert.Equal(ScoreMembers, Asked.Names(asked.Json));
        Assert.Equal(9, asked.Json.GetProperty("total").GetDouble());
        Assert.Equal("mild", asked.Json.GetProperty("band").GetString());
        Assert.True(asked.Json.GetProperty("response").GetBoolean());
    }

    [Theory]
    [InlineData("phq-10", "1,1")]
    [InlineData("phq-9", "1,2,9")]
    public void Of_score_is_1_for_what_can_not_be_scored(string instrument, string answers)
    {
        var asked = Asked.Of(ScoreCommand.Create(), instrument, answers, "--json");

        Assert.Equal(1, asked.Code);
        Assert.NotEmpty(asked.Error);
    }

    [Fact]
    public void Of_screen_is_decision_findings_and_treatment_resistance()
    {
        using var bundle = new OneWoman();

        var asked = Asked.Of(ScreenCommand.Create(), bundle.File, "--protocol", "TRD-IV-STD", "--on", "2026-11-01", "--json");

        Assert.Equal(0, asked.Code);
        Assert.Equal(["protocol", "decision", "findings", "treatmentResistance", "problems"], Asked.Names(asked.Json));
        Assert.Contains(asked.Json.GetProperty("decision").GetString(), (string[])["blocked", "hold", "incomplete", "caution", "clear"]);
        Assert.All(asked.Json.GetProperty("findings").EnumerateArray(), Finding);
        Assert.Equal(["result", "count", "trials"], Asked.Names(asked.Json.GetProperty("treatmentResistance")));
    }

    [Theory]
    [InlineData("--protocol", "NO-SUCH")]
    [InlineData("--protocol", "TRD-IV-STD", "--on", "yesterday")]
    public void Of_screen_is_1_for_what_is_refused(params string[] args)
    {
        using var bundle = new OneWoman();

        Assert.Equal(1, Asked.Of(ScreenCommand.Create(), [bundle.File, .. args]).Code);
    }

    [Fact]
    public void Of_dose_is_every_quantity_with_its_formula_and_every_limit_with_its_result()
    {
        var asked = Asked.Of(DoseCommand.Create(), "--protocol", "TRD-IV-STD", "--weight", "70kg", "--dose", "0.5mg/kg", "--over", "40min", "--json");

        Assert.Equal(0, asked.Code);
        Assert.All(asked.Json.GetProperty("quantities").EnumerateArray(), quantity => Assert.NotEmpty(quantity.GetProperty("formula").GetString()!));
        Assert.All(asked.Json.GetProperty("limits").EnumerateArray(), limit => Assert.Contains(limit.GetProperty("result").GetString(), (string[])["passed", "broken", "unknown"]));
    }

    [Fact]
    public void Of_dose_is_1_for_a_protocol_that_is_not_there() =>
        Assert.Equal(1, Asked.Of(DoseCommand.Create(), "--protocol", "NO-SUCH", "--weight", "70kg").Code);

    [Fact]
    public void Of_predict_is_values_summary_and_caveats()
    {
        var asked = Asked.Of(PredictCommand.Create(), "--model", "kamp-2020", "--weight", "70kg", "--regimen", "35 mg iv over 40 min", "--at", "10min,40min", "--json");

        Assert.Equal(0, asked.Code);
        Assert.Equal(["model", "version", "drug", "site", "values", "summary", "caveats"], Asked.Names(asked.Json));
        Assert.All(asked.Json.GetProperty("values").EnumerateArray(), value =>
            Assert.Equal(["atMinutes", "plasma", "effect", "norketamine", "hydroxynorketamine"], Asked.Names(value)));
        Assert.Equal(["cmax", "tmaxMinutes", "aucNgHPerMl"], Asked.Names(asked.Json.GetProperty("summary")).Take(3));
    }

    [Fact]
    public void Of_predict_is_1_for_an_impossible_regimen() =>
        Assert.Equal(1, Asked.Of(PredictCommand.Create(), "--model", "kamp-2020", "--weight", "70kg", "--regimen", "much", "--at", "10min").Code);

    private static void Finding(JsonElement finding)
    {
        Assert.Equal(FindingMembers, Asked.Names(finding));
        Assert.Contains(finding.GetProperty("level").GetString(), (string[])["block", "hold", "caution", "info"]);
        Assert.Contains(finding.GetProperty("finding").GetString(), (string[])["met", "not-met", "unknown"]);
        Assert.NotEmpty(finding.GetProperty("because").EnumerateArray());
    }
}

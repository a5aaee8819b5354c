using System.Text.Json;
using Mooring.Cli.Commands;
using Mooring.Tests.Storage.Terminology;

namespace Mooring.Tests.Cli;

/// <summary>Loading, listing and removing releases in a folder that has no clinic yet, and screening by them.</summary>
public sealed class TerminologyFromTheCommandLine : IDisposable
{
    private readonly InventedReleases releases = new();

    [Fact]
    public void Loads_lists_goes_back_and_removes()
    {
        Assert.Contains("No public release is loaded.", Ask("list").Output, StringComparison.Ordinal);

        var loaded = Ask("load", "--kind", "rxnorm", releases.Rxnorm(), "--by", "Kim", "--json");

        Assert.Equal(0, loaded.Code);
        Assert.Equal(["kind", "inForce", "same", "unjudged", "unjudgedFile", "differing", "changes"], Asked.Names(loaded.Json));
        Assert.Equal(["id", "kind", "release", "loadedBy", "loadedAt", "files", "counts", "skipped", "unjudged"], Asked.Names(loaded.Json.GetProperty("inForce")));
        Assert.Equal(["name", "sha256", "bytes", "lines"], Asked.Names(loaded.Json.GetProperty("inForce").GetProperty("files")[0]));
        Assert.Equal("rxnorm-1", Ask("list", "--json").Json.GetProperty("releases")[0].GetProperty("id").GetString());
        Assert.Contains("3 ingredients were never judged", Ask("load", "--kind", "rxnorm", releases.Rxnorm(end: "\r\n")).Output, StringComparison.Ordinal);
        Assert.Contains("rxnorm-1", Ask("back", "--kind", "rxnorm").Output, StringComparison.Ordinal);
        Assert.Contains("No release of RxNorm is in force now.", Ask("remove", "--kind", "rxnorm").Output, StringComparison.Ordinal);
        Assert.Equal(1, Ask("remove", "--kind", "rxnorm").Code);
    }

    [Fact]
    public void Refuses_with_1_and_file_and_line_and_wrong_usage_is_an_error_of_the_parser()
    {
        var refused = Ask("load", "--kind", "icd10cm", releases.Icd(["short"]));

        Assert.Equal(1, refused.Code);
        Assert.StartsWith("TER112: icd10cm_order_2031.txt, line 1: ", refused.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", refused.Error, StringComparison.Ordinal);
        Assert.NotEmpty(TerminologyCommand.Create().Parse(["load", "--kind", "atc", releases.Data]).Errors);
        Assert.NotEmpty(TerminologyCommand.Create().Parse(["load", releases.Data]).Errors);
    }

    [Fact]
    public void A_bundle_is_screened_by_what_is_loaded_and_a_bare_code_gets_its_name()
    {
        var bundle = releases.Write("bundle.json", JsonSerializer.SerializeToUtf8Bytes(new
        {
            resourceType = "Bundle",
            type = "collection",
            entry = new object[]
            {
                new { resource = new { resourceType = "Patient", id = "p", birthDate = "1980-05-05", gender = "female" } },
                new { resource = Medicine("9000021") },
                new { resource = new { resourceType = "Condition", subject = new { reference = "Patient/p" }, code = new { coding = new[] { new { system = "http://hl7.org/fhir/sid/icd-10-cm", code = "B99.72" } } } } },
            },
        }));
        Assert.Equal("unknown", Finding("IX-MAOI", bundle));

        Ask("load", "--kind", "rxnorm", releases.Rxnorm());
        Ask("load", "--kind", "icd10cm", releases.Icd());

        Assert.Equal("met", Finding("IX-MAOI", bundle, "--data", releases.Data));
        Assert.Contains("Cerebral aneurysm due to blorb", Screen(bundle, "--data", releases.Data).Output, StringComparison.Ordinal);
        Assert.Equal("unknown", Finding("IX-MAOI", bundle));
        Assert.Equal(1, Screen(bundle, "--data", Path.Combine(releases.Data, "nowhere")).Code);
    }

    public void Dispose() => releases.Dispose();

    private static object Medicine(string number) => new
    {
        resourceType = "MedicationStatement",
        status = "active",
        subject = new { reference = "Patient/p" },
        medicationCodeableConcept = new { coding = new[] { new { system = "http://www.nlm.nih.gov/research/umls/rxnorm", code = number } } },
    };

    private static Asked Screen(params string[] args) => Asked.Of(ScreenCommand.Create(), [.. args, "--protocol", "TRD-ESK-IN", "--on", "2026-11-01", "--json"]);

    private static string? Finding(string rule, params string[] args) =>
        Screen(args).Json.GetProperty("findings").EnumerateArray().First(finding => finding.GetProperty("rule").GetString() == rule).GetProperty("finding").GetString();

    private Asked Ask(string what, params string[] args) => Asked.Of(TerminologyCommand.Create(), [what, .. args, "--data", releases.Data]);
}

using System.Text;
using Mooring.Clinical.Facts;
using Mooring.Fhir.Mapping;
using Mooring.Tests.Clinical;

namespace Mooring.Tests.Fhir;

public class ScreeningABundle
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly FhirTerms Terms = FhirTerms.Of(ScreeningContent.Library);

    [Fact]
    public void Reads_the_same_facts_as_an_import()
    {
        var facts = Read(Text("clinic-searchset.json"));

        Assert.Equal("F33.2", facts.Conditions.Items.Single().Icd10);
        Assert.Equal("39786", facts.Medicines.Items.Single().RxNorm);
        Assert.Equal("venlafaxine", facts.Trials.Items.Single().Drug);
        Assert.Equal("kg", facts.Observations.Single().Value.Unit);
    }

    [Fact]
    public void Finds_totals_of_instruments_and_both_pressures()
    {
        var facts = Read(Encoding.UTF8.GetString(SyntheticBundle.Make(seed: 5, entries: 200)));

        Assert.Contains(facts.Scores, sheet => sheet is { Instrument: "phq-9", Total: not null });
        Assert.Contains(facts.Observations, value => value.Code == "8480-6" && value.Value.Unit == "mm[Hg]");
        Assert.Contains(facts.Observations, value => value.Code == "8462-4");
    }

    [Fact]
    public void Knows_nothing_of_what_the_bundle_is_silent_about()
    {
        var facts = Read("""{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient"}}]}""");

        Assert.Equal((false, false, false, null, Sex.Unknown), (facts.Conditions.IsReviewed, facts.Medicines.IsReviewed, facts.Allergies.IsReviewed, facts.BornOn, facts.Sex));
    }

    [Fact]
    public void Refuses_a_bundle_of_several() =>
        Assert.Equal("FHI103", BundleFacts.Read(Text("two-patients.json"), Terms, Now).Refusals.Single().Code);

    private static PatientFacts Read(string text) => BundleFacts.Read(text, Terms, Now).Value!.Facts;

    private static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", "fhir", name));
}

using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Fhir.Mapping;
using Mooring.Practice.Imports;
using Mooring.Tests.Clinical;

namespace Mooring.Tests.Fhir;

public class ReadingABundle
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Finds_who_it_is()
    {
        var person = Golden("clinic-searchset.json").Patients.Single();

        Assert.Equal(("Juniper Ann", "Yarrow", new DateOnly(1988, 2, 29)), (person.GivenName, person.FamilyName, person.BirthDate));
        Assert.Equal((Language.Spanish, "555-0142", "juniper@mail.example"), (person.Language, person.Phone, person.Email));
        Assert.Equal(["https://records.example/mrn|00417"], person.Keys);
    }

    [Fact]
    public void Takes_conditions_medicines_allergies_and_trials()
    {
        var changes = Golden("clinic-searchset.json").Patients.Single().Things.Select(thing => thing.Change).ToList();

        Assert.Equal(new Condition("Recurrent depression, severe", "F33.2", null, ConditionStatus.Active, new(2019, 5, 1)) { OnsetUntil = new(2019, 5, 31) }, changes.OfType<ConditionReported>().Single().Condition);
        Assert.Equal(new Medicine("venlafaxine", "39786", true, new(2024, 1, 1)), changes.OfType<MedicineReported>().Single().Medicine);
        Assert.Equal("Penicillin", changes.OfType<AllergyReported>().Single().Allergy.Name);
        Assert.Equal(("venlafaxine", 150, 10), (changes.OfType<TrialReported>().Single().Trial.Drug, changes.OfType<TrialReported>().Single().Trial.DosePerDay, changes.OfType<TrialReported>().Single().Trial.Weeks));
    }

    [Fact]
    public void Says_what_it_left_out_and_why()
    {
        var tally = Golden("clinic-searchset.json").Tally;

        Assert.Equal(1, tally.Of("Condition").Why["entered in error"]);
        Assert.Equal(1, tally.Of("AllergyIntolerance").Why["says that there is none"]);
        Assert.Equal(1, tally.Of("Observation").Why["without a number"]);
        Assert.Equal([new("Encounter", 1)], tally.NotTaken);
    }

    [Fact]
    public void Converts_pounds_to_the_unit_that_rules_compare()
    {
        var value = Golden("clinic-searchset.json", FhirTerms.Of(ScreeningContent.Library)).Patients.Single().Values.Single().Values.Single();

        Assert.Equal(("29463-7", "kg"), (value.Code, value.Value.Unit));
        Assert.Equal(69.85, value.Value.Value, 2);
    }

    [Fact]
    public void Gives_each_patient_their_own()
    {
        var people = Golden("two-patients.json").Patients;

        Assert.Equal(["Rowan Sorrel", "Wren Tansy"], people.Select(person => $"{person.GivenName} {person.FamilyName}"));
        Assert.Equal([0, 1], people.Select(person => person.Things.Count));
    }

    [Fact]
    public void Counts_every_resource_of_a_large_bundle_once()
    {
        var file = Read(SyntheticBundle.Make(seed: 7, entries: 800));

        var things = file.Patients.Single().Things;
        var taken = things.SelectMany(thing => thing.Resources).Sum(each => each.Value) + file.Patients.Single().Values.Count;
        Assert.Equal(800 - 2, taken + file.Tally.NotTaken.Values.Sum() + file.Tally.Resources.Values.Sum(count => count.Skipped));
        Assert.Contains(things, thing => thing.Change is MedicineReported { Medicine: { Name: "lorazepam", RxNorm: "6470" } });
        Assert.Equal(things.Count, things.DistinctBy(thing => (thing.Change.List, thing.Change.Name)).Count());
    }

    [Fact]
    public void Lets_what_still_holds_stand_before_what_is_over()
    {
        var sinusitis = Read(SyntheticBundle.Make(seed: 7, entries: 800)).Patients.Single().Things
            .Select(thing => thing.Change).OfType<ConditionReported>().Single(told => told.Condition.Snomed == "444814009");

        Assert.Equal(ConditionStatus.Active, sinusitis.Condition.Status);
    }

    [Fact]
    public void Never_keeps_a_social_security_number() =>
        Assert.DoesNotContain(Read(SyntheticBundle.Make(seed: 1, entries: 20)).Patients.Single().Keys, key => key.Contains("999-00", StringComparison.Ordinal));

    internal static ImportedFile Read(byte[] bundle, FhirTerms? terms = null)
    {
        var read = BundleCharts.Read(bundle, terms ?? new() { Antidepressants = ["venlafaxine", "sertraline"] }, Now);
        Assert.Equal([], read.Refusals);
        return read.Value!;
    }

    private static ImportedFile Golden(string name, FhirTerms? terms = null) => Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Golden", "fhir", name)), terms);
}

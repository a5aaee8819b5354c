using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Content.Library;
using Mooring.Fhir.Mapping;
using Mooring.Practice.Histories;
using Mooring.Practice.Imports;
using Mooring.Practice.Patients;
using Mooring.Practice.Screening;
using Mooring.Storage;
using Mooring.SystemTests.Clinics;
using Mooring.Tests.Fhir;

namespace Mooring.SystemTests.Imports;

public class ImportingABundle
{
    private const string Person = """{"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","name":[{"family":"Fern","given":["Ada"]}],"birthDate":"1990-01-01"}}""";

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Fills_a_chart_that_nobody_has_reviewed_yet(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);
        var bundle = SyntheticBundle.Make(seed: 7, entries: 800);

        var tally = (await Import(clinic, bundle)).Value!;

        var facts = (await Facts(clinic))!;
        Assert.Equal((1, 0), (tally.Patients.Added, tally.Of("Observation").Unchanged));
        Assert.Contains(facts.Medicines.Items, medicine => medicine.RxNorm == "6470");
        Assert.Contains(facts.Scores, sheet => sheet is { Instrument: "phq-9", Band: not null });
        Assert.Contains(facts.Observations, value => value.Code == "8480-6");
        Assert.False(facts.Conditions.IsReviewed || facts.Medicines.IsReviewed || facts.Allergies.IsReviewed);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Changes_nothing_the_second_time(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);
        var bundle = SyntheticBundle.Make(seed: 8, entries: 120);
        var first = (await Import(clinic, bundle)).Value!;
        var before = await Facts(clinic);

        var second = (await Import(clinic, bundle)).Value!;

        var after = await Facts(clinic);
        Assert.Equal((0, 0, 1), (second.Patients.Added, second.Patients.Updated, second.Patients.Unchanged));
        Assert.All(second.Resources.Values, count => Assert.Equal(0, count.Taken));
        Assert.Equal(first.Resources.Sum(each => each.Value.Taken), second.Resources.Sum(each => each.Value.Unchanged));
        Assert.Equal(before!.Observations.Count, after!.Observations.Count);
        Assert.Equal(before.Medicines.Items, after.Medicines.Items);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Leaves_out_a_patient_who_can_not_be_and_names_them(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);
        const string Unborn = """{"resource":{"resourceType":"Patient","id":"2","name":[{"family":"Moss","given":["Lee"]}],"birthDate":"2990-01-01"}}""";

        var alone = await Import(clinic, Bundle(Unborn));
        var taken = (await Import(clinic, Bundle(Person, Unborn))).Value!;

        Assert.Equal(("STO111", "entry[0].resource.birthDate"), (alone.Refusals.Single().Code, alone.Refusals.Single().At));
        Assert.Contains("entry[1].resource.birthDate", taken.Problems.Single(), StringComparison.Ordinal);
        Assert.Equal("Fern", (await People(clinic)).Single().FamilyName);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Refuses_somebody_else_with_a_known_identifier(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);
        await Import(clinic, Bundle(Named("Twyford", "Anselm", "male")));

        var other = await Import(clinic, Bundle(Named("Twyford", "Beatrix", "female"), Condition("Asthma", "active")));
        var married = (await Import(clinic, Bundle(Named("Vale", "ANSELM Jo", "male")))).Value!;

        Assert.Equal("STO142", other.Refusals.Single().Code);
        Assert.Contains("the family name", married.Problems.Single(), StringComparison.Ordinal);
        Assert.Equal(("Vale", Sex.Male), ((await People(clinic)).Single().FamilyName, (await People(clinic)).Single().Sex));
        Assert.Empty((await Facts(clinic))!.Conditions.Items);
    }

    [Fact]
    public async Task A_file_that_says_no_pronouns_leaves_those_that_are_known()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        await Import(clinic, Bundle(Said("male", """, "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/individual-pronouns","extension":[{"url":"value","valueCodeableConcept":{"text":"they/them"}}]}]""")));
        await Import(clinic, Bundle(Said("unknown", "")));

        Assert.Equal((Pronoun.They, Sex.Unknown), ((await People(clinic)).Single().Pronoun, (await People(clinic)).Single().Sex));

        static string Said(string gender, string more) =>
            $$$"""{"resource":{"resourceType":"Patient","identifier":[{"system":"urn:test","value":"9"}],"name":[{"family":"Twyford","given":["Anselm"]}],"gender":"{{{gender}}}","birthDate":"1984-03-09"{{{more}}}}}""";
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Knows_a_value_again_under_another_url_or_id(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);
        await Import(clinic, Bundle(Person, Weighed("urn:uuid:a", "w")));

        var sameId = (await Import(clinic, Bundle(Person, Weighed("urn:uuid:b", "w")))).Value!;
        var noId = (await Import(clinic, Bundle(Person, Weighed("urn:uuid:c", "other")))).Value!;

        Assert.Equal((0, 1, 0, 1), (sameId.Of("Observation").Taken, sameId.Of("Observation").Unchanged, noId.Of("Observation").Taken, noId.Of("Observation").Unchanged));
        Assert.Single((await Facts(clinic))!.Observations);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Shows_on_the_chart_that_somebody_has_died(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);

        var tally = (await Import(clinic, Bundle(Person.Replace("\"birthDate\"", "\"active\":false,\"deceasedDateTime\":\"2026-05-01\",\"birthDate\"", StringComparison.Ordinal)))).Value!;

        var person = (await People(clinic)).Single();
        Assert.Equal((true, new DateOnly(2026, 5, 1), true), (person.HasDied, person.DiedOn, person.IsReplaced));
        Assert.Equal(2, tally.Problems.Count);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Shows_it_also_where_the_clinic_has_changed_the_person_and_says_what_else_differs(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);
        await Import(clinic, Bundle(Person));
        var taken = (await People(clinic)).Single();
        await clinic.As(Role.FrontDesk, services => services.GetRequiredService<PatientDesk>().Change(taken with { Phone = "555-0142" }, null, CancellationToken.None));

        var tally = (await Import(clinic, Bundle(Person.Replace("Ada", "Otto", StringComparison.Ordinal).Replace("\"birthDate\"", "\"deceasedBoolean\":true,\"birthDate\"", StringComparison.Ordinal)))).Value!;

        var person = (await People(clinic)).Single();
        Assert.Equal((true, "Ada", "555-0142"), (person.HasDied, person.GivenName, person.Phone));
        Assert.Contains(tally.Problems, problem => problem.Contains("given name", StringComparison.Ordinal) && problem.Contains("same person", StringComparison.Ordinal));
        await Import(clinic, Bundle(Person));
        Assert.True((await People(clinic)).Single().HasDied);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Keeps_what_a_value_leaves_open_and_what_shares_only_a_name(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);
        await Import(clinic, Bundle(Person,
            Weighed("urn:uuid:a", "a").Replace("\"value\":70", "\"value\":70,\"comparator\":\">\"", StringComparison.Ordinal),
            Weighed("urn:uuid:b", "b").Replace("\"final\"", "\"preliminary\"", StringComparison.Ordinal),
            Condition("Depression", "active").Replace("\"text\"", "\"coding\":[{\"system\":\"http://hl7.org/fhir/sid/icd-10-cm\",\"code\":\"F33.1\"}],\"text\"", StringComparison.Ordinal)));
        await Import(clinic, Bundle(Person,
            Condition("Depression", "resolved").Replace("\"text\"", "\"coding\":[{\"system\":\"http://hl7.org/fhir/sid/icd-10-cm\",\"code\":\"F33.3\"}],\"text\"", StringComparison.Ordinal)));

        var facts = (await Facts(clinic))!;
        Assert.Equal([(Bound.Exactly, "preliminary"), (Bound.Above, null)], facts.Observations.OrderBy(value => value.Bound).Select(value => (value.Bound, value.Doubt)));
        Assert.Equal([("Depression", "F33.1"), ("Depression (F33.3)", "F33.3")], facts.Conditions.Items.Select(each => (each.Name, each.Icd10!)));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Updates_what_an_import_brought_and_leaves_what_the_clinic_wrote(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);
        await Import(clinic, Bundle(Person, Condition("Asthma", "active"), Condition("Migraine", "active")));
        var person = (await People(clinic)).Single().Id;
        await clinic.As(Role.Nurse, services => services.GetRequiredService<HistoryDesk>().Change(
            person, [new ConditionReported(new("Migraine", "G43.9", null, ConditionStatus.Remission)), new ListReviewed(HistoryList.Conditions)], CancellationToken.None));

        var tally = (await Import(clinic, Bundle(Person, Condition("Asthma", "resolved"), Condition("Migraine", "resolved")))).Value!;

        var facts = (await Facts(clinic))!;
        Assert.Equal((1, 1), (tally.Of("Condition").Taken, tally.Of("Condition").Skipped));
        Assert.Equal(ConditionStatus.Resolved, facts.Conditions.Items.Single(each => each.Name == "Asthma").Status);
        Assert.Equal("G43.9", facts.Conditions.Items.Single(each => each.Name == "Migraine").Icd10);
        Assert.False(facts.Conditions.IsReviewed);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Takes_away_a_value_that_was_entered_in_error(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);
        await Import(clinic, Bundle(Person, Weight("final")));

        await Import(clinic, Bundle(Person, Weight("entered-in-error")));

        Assert.Empty((await Facts(clinic))!.Observations);
    }

    private static string Named(string family, string given, string gender) =>
        $$$$"""{"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","identifier":[{"system":"urn:oid:1.2","value":"7"}],"name":[{"family":"{{{{family}}}}","given":["{{{{given}}}}"]}],"gender":"{{{{gender}}}}","birthDate":"2001-04-05"}}""";

    private static string Weighed(string url, string id) =>
        $$$$"""{"fullUrl":"{{{{url}}}}","resource":{"resourceType":"Observation","id":"{{{{id}}}}","status":"final","subject":{"reference":"urn:uuid:1"},"effectiveDateTime":"2025-01-01","code":{"coding":[{"system":"http://loinc.org","code":"29463-7"}]},"valueQuantity":{"value":70,"code":"kg"}}}""";

    private static string Weight(string status) =>
        $$$$"""{"fullUrl":"urn:uuid:w","resource":{"resourceType":"Observation","status":"{{{{status}}}}","subject":{"reference":"urn:uuid:1"},"effectiveDateTime":"2025-01-01","code":{"coding":[{"system":"http://loinc.org","code":"29463-7"}]},"valueQuantity":{"value":70,"code":"kg"}}}""";

    private static string Condition(string name, string status) =>
        $$$$"""{"fullUrl":"urn:uuid:{{{{name}}}}","resource":{"resourceType":"Condition","subject":{"reference":"urn:uuid:1"},"code":{"text":"{{{{name}}}}"},"clinicalStatus":{"coding":[{"code":"{{{{status}}}}"}]}}}""";

    private static byte[] Bundle(params string[] entries) =>
        Encoding.UTF8.GetBytes($$"""{"resourceType":"Bundle","type":"collection","entry":[{{string.Join(',', entries)}}]}""");

    private static Task<Outcome<ImportTally>> Import(TestClinic clinic, byte[] bundle) => clinic.As(Role.Manager, services =>
    {
        services.GetRequiredService<ClinicScope>().Enter(clinic.Clinic.Id, ImportDesk.Importer);
        var read = BundleCharts.Read(bundle, FhirTerms.Of(services.GetRequiredService<ClinicalLibrary>()), services.GetRequiredService<TimeProvider>().GetUtcNow());
        Assert.Equal([], read.Refusals);
        return services.GetRequiredService<ImportDesk>().TakeIn(read.Value!, CancellationToken.None);
    });

    private static Task<IReadOnlyList<Patient>> People(TestClinic clinic) =>
        clinic.As(Role.Nurse, services => services.GetRequiredService<PatientDesk>().Search(null, CancellationToken.None));

    private static async Task<PatientFacts?> Facts(TestClinic clinic)
    {
        var person = (await People(clinic)).Single();
        return await clinic.As(Role.Nurse, services => services.GetRequiredService<FactsDesk>().Of(person.Id, CancellationToken.None));
    }
}

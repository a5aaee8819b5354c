using System.Text;
using Mooring.Clinical;
using Mooring.Fhir.Mapping;

namespace Mooring.Tests.Fhir;

public class RefusingABundle
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 9, 0, 0, TimeSpan.Zero);

    private const string Person = """{"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","name":[{"family":"Fern","given":["Ada"]}],"birthDate":"1990-01-01"}}""";

    [Theory]
    [InlineData("", "FHI104")]
    [InlineData("  \n", "FHI104")]
    [InlineData("{", "FHI101")]
    [InlineData("<Bundle/>", "FHI101")]
    [InlineData("[]", "FHI102")]
    [InlineData("""{"resourceType":"Patient"}""", "FHI102")]
    [InlineData("""{"resourceType":"Bundle","type":"collection","type":"batch"}""", "FHI108")]
    [InlineData("""{"resourceType":"Bundle","type":"history"}""", "FHI113")]
    [InlineData("""{"resourceType":"Bundle","type":"collection"}""", "FHI121")]
    [InlineData("""{"resourceType":"Bundle","type":"collection","entry":{}}""", "FHI109")]
    [InlineData("""{"resourceType":"Bundle","type":"collection","entry":[7]}""", "FHI118")]
    [InlineData("""{"resourceType":"Bundle","type":"collection","x":"\ud800"}""", "FHI119")]
    [InlineData("""{"resourceType":"Bundle","type":"collection","x":"a\u0000"}""", "FHI119")]
    public void Names_what_is_wrong_with_the_file(string text, string code) =>
        Assert.Equal(code, Codes(Encoding.UTF8.GetBytes(text)).Single().Code);

    [Theory]
    [InlineData("""{"resourceType":"Patient","id":"2","name":[{"use":"official"}],"birthDate":"1990-01-01"}""", "FHI122", "entry[0].resource.name")]
    [InlineData("""{"resourceType":"Patient","id":"2","name":[{"family":"Fern","given":["Bo"]}],"birthDate":"1990"}""", "FHI129", "entry[0].resource.birthDate")]
    [InlineData("""{"resourceType":"Patient","id":"2","name":[{"family":"Fern","given":["Bo"]}],"birthDate":19900101}""", "FHI116", "entry[0].resource.birthDate")]
    [InlineData("""{"resourceType":"Patient","id":"2","name":[{"family":"Fern","given":["Bo"]}],"birthDate":"1990-01-01T00:00:00Z"}""", "FHI111", "entry[0].resource.birthDate")]
    [InlineData("""{"resourceType":"Patient","id":"2","name":[{"family":"Fern","given":["Bo"]}],"birthDate":"1990-02-30"}""", "FHI111", "entry[0].resource.birthDate")]
    [InlineData("""{"resourceType":"Patient","id":"2","name":{"family":"Fern","given":["Bo"]},"birthDate":"1990-01-01"}""", "FHI116", "entry[0].resource.name")]
    [InlineData("""{"resourceType":"Patient","id":"2","name":[{"family":"Fern","given":["Bo"]}],"birthDate":"1990-01-01","gender":"F"}""", "FHI112", "entry[0].resource.gender")]
    public void Refuses_a_bundle_of_which_no_patient_can_be_taken_and_names_the_element(string patient, string code, string at)
    {
        var refusal = Codes(Bundle($$"""{"resource":{{patient}}}""")).Single();

        Assert.Equal((code, at), (refusal.Code, refusal.At));
    }

    [Theory]
    [InlineData("""{"resourceType":"Condition","code":{"text":"x"}}""", "entry[1].resource.subject.reference: This Condition does not say whose it is")]
    [InlineData("""{"resourceType":"Condition","subject":{"reference":"Patient/9"},"code":{"text":"x"}}""", "entry[1].resource.subject.reference: This Condition is about 'Patient/9', a patient who is not in the bundle")]
    [InlineData("""{"resourceType":"Condition","subject":{"identifier":{"value":"7"},"display":"Ada"},"code":{"text":"x"}}""", "entry[1].resource.subject: This Condition names its patient only by an identifier")]
    [InlineData("""{"resourceType":"Condition","subject":"urn:uuid:1"}""", "entry[1].resource.subject: This must be an object")]
    [InlineData("""{"resourceType":"Condition","subject":{"reference":"urn:uuid:1"},"code":{"coding":{}}}""", "entry[1].resource.code.coding: This must be a list, but is an object")]
    [InlineData("""{"resourceType":"Condition","subject":{"reference":"urn:uuid:1"},"code":"F33.2"}""", "entry[1].resource.code: This must be an object, but is a text")]
    [InlineData("""{"resourceType":"Condition","subject":{"reference":"urn:uuid:1"},"code":{"coding":[{}]}}""", "entry[1].resource: This Condition says neither by name nor by code what it is")]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":"urn:uuid:1"},"effectiveDateTime":"yesterday"}""", "entry[1].resource.effectiveDateTime: 'yesterday' is not a date or a time")]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":"urn:uuid:1"},"valueQuantity":{"value":"72"}}""", "entry[1].resource.valueQuantity.value: This must be a number, but is a text")]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":"urn:uuid:1"},"valueQuantity":{"value":1e999}}""", "entry[1].resource.valueQuantity.value: This must be a number, but is the number that can not be kept")]
    [InlineData("""{"resourceType":"MedicationRequest","subject":{"reference":"urn:uuid:1"},"medicationReference":{"reference":"Medication/5"}}""", "entry[1].resource: This MedicationRequest says neither by name nor by code what it is")]
    [InlineData("""{"resourceType":"Patient","id":"2","name":[{"family":"Fern","given":["Bo"]}],"birthDate":"1990"}""", "entry[1].resource.birthDate: This patient has no full birth date")]
    public void Leaves_out_one_bad_resource_and_names_its_place(string resource, string problem)
    {
        var read = BundleCharts.Read(Bundle(Person, $$"""{"resource":{{resource}}}"""), new(), Now);

        Assert.Equal("Ada", read.Value!.Patients.Single().GivenName);
        Assert.StartsWith(problem, read.Value.Tally.Problems.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_the_newer_of_two_versions_and_one_of_two_equal_ones()
    {
        const string Weight = """{"resource":{"resourceType":"Observation","id":"w","meta":{"versionId":"VERSION"},"subject":{"reference":"urn:uuid:1"},"effectiveDateTime":"2025-01-01","code":{"coding":[{"system":"http://loinc.org","code":"29463-7"}]},"valueQuantity":{"value":VALUE,"code":"kg"}}}""";
        string Version(string version, string value) => Weight.Replace("VERSION", version, StringComparison.Ordinal).Replace("VALUE", value, StringComparison.Ordinal);

        var newer = BundleCharts.Read(Bundle(Person, Version("1", "70"), Version("2", "71")), new(), Now).Value!;

        Assert.Equal(71, newer.Patients.Single().Values.Single().Values.Single().Value.Value);
        Assert.Single(BundleCharts.Read(Bundle(Person, Version("1", "70"), Version("1", "70")), new(), Now).Value!.Patients.Single().Values);
        Assert.Equal("FHI114", Codes(Bundle(Person, Version("1", "70"), Version("1", "71"))).Single().Code);
    }

    [Fact]
    public void Knows_other_encodings_and_takes_a_byte_order_mark()
    {
        var bundle = $$"""{"resourceType":"Bundle","type":"collection","entry":[{{Person}}]}""";

        Assert.Equal("FHI106", Codes(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(bundle)).ToArray()).Single().Code);
        Assert.Equal("FHI106", Codes(Encoding.Latin1.GetBytes(bundle.Replace("Ada", "Adé", StringComparison.Ordinal))).Single().Code);
        Assert.Empty(Codes(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(bundle)).ToArray()));
    }

    [Fact]
    public void Refuses_what_is_nested_too_deep() =>
        Assert.Equal("FHI107", Codes(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("""{"a":""", 100_000)))).Single().Code);

    [Fact]
    public void Refuses_a_file_that_would_fill_the_memory() =>
        Assert.Equal("FHI105", BundleCharts.TooBig.Code);

    /// <summary>One byte, value or member of a good bundle is broken; it is read or refused, and never throws.</summary>
    [Fact]
    public void Survives_three_hundred_mutations()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var codes = Codes(seed % 2 == 0 ? Mutation.OfBytes(random) : Mutation.OfTree(random));

            Assert.All(codes, refusal => Assert.Matches("^FHI1[0-9]{2}$", refusal.Code));
        }
    }

    private static IReadOnlyList<Refusal> Codes(byte[] bytes) =>
        BundleCharts.Read(bytes, new() { Antidepressants = ["sertraline"] }, Now).Refusals;

    private static byte[] Bundle(params string[] entries) =>
        Encoding.UTF8.GetBytes($$"""{"resourceType":"Bundle","type":"collection","entry":[{{string.Join(',', entries)}}]}""");
}

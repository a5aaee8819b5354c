using System.Text;
using Mooring.Clinical;
using Mooring.Fhir.Mapping;

namespace Mooring.Tests.Fhir;

public class RefusingABundle
{
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
    [InlineData("""{"resourceType":"Bundle","type":"collection","entry":[7]}""", "FHI109")]
    [InlineData("""{"resourceType":"Bundle","type":"collection","x":"\ud800"}""", "FHI106")]
    [InlineData("""{"resourceType":"Bundle","type":"collection","x":"a\u0000"}""", "FHI106")]
    public void Names_what_is_wrong_with_the_file(string text, string code) =>
        Assert.Equal(code, Codes(Encoding.UTF8.GetBytes(text)).Single().Code);

    [Theory]
    [InlineData("""{"resourceType":"Condition","code":{"text":"x"}}""", "FHI120", "entry[1].resource.subject.reference")]
    [InlineData("""{"resourceType":"Condition","subject":{"reference":"Patient/9"},"code":{"text":"x"}}""", "FHI121", "entry[1].resource.subject.reference")]
    [InlineData("""{"resourceType":"Condition","subject":"urn:uuid:1"}""", "FHI110", "entry[1].resource.subject")]
    [InlineData("""{"resourceType":"Condition","subject":{"reference":"urn:uuid:1"},"code":{"coding":{}}}""", "FHI110", "entry[1].resource.code.coding")]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":"urn:uuid:1"},"effectiveDateTime":"yesterday"}""", "FHI111", "entry[1].resource.effectiveDateTime")]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":"urn:uuid:1"},"valueQuantity":{"value":"72"}}""", "FHI110", "entry[1].resource.valueQuantity.value")]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":"urn:uuid:1"},"valueQuantity":{"value":1e999}}""", "FHI110", "entry[1].resource.valueQuantity.value")]
    [InlineData("""{"resourceType":"MedicationRequest","subject":{"reference":"urn:uuid:1"},"medicationReference":{"reference":"Medication/5"}}""", "FHI124", "entry[1].resource.medicationReference")]
    [InlineData("""{"resourceType":"Patient","id":"2","name":[{"family":"Fern"}],"birthDate":"1990-01-01"}""", "FHI122", "entry[1].resource.name")]
    [InlineData("""{"resourceType":"Patient","id":"2","name":[{"family":"Fern","given":["Bo"]}],"birthDate":"1990"}""", "FHI122", "entry[1].resource.birthDate")]
    [InlineData("""{"resourceType":"Patient","id":"2","name":[{"family":"Fern","given":["Bo"]}],"birthDate":19900101}""", "FHI110", "entry[1].resource.birthDate")]
    [InlineData("""{"resourceType":"Patient","id":"2","name":[{"family":"Fern","given":["Bo"]}],"birthDate":"1990-01-01","gender":"F"}""", "FHI112", "entry[1].resource.gender")]
    public void Names_the_entry_and_the_element(string resource, string code, string at)
    {
        var refusal = Codes(Encoding.UTF8.GetBytes($$"""{"resourceType":"Bundle","type":"collection","entry":[{{Person}},{"resource":{{resource}}}]}""")).Single();

        Assert.Equal((code, at), (refusal.Code, refusal.At));
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
        BundleCharts.Read(bytes, ["sertraline"], new(2026, 5, 1, 9, 0, 0, TimeSpan.Zero)).Refusals;
}

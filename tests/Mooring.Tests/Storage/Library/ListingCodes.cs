using Mooring.Clinical.Rules;

namespace Mooring.Tests.Storage.Library;

public class ListingCodes
{
    private static readonly IReadOnlyList<ListedCode> Codes = Clinical.ScreeningContent.Library.Words.Codes;

    [Theory]
    [InlineData("instruments/phq-9.yaml", "loinc-total: 44261-6", "loinc-total: 44261-7")]
    [InlineData("protocols/trd-iv-std.yaml", "icd10: [F32.1", "icd10: [F32.7")]
    [InlineData("history.yaml", "icd10: I10", "icd10: I99.1")]
    public void A_code_that_is_not_listed_is_found(string file, string says, string instead)
    {
        using var content = PlantedContent.With(file, says, instead);

        Assert.Contains(content.Faults(), fault => fault.Code == "LIB210");
    }

    [Theory]
    [InlineData("2119365")]
    [InlineData("89708-7")]
    [InlineData("54632-5")]
    [InlineData("T41.295A")]
    public void What_nobody_is_sure_of_is_not_listed(string code) => Assert.DoesNotContain(Codes, listed => listed.Code == code);

    [Fact]
    public void Each_says_how_far_it_was_checked_and_none_pretends_to_the_official_release()
    {
        Assert.True(Codes.Count > 400);
        Assert.DoesNotContain(Codes, code => code.Checked == CodeChecked.OfficialRelease);
    }
}

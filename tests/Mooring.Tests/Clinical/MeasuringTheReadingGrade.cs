namespace Mooring.Tests.Clinical;

public class MeasuringTheReadingGrade
{
    [Theory]
    [InlineData("take", 1)]
    [InlineData("takes", 1)]
    [InlineData("places", 2)]
    [InlineData("table", 2)]
    [InlineData("people", 2)]
    [InlineData("asked", 1)]
    [InlineData("wanted", 2)]
    [InlineData("the", 1)]
    [InlineData("ketamine", 3)]
    [InlineData("pharmacy", 3)]
    [InlineData("treatment,", 2)]
    [InlineData("911", 1)]
    public void Counts_syllables(string word, int syllables) => Assert.Equal(syllables, ReadingGrade.Syllables(word));

    [Fact]
    public void Works_by_the_formula()
    {
        // 12 words in 2 sentences, 14 syllables.
        var grade = ReadingGrade.Of(["You sit in a little room.", "A doctor is with you now."]);

        Assert.Equal((0.39 * 6) + (11.8 * 14 / 12) - 15.59, grade, 9);
    }

    [Fact]
    public void Finds_a_text_too_hard() => Assert.True(
        ReadingGrade.Of(["Pharmacological interventions necessitate comprehensive multidisciplinary evaluation preceding administration."]) > 8);
}

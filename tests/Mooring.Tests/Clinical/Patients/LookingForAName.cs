using System.Text;
using Mooring.Clinical.Patients;

namespace Mooring.Tests.Clinical.Patients;

public class LookingForAName
{
    [Theory]
    [InlineData("Núñez", "nunez")]
    [InlineData("O’Brien", "OBRIEN")]
    [InlineData("Anne-Marie", "annemarie")]
    [InlineData("Strauß", "STRAUSS")]
    [InlineData("Søren", "soren")]
    [InlineData("Łukasz", "lukasz")]
    [InlineData("Ægir", "aegir")]
    [InlineData("Şahin", "sahin")]
    [InlineData("Işık", "isik")]
    [InlineData("ｗｉｌｌｏｗ", "Willow")]
    [InlineData("St. John", "ST JOHN")]
    [InlineData("Zoé\u200B", "zoe")]
    public void Finds_it_however_its_letters_are_written(string written, string typed) =>
        Assert.Equal(NameLetters.Words(written), NameLetters.Words(typed));

    [Fact]
    public void Finds_it_however_its_letters_are_stored() =>
        Assert.Equal(NameLetters.Word("Núñez"), NameLetters.Word("Núñez".Normalize(NormalizationForm.FormD)));

    [Theory]
    [InlineData("Иванов")]
    [InlineData("李")]
    [InlineData("\U0001F33F")]
    public void Leaves_letters_that_are_no_accents(string written) => Assert.Equal(written.ToUpperInvariant(), NameLetters.Word(written));

    [Fact]
    public void Does_not_fall_over_half_a_letter() => Assert.NotEmpty(NameLetters.Words("Wil\uD83Dlow"));

    [Theory]
    [InlineData("Maria de la Cruz", "María Delacruz")]
    [InlineData("Noor Willow", "willow noor")]
    [InlineData("Anne Marie Fern", "Anne-Marie Fern")]
    public void Knows_two_ways_to_write_one_name(string one, string other) => Assert.True(NameLetters.AreSame(NameLetters.Words(one), NameLetters.Words(other)));

    [Theory]
    [InlineData("Noor Willow", "Nora Willow")]
    [InlineData("Theo Fern", "Theo Ferns")]
    public void Takes_no_two_names_for_one(string one, string other) => Assert.False(NameLetters.AreSame(NameLetters.Words(one), NameLetters.Words(other)));

    [Theory]
    [InlineData("Suharto", "")]
    [InlineData("", "Suharto")]
    public void Calls_a_person_with_one_name_by_it(string given, string family)
    {
        var patient = new Patient(default, "M-1001", given, family, new(1984, 3, 9));

        Assert.Equal(("Suharto", "Suharto", "Suharto"), (patient.FullName, patient.ShortName, patient.CalledName));
    }
}

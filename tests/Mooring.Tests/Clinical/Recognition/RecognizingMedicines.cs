using Mooring.Clinical.Facts;
using Mooring.Clinical.Recognition;

namespace Mooring.Tests.Clinical.Recognition;

public class RecognizingMedicines
{
    [Theory]
    [InlineData("Nardil", "phenelzine")]
    [InlineData("NARDIL 15 mg tabs, 1 tab PO TID", "phenelzine")]
    [InlineData("phenelzine sulfate", "phenelzine")]
    [InlineData("fenelzina", "phenelzine")]
    [InlineData("Teofilina 200 mg", "theophylline")]
    [InlineData("metilfenidato de liberación prolongada", "methylphenidate")]
    [InlineData("litio", "lithium")]
    [InlineData("Lithium carbonate ER 450 mg", "lithium")]
    [InlineData("sertraline HCl 50mg tab ER", "sertraline")]
    [InlineData("Sertralina 50 mg cada noche", "sertraline")]
    [InlineData("St. John’s Wort", "st john's wort")]
    [InlineData("St Johns wort", "st john's wort")]
    [InlineData("Hierba de San Juan", "st john's wort")]
    [InlineData("Vitamin D3 2,000 IU", "vitamin d")]
    [InlineData("Zoloft (sertraline) for depression and sleep", "sertraline")]
    [InlineData("Xanax as needed for panic", "alprazolam")]
    public void Know_a_name_brand_salt_form_or_spanish_word(string text, string ingredient)
    {
        var found = Read(text);

        Assert.Equal(ingredient, Assert.Single(found.Ingredients));
        Assert.Empty(found.Unknown);
    }

    [Theory]
    [InlineData("Suboxone", "buprenorphine naloxone")]
    [InlineData("buprenorphine/naloxone 8-2 mg film", "buprenorphine naloxone")]
    [InlineData("HYDROcodone-acetaminophen 5-325 mg", "hydrocodone acetaminophen")]
    [InlineData("hidrocodona con paracetamol", "hydrocodone acetaminophen")]
    [InlineData("Nardil and Xanax", "phenelzine alprazolam")]
    [InlineData("Nardil y Tafil", "phenelzine alprazolam")]
    [InlineData("Nardil + Xanax, Zoloft; litio", "phenelzine alprazolam sertraline lithium")]
    [InlineData("Nardil Xanax", "phenelzine alprazolam")]
    public void Take_a_combination_apart(string text, string ingredients)
    {
        var found = Read(text);

        Assert.Equal(ingredients.Split(' '), found.Ingredients);
        Assert.True(found.IsRecognized);
    }

    [Theory]
    [InlineData("Blorbamil", "Blorbamil")]
    [InlineData("Blorbamil 20 mg daily", "Blorbamil")]
    [InlineData("blorbamil XR 20 mg take with food", "blorbamil")]
    [InlineData("50 mg tablet", "50 mg tablet")]
    [InlineData("the blue pill", "blue")]
    [InlineData("Not taking Nardil", "Not taking Nardil")]
    [InlineData("No MAO inhibitor (phenelzine)", "No MAO inhibitor (phenelzine)")]
    [InlineData("Niega fenelzina", "Niega fenelzina")]
    [InlineData("", "")]
    public void Leave_what_nobody_knows_unknown(string text, string unknown)
    {
        var found = Read(text);

        Assert.False(found.IsRecognized);
        Assert.Equal(unknown, Assert.Single(found.Unknown));
        Assert.Empty(found.Ingredients);
    }

    [Theory]
    [InlineData("Nardil / Blorbamil", "Blorbamil")]
    [InlineData("phenelzine-blorbamil 10-20 mg", "blorbamil")]
    [InlineData("Nardil daily, Blorbamil for sleep", "Blorbamil")]
    [InlineData("Claritin-D", "D")]
    public void Leave_a_part_unknown_and_still_use_the_rest(string text, string unknown)
    {
        var found = Read(text);

        Assert.Equal(unknown, Assert.Single(found.Unknown));
        Assert.Single(found.Ingredients);
    }

    [Theory]
    [InlineData("596")]
    [InlineData("197901")]
    public void Know_an_ingredient_or_product_by_its_code_alone(string code) =>
        Assert.Equal("alprazolam", Assert.Single(SmallLexicon.Recognizer.Of(new Medicine("", code, IsTaken: true)).Ingredients));

    [Fact]
    public void Count_the_name_beside_a_code_that_says_less()
    {
        var found = SmallLexicon.Recognizer.Of(new Medicine("Nardil", "596", IsTaken: true));

        Assert.Equal(["alprazolam", "phenelzine"], found.Ingredients);
    }

    [Fact]
    public void Do_not_know_a_code_that_is_not_listed()
    {
        Assert.False(SmallLexicon.Recognizer.Of(new Medicine("", "999999", IsTaken: true)).IsRecognized);
        Assert.True(SmallLexicon.Recognizer.Of(new Medicine("Nardil", "999999", IsTaken: true)).IsRecognized);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("No known drug allergies")]
    [InlineData("Ninguna")]
    [InlineData("NKDA")]
    public void Take_nothing_for_nothing(string text) => Assert.True(Read(text) is { IsRecognized: true, Ingredients.Count: 0 });

    [Theory]
    [InlineData("Peanuts - hives", true)]
    [InlineData("Ketamine hydrochloride (rash)", true)]
    [InlineData("blorb", false)]
    public void Know_other_allergens_too(string text, bool isKnown) => Assert.Equal(isKnown, SmallLexicon.Recognizer.Of(new Allergy(text, null)).IsRecognized);

    [Fact]
    public void Know_what_the_clinic_said_once_in_every_strength()
    {
        var recognizer = SmallLexicon.Recognizer.With([new(EntryKind.Medicine, "Blorbamil", ["phenelzine", "sertraline"], []), new(EntryKind.Medicine, "sleep gummy", [], [])]);

        Assert.Equal(["phenelzine", "sertraline"], recognizer.Of(new Medicine("blorbamil 40 mg ER", null, IsTaken: true)).Ingredients);
        Assert.True(recognizer.Of(new Medicine("Sleep gummies", null, IsTaken: true)) is { IsRecognized: true, Sets.Count: 0 });
        Assert.False(SmallLexicon.Recognizer.Of(new Medicine("blorbamil", null, IsTaken: true)).IsRecognized);
    }

    [Theory]
    [InlineData("xanex 1 mg", "Xanax")]
    [InlineData("fenelsine", "phenelzine")]
    [InlineData("Zoloft for sleep with tyleonl", "Tylenol")]
    public void Say_what_may_have_been_meant_and_take_it_for_nothing(string text, string meant)
    {
        var read = SmallLexicon.Recognizer.Of(new Medicine(text, null, IsTaken: true));

        Assert.False(read.IsRecognized);
        Assert.Equal([meant], read.Close);
        Assert.DoesNotContain("mao-inhibitors", read.Sets);
    }

    private static RecognizedMedicine Read(string text) => SmallLexicon.Recognizer.Of(new Medicine(text, null, IsTaken: true));
}

namespace Mooring.Tests.Storage.Library;

/// <summary>Notes and letters that could not be written, or would tell too much, are found before anybody uses them.</summary>
public class CheckingNotes
{
    [Theory]
    [InlineData("LIB441", "notes/phone.yaml", "- id: said", "- id: who")]
    [InlineData("LIB441", "notes/nursing.yaml", "is-owed: true", "is-owed: false")]
    [InlineData("LIB442", "notes/phone.yaml", "kind: phone", "kind: letter")]
    [InlineData("LIB442", "letters/transfer.en.yaml", "{patient}", "{diagnosis}")]
    [InlineData("LIB443", "notes/nursing.yaml", "by: [nurse, technician]", "by: [nurse, biller]")]
    [InlineData("LIB444", "letters/employer.en.yaml", "tells: [attendance]", "tells: [attendance, diagnoses]")]
    [InlineData("LIB444", "letters/employer.en.yaml", "needs-agreement: true", "needs-agreement: false")]
    [InlineData("LIB445", "note-facts.yaml", "fact: allergies", "fact: diagnoses")]
    [InlineData("LIB446", "note-terms.yaml", "to: 10", "to: 0")]
    public void Finds_what_can_not_be_written(string code, string file, string says, string instead)
    {
        using var content = PlantedContent.With(file, says, instead);

        Assert.Contains(content.Faults(), fault => fault.Code == code && fault.File == file && fault.Line > 0);
    }

    [Fact]
    public void Finds_a_letter_that_tells_something_else_in_the_other_language()
    {
        using var content = PlantedContent.With("letters/practitioner.es.yaml", "tells: [medicines, allergies]", "tells: [medicines]");

        Assert.Contains(content.Faults(), fault => fault is { Code: "LIB181", File: "letters/practitioner.es.yaml" });
    }
}

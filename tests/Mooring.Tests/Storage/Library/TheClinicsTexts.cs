using Mooring.Content.Reading;


namespace Mooring.Tests.Storage.Library;

public sealed class TheClinicsTexts : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("mooring-texts-").FullName;

    private const string English = """
        instrument: icpi
        language: en
        license: 'Permission of 2026-02-03'
        asks: 'In the past month, how much has each been a problem?'
        items: { '1': 'One', '2': 'Two', '3': 'Three', '4': 'Four' }
        choices: { '0': 'None', '4': 'Big' }
        item-choices: { '2': { '4': 'Very big' } }
        """;

    [Fact]
    public void Give_an_instrument_its_words_and_leave_its_scoring_alone()
    {
        Write("icpi.en.yaml", English);

        var filled = Load().Fill(Instrument("icpi"));

        Assert.True(filled.HasText);
        Assert.Equal(("Three", "Big", "1"), (filled.Items[2].Text!.En, filled.ChoicesOf(filled.Items[2])[4].Says, filled.ChoicesOf(filled.Items[2])[1].Says));
        Assert.Equal("Very big", filled.ChoicesOf(filled.Items[1])[4].Says);
        Assert.Equal(Instrument("icpi").ChoicesOf(filled.Items[0]).Select(choice => choice.Value), filled.ChoicesOf(filled.Items[0]).Select(choice => choice.Value));
    }

    [Fact]
    public void Add_an_official_translation_to_words_that_are_here()
    {
        Write("phq-2.es.yaml", "{ instrument: phq-2, language: es, license: 'Official translation', items: { '1': 'Uno', '2': 'Dos' } }");

        var filled = Load().Fill(Instrument("phq-2"));

        Assert.Equal(("Little interest or pleasure in doing things", "Uno"), (filled.Items[0].Text!.En, filled.Items[0].Text!.Es));
    }

    [Theory]
    [InlineData("icpi.es.yaml", "LIB600", "language: en", "language: en")]
    [InlineData("none.en.yaml", "LIB601", "instrument: icpi", "instrument: none")]
    [InlineData("icpi.en.yaml", "LIB602", ", '4': 'Four'", "")]
    [InlineData("icpi.en.yaml", "LIB602", "'4': 'Four'", "'4': 'Four', '5': 'Five'")]
    [InlineData("icpi.en.yaml", "LIB602", "'4': 'Big'", "'9': 'Big'")]
    [InlineData("icpi.es.yaml", "LIB602", "language: en", "language: es")]
    [InlineData("icpi.en.yaml", "LIB104", "license:", "scoring: mean\nlicense:")]
    [InlineData("icpi.en.yaml", "LIB105", "license: 'Permission of 2026-02-03'", "")]
    public void That_do_not_fit_are_not_used(string file, string code, string replace, string by)
    {
        Write(file, English.Replace(replace, by, StringComparison.Ordinal));

        var texts = Load();

        Assert.Contains(texts.Faults, fault => fault.Code == code && fault.File == $"instrument-texts/{file}");
        Assert.Empty(texts.Texts);
    }

    [Fact]
    public void Need_not_be_there() => Assert.Empty(Load().Faults);

    public void Dispose() => Directory.Delete(data, recursive: true);

    private ClinicTexts Load() => ClinicTexts.Load(data, id => ScreeningContentOf(id));

    private static Mooring.Clinical.Instruments.Instrument? ScreeningContentOf(string id) => Clinical.ScreeningContent.Library.Instruments.GetValueOrDefault(id)?.Value;

    private static Mooring.Clinical.Instruments.Instrument Instrument(string id) => ScreeningContentOf(id)!;

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(data, ClinicTexts.Folder)).FullName, file), text);
}

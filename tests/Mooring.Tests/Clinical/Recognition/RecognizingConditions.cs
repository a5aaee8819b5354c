using Mooring.Clinical.Facts;
using Mooring.Clinical.Recognition;

namespace Mooring.Tests.Clinical.Recognition;

public class RecognizingConditions
{
    private const string Bleeding = "intracerebral-hemorrhage";

    [Theory]
    [InlineData("Intracerebral hemorrhage", Bleeding)]
    [InlineData("intracerebral haemorrhages", Bleeding)]
    [InlineData("Brain bleed 2019", Bleeding)]
    [InlineData("hemorragias cerebrales", Bleeding)]
    [InlineData("Derrame cerebral", Bleeding)]
    [InlineData("Hemorrhage, intracerebral", Bleeding)]
    [InlineData("Brain aneurysms", "aneurysm-or-avm")]
    [InlineData("aneurysm of the left side of the brain", "aneurysm-or-avm")]
    [InlineData("AVMs", "aneurysm-or-avm")]
    [InlineData("A.V.M.", "aneurysm-or-avm")]
    [InlineData("arterio-venous malformation", "aneurysm-or-avm")]
    [InlineData("Esquizofrenia paranoide", "psychotic-disorder")]
    public void Know_a_name_in_its_plural_spelling_order_and_in_spanish(string text, string set) =>
        Assert.Contains(Read(text).Sets, found => found == new SetFound(set, null));

    [Theory]
    [InlineData("heat stroke")]
    [InlineData("Low stroke volume")]
    [InlineData("Posttraumatic stress disorder, chronic")]
    [InlineData("Sinusitis")]
    [InlineData("No known problems")]
    public void Know_what_is_something_else_and_leave_nothing_open(string text) => Assert.True(Read(text) is { IsRecognized: true, Sets.Count: 0 });

    [Theory]
    [InlineData("I69.10", SaidStatus.Sequela)]
    [InlineData("I6910", SaidStatus.Sequela)]
    [InlineData("i61.9", null)]
    public void Know_a_code_by_its_prefix_and_what_it_says_of_itself(string code, SaidStatus? status) =>
        Assert.Equal(new SetFound(Bleeding, status), Assert.Single(Read("", code).Sets));

    [Fact]
    public void Leave_out_codes_that_are_excepted()
    {
        Assert.Contains(Read("", "O99.89").Sets, found => found.Set == "pregnancy");
        Assert.Empty(Read("", "O99.345").Sets);
        Assert.True(Read("", "O99.345").IsRecognized);
    }

    [Theory]
    [InlineData("", "M54.5", true)]
    [InlineData("Low back pain", "M54.5", true)]
    [InlineData("blorbemia", "D99.9", true)]
    [InlineData("blorbemia", "ABC-1", false)]
    [InlineData("", "431", false)]
    [InlineData("", "274100004", true)]
    [InlineData("", "35489007", true)]
    [InlineData("", "99999999", false)]
    [InlineData("Sinusitis", "99999999", true)]
    [InlineData("blorbemia", "99999999", false)]
    public void Know_a_code_of_the_right_form_or_one_that_is_listed(string text, string code, bool isKnown) => Assert.Equal(isKnown, Read(text, code).IsRecognized);

    [Fact]
    public void Let_the_text_count_beside_a_vague_code() =>
        Assert.Equal(new SetFound(Bleeding, SaidStatus.History), Assert.Single(Read("History of intracerebral hemorrhage", "Z86.79").Sets));

    [Fact]
    public void Let_the_code_decide_what_the_text_only_denies()
    {
        Assert.Empty(Read("Depression without psychosis", "F33.2").Sets);
        Assert.Equal("no", Assert.Single(Read("No intracerebral hemorrhage", "Z86.79").Sets).Doubt);
    }

    [Theory]
    [InlineData("Alcohol use disorder, in remission", SaidStatus.Remission)]
    [InlineData("Alcohol dependence, severe, in sustained remission", SaidStatus.Remission)]
    [InlineData("Hx of alcohol dependence", SaidStatus.History)]
    [InlineData("Alcohol dependence, history of", SaidStatus.History)]
    [InlineData("Antecedentes de alcohol dependence", SaidStatus.History)]
    [InlineData("Family history of alcohol dependence", SaidStatus.Family)]
    [InlineData("Mother: alcohol dependence", SaidStatus.Family)]
    [InlineData("Alcohol dependence in his father", SaidStatus.Family)]
    public void Read_how_it_stands_from_the_text(string text, SaidStatus status) => Assert.Equal(new SetFound("alcohol", status), Assert.Single(Read(text).Sets));

    [Theory]
    [InlineData("Psychosis, previously treated with lithium", "psychotic-disorder")]
    [InlineData("Psychosis s/p hospitalization last week", "psychotic-disorder")]
    [InlineData("Previously healthy woman with psychosis", "psychotic-disorder")]
    [InlineData("History of depression now psychosis", "psychotic-disorder")]
    [InlineData("Alcohol dependence, relapsed after 2 years sober", "alcohol")]
    [InlineData("Alcohol dependence, remission failed", "alcohol")]
    [InlineData("Psychosis as a child", "psychotic-disorder")]
    [InlineData("Pregnant with a son", "pregnancy")]
    [InlineData("Pregnant, mother of two", "pregnancy")]
    [InlineData("Pregnant, prior loss", "pregnancy")]
    public void Take_for_over_or_a_relatives_only_what_plainly_is(string text, string set) => Assert.Contains(new SetFound(set, null), Read(text).Sets);

    [Theory]
    [InlineData("Schizophrenia, mother of two")]
    [InlineData("Psychosis, brother brought them in")]
    [InlineData("Per sister, psychosis this week")]
    [InlineData("Lives with daughter, psychosis")]
    public void Leave_in_doubt_whose_it_is(string text) => Assert.All(Read(text).Sets, found => Assert.NotNull(found.Doubt));

    [Theory]
    [InlineData("Depression since my psychossis", "psychossis", "psychosis")]
    [InlineData("Depression from an anurysm", "anurysm", "aneurysm")]
    [InlineData("Depression, schitzophrenia", "schitzophrenia", "schizophrenia")]
    [InlineData("anurysm", "anurysm", "aneurysm")]
    public void Say_what_may_have_been_meant_and_take_it_for_nothing(string text, string unknown, string meant)
    {
        var read = Read(text);

        Assert.Equal([unknown], read.Unknown);
        Assert.Equal([meant], read.Close);
        Assert.Empty(read.Sets);
    }

    [Theory]
    [InlineData("Depression from hepatic blorbosis", ConditionClass.Liver)]
    [InlineData("Sinusitis with psychomotor blorb", ConditionClass.Psychosis)]
    public void See_beside_a_known_name_what_could_be_something_else(string text, ConditionClass of) => Assert.True(Read(text).MayBeOf(of));

    [Fact]
    public void Keep_a_suspicion_beside_the_code_of_something_else()
    {
        Assert.Equal("r/o", Assert.Single(Read("Depression, r/o psychosis", "F32.9").Sets).Doubt);
        Assert.Empty(Read("Depression w/o psychosis", "F32.9").Sets);
    }

    [Theory]
    [InlineData("F10.21", ConditionStatus.Remission)]
    [InlineData("F10.20", ConditionStatus.Active)]
    public void Take_a_remission_in_the_code_for_a_remission_on_the_active_list(string code, ConditionStatus status) =>
        Assert.Equal(status, CombinedStatus.Of(ConditionStatus.Active, Read("", code).Sets[0].Status));

    [Theory]
    [InlineData("No stroke")]
    [InlineData("denies stroke")]
    [InlineData("Rule out stroke")]
    [InlineData("Sin antecedentes de stroke")]
    [InlineData("Stroke ruled out")]
    [InlineData("No sinusitis, stroke or psychosis")]
    [InlineData("Lives with mother after stroke")]
    [InlineData("Stroke, mother has blorbemia")]
    public void Leave_what_is_denied_or_not_plainly_a_relatives_in_doubt(string text) => Assert.All(Read(text).Sets, found => Assert.NotNull(found.Doubt));

    [Theory]
    [InlineData("Schizophrenia, not otherwise specified")]
    [InlineData("Schizophrenia without complication")]
    [InlineData("No sinusitis but schizophrenia")]
    [InlineData("No sinusitis. Schizophrenia")]
    [InlineData("Schizophrenia, family history of sinusitis")]
    [InlineData("Schizophrenia, mother has sinusitis")]
    [InlineData("Schizophrenia, history of blorbemia")]
    [InlineData("Schizophrenia, previous blorbemia")]
    public void Do_not_deny_what_stands_before_or_in_another_clause(string text) => Assert.Contains(Read(text).Sets, found => found == new SetFound("psychotic-disorder", null));

    [Theory]
    [InlineData("blorbemia", "blorbemia")]
    [InlineData("Depression, blorbemia", "blorbemia")]
    [InlineData("Sinusitis and severe blorbemia", "severe blorbemia")]
    public void Leave_a_part_that_nobody_knows_unknown(string text, string unknown) => Assert.Equal([unknown], Read(text).Unknown);

    [Theory]
    [InlineData("Hepatic blorbosis", "Liver")]
    [InlineData("Blorbosis del hígado", "Liver")]
    [InlineData("Psychogenic blorbosis; hepatoblorb", "Psychosis Liver")]
    [InlineData("Blorbosis", null)]
    [InlineData("Blorbosis; hepatoblorb", null)]
    public void Say_of_which_classes_it_may_be(string text, string? classes) =>
        Assert.Equal(classes?.Split(' ').Select(Enum.Parse<ConditionClass>).ToHashSet(), Read(text).Classes?.ToHashSet());

    [Fact]
    public void Know_what_the_clinic_said_once()
    {
        var recognizer = SmallLexicon.Recognizer.With([new(EntryKind.Condition, "blorbemia", [], ["cirrhosis"]), new(EntryKind.Condition, "99999999", [], []), new(EntryKind.Condition, "blue skin", [], [])]);

        Assert.Equal("cirrhosis", Assert.Single(recognizer.Of(Entry("Blorbemias", null)).Sets).Set);
        Assert.True(recognizer.Of(Entry("", "99999999")).IsRecognized);
        Assert.True(recognizer.Of(Entry("Blue skin, left arm", null)) is { IsRecognized: true, Sets.Count: 0 });
    }

    private static RecognizedCondition Read(string text, string? code = null) => SmallLexicon.Recognizer.Of(Entry(text, code));

    private static Condition Entry(string text, string? code) => new(text, code, null, ConditionStatus.Active);
}

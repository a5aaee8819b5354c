using System.Globalization;
using Mooring.Clinical.Consent;
using Mooring.Clinical.Education;
using Mooring.Tests.Clinical.Courses;

namespace Mooring.Tests.Clinical;

public class ThePatientTexts(ITestOutputHelper output)
{
    private const double EighthGrade = 8;

    [Fact]
    public void Read_at_or_below_grade_8_in_English()
    {
        var texts = Content.Consents.Items.Where(form => form.Language == "en").Select(form => (form.Id, Lines: Lines(form)))
            .Concat(Content.Educations.Items.Where(text => text.Language == "en").Select(text => (text.Id, Lines: Lines(text))))
            .Select(text => (text.Id, Grade: ReadingGrade.Of(text.Lines)))
            .ToList();

        foreach (var (id, grade) in texts)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{id}: grade {grade:0.0}"));
        Assert.All(texts, text => Assert.InRange(text.Grade, 0, EighthGrade));
        Assert.Equal(4, texts.Count);
    }

    [Fact]
    public void Can_be_too_hard_for_the_measure() => Assert.True(
        ReadingGrade.Of(["Pharmacological interventions necessitate comprehensive multidisciplinary evaluation preceding administration."]) > EighthGrade);

    [Fact]
    public void Have_the_same_keys_in_Spanish()
    {
        foreach (var form in Content.Consents.Items.Where(form => form.Language == "en"))
            Assert.Equal(Keys(form), Keys(A.Form(form.Id, "es")));
        foreach (var text in Content.Educations.Items.Where(text => text.Language == "en"))
            Assert.Equal(Keys(text), Keys(Content.Educations.Items.Single(other => other.Id == text.Id && other.Language == "es")));
    }

    [Fact]
    public void Ask_only_for_words_that_a_plan_has() => Assert.All(
        Content.Educations.Items.SelectMany(text => text.Sections).SelectMany(section => section.Paragraphs),
        paragraph => Assert.Subset(PlanWords.Names.ToHashSet(), Placeholders.In(paragraph.Says).ToHashSet()));

    [Theory]
    [InlineData("TRD-IV-STD", "ketamine-off-label")]
    [InlineData("KAP-IM", "ketamine-off-label")]
    [InlineData("TRD-ESK-IN", "esketamine-nasal")]
    public void Are_filled_from_the_persons_own_plan(string protocol, string form)
    {
        var plan = A.Sign(A.Draft(protocol), A.Ground(form)).Value!;
        var facts = new ToldFacts { PatientFirstName = "Mara", ClinicPhone = "555-0100" };

        foreach (var text in Content.Educations.Items)
        {
            var told = Expectations.For(plan, Content.Protocol(protocol), text, facts);
            Assert.DoesNotContain(told.SelectMany(section => section.Paragraphs), paragraph => paragraph.Contains('{'));
            Assert.Contains(told, section => section.Urgent && section.Paragraphs.Any(paragraph => paragraph.Contains("988")));
        }
    }

    [Fact]
    public void Give_the_numbers_of_the_plan()
    {
        var plan = A.Sign(A.Draft(), A.Ground()).Value!;
        var text = Content.Educations.Items.Single(text => text.Id == "expect" && text.Language == "en");

        var told = Expectations.For(plan, A.Draft().Protocol, text, new() { PatientFirstName = "Mara", ClinicPhone = "555-0100" });

        Assert.Equal(
            ["The drug runs for about 40 minutes. We watch over you for at least 60 more. The whole visit takes 2–3 hours."],
            told.Single(section => section.Id == "faq-how-long").Paragraphs);
        Assert.Contains("We plan 6 sessions, twice a week. The first one is on 2026-03-09.", told[0].Paragraphs);
    }

    private static IEnumerable<string> Lines(ConsentForm form) =>
    [
        .. form.Sections.SelectMany(section => section.Paragraphs),
        .. form.Statements.Select(statement => statement.Says),
        .. form.Questions.SelectMany(question => new[] { question.Asks, question.WhenWrong }),
    ];

    private static IEnumerable<string> Lines(EducationText text) =>
        text.Sections.SelectMany(section => section.Paragraphs).Select(paragraph => paragraph.Says);

    private static List<string> Keys(ConsentForm form) =>
    [
        form.Version.ToString(CultureInfo.InvariantCulture),
        .. form.Sections.Select(section => $"{section.Id}/{section.Paragraphs.Count}"),
        .. form.Effects.Select(effect => $"{effect.Id} {effect.Treated} {effect.Compared}"),
        .. form.Statements.Select(statement => statement.Id),
        .. form.Questions.Select(question => $"{question.Id} {question.Right} {string.Join(',', question.Choices.Select(choice => choice.Id))}"),
    ];

    private static List<string> Keys(EducationText text) =>
    [
        text.Version.ToString(CultureInfo.InvariantCulture),
        .. text.Words.Keys,
        .. text.Sections.SelectMany(section => section.Paragraphs.Select(paragraph =>
            $"{section.Id} {string.Join(',', paragraph.For)} {string.Join(',', Placeholders.In(paragraph.Says))}")),
    ];
}

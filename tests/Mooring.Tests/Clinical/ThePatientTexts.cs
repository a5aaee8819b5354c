using System.Globalization;
using Mooring.Clinical;
using Mooring.Clinical.Consent;
using Mooring.Clinical.Education;
using Mooring.Clinical.Protocols;
using Mooring.Tests.Clinical.Courses;

namespace Mooring.Tests.Clinical;

public class ThePatientTexts(ITestOutputHelper output)
{
    private const double EighthGrade = 8;
    private const double SixthGrade = 6;

    private static readonly string[] Told = ["expect", "prepare", "after-visit", "faq", "alternatives"];

    /// <summary>Every way a protocol can give a drug, whether one does so yet or not.</summary>
    private static IEnumerable<Treatment> Treatments =>
    [
        .. from route in Enum.GetValues<DoseRoute>() from withTherapy in new[] { false, true } select new Treatment(Drug.Racemic, route, LabelStatus.OffLabel, withTherapy),
        new(Drug.Esketamine, DoseRoute.Iv, LabelStatus.OffLabel, WithTherapy: false),
        new(Drug.Esketamine, DoseRoute.Nasal, LabelStatus.OnLabel, WithTherapy: false),
    ];

    [Fact]
    public void Read_at_or_below_grade_8_in_English_whatever_the_treatment()
    {
        var texts = (from treatment in Treatments
                     from form in Content.Consents.Items.Where(form => form.Language == "en" && form.Label == treatment.Label)
                     select ($"{form.Id} for {treatment}", ReadingGrade.Of(Lines(form.As(treatment)))))
            .Concat(from treatment in Treatments
                    from text in Content.Educations.Items.Where(text => text.Language == "en" && Told.Contains(text.Id))
                    select ($"{text.Id} for {treatment}", ReadingGrade.Of(Lines(text, treatment))))
            .ToList();

        foreach (var (id, grade) in texts)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{id}: grade {grade:0.0}"));
        Assert.Equal(Treatments.Count() * 6, texts.Count);
        Assert.All(texts, text => Assert.InRange(text.Item2, 0, EighthGrade));
    }

    [Fact]
    public void Ask_back_two_to_four_questions_that_read_at_or_below_grade_6()
    {
        var asking = Content.Educations.Items.Where(text => text.Questions.Count > 0).ToList();

        Assert.Equal(["after-visit", "expect", "prepare"], asking.Where(text => text.Language == "en").Select(text => text.Id).Order(StringComparer.Ordinal));
        Assert.All(asking, text => Assert.InRange(text.Questions.Count, 2, 4));
        Assert.All(asking.Where(text => text.Language == "en"), text => Assert.True(ReadingGrade.Of(Lines(text.Questions)) <= SixthGrade, text.Id));
    }

    [Fact]
    public void Have_the_same_keys_scopes_and_sources_in_Spanish() => Assert.DoesNotContain(
        Content.Library.Faults, fault => fault.Code is "LIB180" or "LIB181");

    [Fact]
    public void Speak_formally_in_Spanish() => Assert.All(
        Content.Educations.Items.Where(text => text.Language == "es").SelectMany(text => text.Sections.SelectMany(section => section.Paragraphs)).Select(paragraph => paragraph.Says)
            .Concat(Content.Educations.Items.Where(text => text.Language == "es").SelectMany(text => Lines(text.Questions)))
            .Concat(Content.Consents.Items.Where(form => form.Language == "es").SelectMany(Lines)),
        says => Assert.DoesNotContain(Words(says), word => word is "tú" or "tu" or "tus" or "te" or "ti" or "tienes" or "puedes" or "vosotros"));

    [Fact]
    public void Cite_a_source_for_every_sentence_told() => Assert.All(
        Content.Educations.Items.SelectMany(text => text.Sections).SelectMany(section => section.Paragraphs),
        paragraph => Assert.NotEmpty(paragraph.Because));

    [Fact]
    public void Ask_only_for_words_that_a_plan_has() => Assert.All(
        Content.Educations.Items.SelectMany(text => text.Sections).SelectMany(section => section.Paragraphs),
        paragraph => Assert.Subset(PlanWords.Names.ToHashSet(), Placeholders.In(paragraph.Says).ToHashSet()));

    [Fact]
    public void Give_the_numbers_of_the_plan()
    {
        Assert.Equal(
            ["The drug runs for about 40 minutes. We watch over you for at least 60 more. The whole visit takes 2–3 hours."],
            Part("faq", "faq-how-long", "TRD-IV-STD"));
        Assert.Contains("We plan 6 sessions, twice a week. The first day is March 9, 2026.", Part("expect", "plan", "TRD-IV-STD"));
        Assert.Contains(
            "We take your blood pressure 5, 10 and 15 minutes after the start, then every 10 minutes. We do it more often if it goes up. The cuff squeezes your arm for a moment.",
            Part("expect", "checks", "TRD-IV-STD"));
        Assert.Contains("Planeamos 3 sesiones, cada dos semanas. El primer día es el 9 de marzo de 2026.", Part("expect", "plan", "KAP-IM", "es"));
    }

    [Fact]
    public void Name_the_clinics_phone_or_say_how_to_get_it()
    {
        Assert.Contains(Part("faq", "faq-not-better", "KAP-IM"), says => says.Contains("Call the clinic at (312) 555-0147."));
        Assert.Contains(Part("faq", "faq-not-better", "KAP-IM", phone: null), says => says.Contains("Ask at the front desk for the clinic’s phone number"));
    }

    [Theory]
    [InlineData("en", "magnetic pulses (TMS)", "(312) 555-0147")]
    [InlineData("es", "pulsos magnéticos (EMT)", "(312) 555-0147")]
    public void Name_other_ways_and_whom_to_call_to_somebody_who_is_not_eligible(string language, string way, string phone)
    {
        var told = Expectations.For(Treatment.Of(Content.Protocol("TRD-IV-STD")), Text("alternatives", language), phone);

        Assert.Contains(told.Single(section => section.Id == "other-ways").Paragraphs, says => says.Contains(way, StringComparison.Ordinal));
        Assert.Contains(told.Single(section => section.Id == "keep").Paragraphs, says => says.Contains(phone, StringComparison.Ordinal));
        Assert.True(told.Single(section => section.Id == "urgent").Urgent);
    }

    [Fact]
    public void Warn_of_pharmacy_made_drug_only_where_it_is_used()
    {
        var nasal = new Treatment(Drug.Racemic, DoseRoute.Nasal, LabelStatus.OffLabel, WithTherapy: false);

        Assert.Contains(Text("faq").Sections.Single(section => section.Id == "faq-approved").Paragraphs.Where(paragraph => paragraph.Holds(nasal)), paragraph => paragraph.Says.Contains("pharmacy"));
        Assert.DoesNotContain(Part("faq", "faq-approved", "TRD-ESK-IN"), says => says.Contains("pharmacy"));
        Assert.DoesNotContain(Part("faq", "faq-approved", "TRD-IV-STD"), says => says.Contains("pharmacy"));
    }

    private static IReadOnlyList<string> Part(string text, string section, string protocol, string language = "en", string? phone = "(312) 555-0147")
    {
        var plan = PlanExample.Sign(PlanExample.Draft(protocol), PlanExample.Ground(protocol)).Value!;
        return Expectations.For(plan, Content.Protocol(protocol), Text(text, language), Facts(protocol) with { ClinicPhone = phone })
            .Single(each => each.Id == section).Paragraphs;
    }

    private static EducationText Text(string id, string language = "en") => Content.Educations.Items.Single(text => text.Id == id && text.Language == language);

    private static EducationFacts Facts(string protocol) => new()
    {
        PatientFirstName = "Mara",
        ClinicPhone = "(312) 555-0147",
        Rounds = Content.Library.Packs.Single(pack => pack.Value!.Id == Content.Protocol(protocol).Monitoring).Value!.Schedule,
    };

    private static IEnumerable<string> Words(string says) => says.ToLowerInvariant().Split([' ', ',', '.', '?', '¿', '!', ';', ':'], StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Lines(ConsentForm form) =>
    [
        .. form.Sections.SelectMany(section => section.Paragraphs).Select(paragraph => paragraph.Says),
        .. form.Statements.Select(statement => statement.Says),
        .. form.Permissions.Select(permission => permission.Asks),
        .. Lines(form.Questions),
    ];

    private static IEnumerable<string> Lines(IEnumerable<TeachBack> questions) => questions.SelectMany(question => new[] { question.Asks, question.WhenWrong });

    private static IEnumerable<string> Lines(EducationText text, Treatment treatment) =>
        text.Sections.SelectMany(section => section.Paragraphs).Where(paragraph => paragraph.Holds(treatment)).Select(paragraph => paragraph.Says);
}

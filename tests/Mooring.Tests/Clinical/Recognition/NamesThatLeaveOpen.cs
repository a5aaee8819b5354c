using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Rules;

namespace Mooring.Tests.Clinical.Recognition;

/// <summary>
/// A name for a dangerous thing and a harmless one leaves the dangerous one open, in English and Spanish and with the code that says no more, until
/// the entry says which it is.
/// </summary>
public class NamesThatLeaveOpen
{
    private static readonly Vocabulary Words = ScreeningContent.Library.Words;

    [Theory]
    [InlineData("Stroke", "intracerebral-hemorrhage")]
    [InlineData("CVA in 2019", "intracerebral-hemorrhage")]
    [InlineData("History of stroke", "intracerebral-hemorrhage")]
    [InlineData("Ictus", "intracerebral-hemorrhage")]
    [InlineData("EVC hace 3 años", "intracerebral-hemorrhage")]
    [InlineData("Accidente cerebrovascular", "intracerebral-hemorrhage")]
    [InlineData("Stroke; myocardial infarction", "intracerebral-hemorrhage")]
    [InlineData("Stroke, rule out ischemic", "intracerebral-hemorrhage")]
    [InlineData("Traumatic brain injury", "intracerebral-hemorrhage")]
    [InlineData("Golpe en la cabeza", "other-intracranial-hemorrhage")]
    [InlineData("Brain surgery 2012", "aneurysm-or-avm")]
    [InlineData("Cirugía de cerebro", "raised-intracranial-pressure")]
    [InlineData("Mass in head", "raised-intracranial-pressure")]
    [InlineData("Arrhythmia", "unstable-cardiac-disease")]
    [InlineData("Arritmia", "unstable-cardiac-disease")]
    [InlineData("Irregular heartbeat", "unstable-cardiac-disease")]
    [InlineData("Heart murmur", "unstable-cardiac-disease")]
    [InlineData("Soplo en el corazón", "unstable-cardiac-disease")]
    [InlineData("Chest pain", "unstable-cardiac-disease")]
    [InlineData("Dolor de pecho", "unstable-cardiac-disease")]
    [InlineData("Blood clot", "recent-cardiovascular-event")]
    [InlineData("Palpitations", "stable-cardiac-disease")]
    [InlineData("Desmayos", "stable-cardiac-disease")]
    [InlineData("Glaucoma", "raised-eye-pressure")]
    [InlineData("Eye pressure", "raised-eye-pressure")]
    [InlineData("Presión alta en el ojo", "raised-eye-pressure")]
    [InlineData("Liver disease", "severe-liver-disease")]
    [InlineData("Problema del hígado", "decompensated-cirrhosis")]
    [InlineData("Hepatitis", "severe-liver-disease")]
    [InlineData("Cistitis", "interstitial-cystitis")]
    [InlineData("Trouble breathing", "severe-lung-disease")]
    [InlineData("Overdose", "substance-use-disorder")]
    [InlineData("Sobredosis", "intoxication")]
    [InlineData("Alcohol use", "substance-use-disorder")]
    [InlineData("Alcohol abuse", "substance-use-disorder")]
    [InlineData("Street drugs", "substance-use-disorder")]
    [InlineData("Consumo de cocaína", "substance-use-disorder")]
    [InlineData("Special K", "ketamine-use-disorder")]
    [InlineData("PCP use", "ketamine-use-disorder")]
    [InlineData("Mood disorder", "bipolar-disorder")]
    [InlineData("Cambios de humor", "bipolar-disorder")]
    [InlineData("Psychiatric hospitalization", "psychotic-disorder")]
    [InlineData("Internamiento psiquiátrico", "mania")]
    [InlineData("Memory loss", "dementia-or-delirium")]
    [InlineData("Missed period", "pregnancy")]
    [InlineData("Retraso menstrual", "pregnancy")]
    [InlineData("Personality disorder", "personality-or-dissociative")]
    [InlineData("Lesión de la columna", "spinal-cord-injury")]
    public void Are_neither_there_nor_absent(string text, string set) => Assert.Equal(Finding.Unknown, Judge(set, text));

    [Theory]
    [InlineData("Ischemic stroke", "intracerebral-hemorrhage", Finding.NotMet)]
    [InlineData("CVA (ischemic stroke)", "intracerebral-hemorrhage", Finding.NotMet)]
    [InlineData("Stroke, blood vessel was blocked", "intracerebral-hemorrhage", Finding.NotMet)]
    [InlineData("Ictus isquémico", "intracerebral-hemorrhage", Finding.NotMet)]
    [InlineData("Hemorrhagic stroke", "intracerebral-hemorrhage", Finding.Met)]
    [InlineData("EVC hemorrágico", "intracerebral-hemorrhage", Finding.Met)]
    [InlineData("Heat stroke", "intracerebral-hemorrhage", Finding.NotMet)]
    [InlineData("Mini stroke", "intracerebral-hemorrhage", Finding.NotMet)]
    [InlineData("Mother had a stroke", "intracerebral-hemorrhage", Finding.NotMet)]
    [InlineData("Mild traumatic brain injury", "intracerebral-hemorrhage", Finding.NotMet)]
    [InlineData("Concussion", "intracerebral-hemorrhage", Finding.NotMet)]
    [InlineData("Atrial arrhythmia", "unstable-cardiac-disease", Finding.NotMet)]
    [InlineData("Arritmia no controlada", "unstable-cardiac-disease", Finding.Met)]
    [InlineData("Innocent murmur", "unstable-cardiac-disease", Finding.NotMet)]
    [InlineData("Musculoskeletal chest pain", "unstable-cardiac-disease", Finding.NotMet)]
    [InlineData("Open-angle glaucoma", "raised-eye-pressure", Finding.NotMet)]
    [InlineData("Angle-closure glaucoma", "raised-eye-pressure", Finding.Met)]
    [InlineData("Fatty liver disease", "severe-liver-disease", Finding.NotMet)]
    [InlineData("Chronic hepatitis C", "severe-liver-disease", Finding.NotMet)]
    [InlineData("Social alcohol use", "substance-use-disorder", Finding.NotMet)]
    [InlineData("Denies alcohol use", "substance-use-disorder", Finding.NotMet)]
    [InlineData("Vasovagal syncope", "stable-cardiac-disease", Finding.NotMet)]
    [InlineData("Acute cystitis", "interstitial-cystitis", Finding.NotMet)]
    [InlineData("Ketamine use for depression", "ketamine-use-disorder", Finding.NotMet)]
    [InlineData("Recreational ketamine use", "ketamine-use-disorder", Finding.Met)]
    public void Say_which_it_is_with_a_word_more(string text, string set, Finding expected) => Assert.Equal(expected, Judge(set, text));

    [Theory]
    [InlineData("Stroke", "I63.9", "intracerebral-hemorrhage", Finding.Unknown)]
    [InlineData("I63.9", "I63.9", "intracerebral-hemorrhage", Finding.Unknown)]
    [InlineData("Cerebral infarction, unspecified", "I63.9", "intracerebral-hemorrhage", Finding.NotMet)]
    [InlineData("Stroke", "I63.312", "intracerebral-hemorrhage", Finding.NotMet)]
    [InlineData("Stroke", "I64", "intracerebral-hemorrhage", Finding.Unknown)]
    [InlineData("Stroke", "I61.9", "intracerebral-hemorrhage", Finding.Met)]
    [InlineData("History of stroke", "Z86.73", "intracerebral-hemorrhage", Finding.Unknown)]
    [InlineData("Head injury", "S09.90XA", "intracerebral-hemorrhage", Finding.Unknown)]
    [InlineData("Head injury", "S06.0X0A", "intracerebral-hemorrhage", Finding.NotMet)]
    [InlineData("Arrhythmia", "I49.9", "unstable-cardiac-disease", Finding.Unknown)]
    [InlineData("Arrhythmia", "I48.91", "unstable-cardiac-disease", Finding.NotMet)]
    [InlineData("Glaucoma", "H40.9", "raised-eye-pressure", Finding.Unknown)]
    [InlineData("Glaucoma", "H40.1131", "raised-eye-pressure", Finding.NotMet)]
    [InlineData("Alcohol abuse", "F10.10", "substance-use-disorder", Finding.NotMet)]
    [InlineData("Cannabis use", "F12.90", "substance-use-disorder", Finding.Unknown)]
    public void Are_settled_by_a_code_that_says_more(string text, string code, string set, Finding expected) => Assert.Equal(expected, Judge(set, text, code));

    [Theory]
    [InlineData("Head injury")]
    [InlineData("Special K")]
    [InlineData("Ictus")]
    public void Are_recognized_so_that_they_leave_nothing_else_open(string text) =>
        Assert.True(Words.Recognizer.Of(new Condition(text, null, null, ConditionStatus.Active)).IsRecognized);

    [Fact]
    public void Are_named_in_the_finding()
    {
        var judged = new ConditionIn { In = "intracerebral-hemorrhage" }.Judge(Context("Stroke in 2019", null));

        Assert.Equal(new FactUsed("Stroke in 2019", "“stroke” leaves open whether it is so"), Assert.Single(judged.Facts));
        Assert.True(judged.IsUnclear);
    }

    // What nobody knows as a medicine may be any medicine.
    [Theory]
    [InlineData("Nerve pill")]
    [InlineData("Pastillas para los nervios")]
    [InlineData("Sleeping pill")]
    [InlineData("Pastillas para dormir")]
    [InlineData("Heart pill")]
    [InlineData("Antidepressant")]
    [InlineData("Antidepresivo")]
    [InlineData("Street drugs")]
    [InlineData("Painkiller")]
    public void Leave_every_medicine_open_when_only_the_use_is_named(string text) =>
        Assert.False(Words.Recognizer.Of(new Medicine(text, null, IsTaken: true)).IsRecognized);

    [Theory]
    [InlineData("Blood thinner", "anticoagulants")]
    [InlineData("MAOI", "mao-inhibitors")]
    [InlineData("IMAO", "mao-inhibitors")]
    [InlineData("Benzos", "benzodiazepines")]
    [InlineData("SSRI", "oral-antidepressants")]
    public void Meet_the_rule_when_the_whole_class_is_named(string text, string set) =>
        Assert.Contains(set, Words.Recognizer.Of(new Medicine(text, null, IsTaken: true)).Sets);

    private static Finding Judge(string set, string text, string? code = null) => new ConditionIn { In = set }.Judge(Context(text, code)).Finding;

    private static RuleContext Context(string text, string? code) => new(new()
    {
        Conditions = FactList<Condition>.Reviewed([new(text, code, null, ConditionStatus.Active)]),
    }, new() { Id = "case", Drug = Drug.Racemic, Routes = [default(DoseRoute)] }, Words, RuleCase.On);
}

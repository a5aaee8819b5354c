using Mooring.Clinical.Recognition;

namespace Mooring.Tests.Clinical.Recognition;

/// <summary>A few names, and all the words of the content that stand beside them: what the reading itself does, whatever is listed.</summary>
internal static class SmallLexicon
{
    public static Lexicon Lexicon { get; } = new()
    {
        MedicineSets = [Set("mao-inhibitors"), Set("benzodiazepines"), Set("opioids"), Set("naltrexone"), Set("theophylline"), Set("ketamine-or-excipient")],
        Ingredients =
        [
            Is("phenelzine", ["mao-inhibitors"], brands: ["Nardil"], rxnorm: "8123"), Is("alprazolam", ["benzodiazepines"], brands: ["Xanax", "Tafil"], rxnorm: "596", also: ["197901"]),
            Is("buprenorphine", ["opioids"], brands: ["Subutex"]), Is("naloxone", []), Is("hydrocodone", ["opioids"]), Is("acetaminophen", [], names: ["paracetamol", "apap"], brands: ["Tylenol"]),
            Is("theophylline", ["theophylline"]), Is("sertraline", [], brands: ["Zoloft"]), Is("lithium", []), Is("st john's wort", [], es: ["hierba de San Juan"]),
            Is("methylphenidate", []), Is("vitamin d", [], names: ["vitamin d3"]), Is("loratadine", [], brands: ["Claritin"]), Is("ketamine", ["ketamine-or-excipient"]),
        ],
        Products = [new() { Name = "Suboxone", Of = ["buprenorphine", "naloxone"], Checked = HowChecked.GeneralKnowledge }],
        ConditionSets =
        [
            new() { Id = "intracerebral-hemorrhage", Title = "Bleeding", Class = ConditionClass.BrainVessels, Icd10cm = ["I61", "I69.1"], Snomed = ["274100004"], Names = ["intracerebral hemorrhage", "hemorrhagic stroke", "brain bleed"], Es = ["hemorragia cerebral", "derrame cerebral"], Checked = HowChecked.GeneralKnowledge },
            new() { Id = "aneurysm-or-avm", Title = "Aneurysm", Class = ConditionClass.BrainVessels, Icd10cm = ["I67.1"], Names = ["aneurysm", "brain aneurysm", "AVM", "arteriovenous malformation"], Es = ["aneurisma"], Checked = HowChecked.GeneralKnowledge },
            new() { Id = "stroke", Title = "Stroke", Class = ConditionClass.BrainVessels, Icd10cm = ["I63"], Names = ["stroke"], Not = ["stroke volume"], Checked = HowChecked.GeneralKnowledge },
            new() { Id = "pregnancy", Title = "Pregnancy", Class = ConditionClass.Pregnancy, Icd10cm = ["O"], Except = ["O99.34", "O90"], Names = ["pregnancy", "pregnant"], Es = ["embarazo"], Checked = HowChecked.GeneralKnowledge },
            new() { Id = "psychotic-disorder", Title = "Psychosis", Class = ConditionClass.Psychosis, Icd10cm = ["F20", "F29"], Names = ["schizophrenia", "psychosis"], Es = ["esquizofrenia"], Checked = HowChecked.GeneralKnowledge },
            new() { Id = "alcohol", Title = "Alcohol", Class = ConditionClass.Substance, Icd10cm = ["F10"], Names = ["alcohol use disorder", "alcohol dependence"], Checked = HowChecked.GeneralKnowledge },
            new() { Id = "cirrhosis", Title = "Cirrhosis", Class = ConditionClass.Liver, Icd10cm = ["K74"], Names = ["cirrhosis"], Es = ["cirrosis"], Checked = HowChecked.GeneralKnowledge },
            new() { Id = "porphyria", Title = "Porphyria", Class = ConditionClass.Metabolic, Names = ["acute porphyria"], Checked = HowChecked.GeneralKnowledge },
        ],
        KnownConditions =
        [
            new() { Name = "sinusitis", Checked = HowChecked.GeneralKnowledge }, new() { Name = "heat stroke", Checked = HowChecked.GeneralKnowledge },
            new() { Name = "depression", Snomed = ["35489007"], Checked = HowChecked.GeneralKnowledge }, new() { Name = "post-traumatic stress disorder", Checked = HowChecked.GeneralKnowledge },
        ],
        Allergens = [new() { Name = "peanut", Checked = HowChecked.GeneralKnowledge }],
        Statuses = ScreeningContent.Library.Words.Recognizer.Lexicon.Statuses,
        Hints = [new() { Stems = ["hepat", "liver", "hígado"], Classes = [ConditionClass.Liver] }, new() { Stems = ["psych"], Classes = [ConditionClass.Psychosis] }],
        Beside = ScreeningContent.Library.Words.Recognizer.Lexicon.Beside,
    };

    public static Recognizer Recognizer { get; } = new(Lexicon);

    private static MedicineSet Set(string id) => new() { Id = id, Title = id };

    private static Ingredient Is(
        string name, IReadOnlyList<string> sets, IReadOnlyList<string>? names = null, IReadOnlyList<string>? brands = null, IReadOnlyList<string>? es = null, string? rxnorm = null,
        IReadOnlyList<string>? also = null) => new()
        {
            Name = name,
            Sets = sets,
            Names = names ?? [],
            Brands = brands ?? [],
            Es = es ?? [],
            Rxnorm = rxnorm,
            RxnormAlso = also ?? [],
            Checked = HowChecked.GeneralKnowledge,
        };
}

using Mooring.Clinical.Recognition;
using Mooring.Clinical.Rules;
using Mooring.Content.Library;
using Mooring.Content.Yaml;

namespace Mooring.Content.Checks;

/// <summary>Every set, measure, question and unit that a rule names must be in the vocabulary.</summary>
internal static class WordCheck
{
    public static IEnumerable<LibraryFault> Faults(ClinicalLibrary library) =>
        (from rule in library.Rules.Values
         from says in Wrong(rule.Value, library)
         select new LibraryFault(says.Code, rule.File, 0, says.Says)).Concat(Told(library));

    // What a gate tells the rules must be a measure that they can read.
    private static IEnumerable<LibraryFault> Told(ClinicalLibrary library) =>
        from pack in library.Packs
        from gate in pack.Value?.Gates ?? []
        where gate.Tells is { } tells && library.Words.Measures.GetValueOrDefault(tells.Measure) is not { From: MeasureFrom.Observation }
        select new LibraryFault("LIB133", pack.File, 0, $"The gate '{gate.Id}' tells '{gate.Tells!.Measure}', which is no measure of an observation in codes.") { Near = gate.Id };

    private static IEnumerable<(string Code, string Says)> Wrong(ScreeningRule rule, ClinicalLibrary library)
    {
        var words = library.Words;
        if (rule.Grades.Count == 0)
            yield return ("LIB130", "A rule needs at least one grade.");

        foreach (var part in rule.Grades.SelectMany(grade => grade.When.Parts()))
        {
            var wrong = part switch
            {
                ConditionIn asked when words.Sets.GetValueOrDefault(asked.In) is not { Of: EntryKind.Condition } => ("LIB131", $"'{asked.In}' is no value set of conditions in vocabulary."),
                MedicineIn asked when words.Sets.GetValueOrDefault(asked.In) is not { Of: EntryKind.Medicine } => ("LIB131", $"'{asked.In}' is no value set of medicines in vocabulary."),
                AllergyTo asked when words.Sets.GetValueOrDefault(asked.In) is not { Of: EntryKind.Medicine } => ("LIB131", $"'{asked.In}' is no value set of medicines in vocabulary."),
                AnswerIs asked when !words.Questions.ContainsKey(asked.To) => ("LIB132", $"The question '{asked.To}' is not in codes."),
                OlderThan asked when !words.Measures.ContainsKey(asked.What) => ("LIB133", $"The measure '{asked.What}' is not in codes."),
                Compare asked when !words.Measures.ContainsKey(asked.What) => ("LIB133", $"The measure '{asked.What}' is not in codes."),
                Compare asked when asked.Limits.Count != 1 => ("LIB134", $"Comparing '{asked.What}' needs exactly one limit."),
                Compare asked when asked.Limits[0].Unit != words.Measures[asked.What].Unit =>
                    ("LIB135", $"The limit of '{asked.What}' is in {asked.Limits[0].Unit}; the measure is in {words.Measures[asked.What].Unit}."),
                DosedBefore asked when asked.Within is null == asked.LastOver is null => ("LIB137", "dosed needs either within or last-over."),
                DosedBefore or CourseReached when !words.Questions.ContainsKey(DosedBefore.Elsewhere) => ("LIB132", $"The question '{DosedBefore.Elsewhere}' is not in codes."),
                BandIs asked when !library.Instruments.ContainsKey(asked.Of) => ("LIB136", $"The instrument '{asked.Of}' is not in the library."),
                _ => default,
            };
            if (wrong != default)
                yield return wrong;
        }

        foreach (var name in rule.Cases.SelectMany(each => each.Given.Measured.Keys).Where(name => !words.Measures.ContainsKey(name)))
            yield return ("LIB133", $"A case measures '{name}', which is not in codes.");
    }
}

using Mooring.Clinical;
using Mooring.Clinical.Recognition;
using Mooring.Content.Checks;
using Mooring.Content.Library;
using Mooring.Content.Yaml;

namespace Mooring.Content;

/// <summary>Everything the checker finds in a content folder: reading, names, citations, and every rule worked on its cases.</summary>
/// <param name="Kinds">How often each kind of ground is cited.</param>
public sealed record ContentCheck(ClinicalLibrary Library, IReadOnlyList<LibraryFault> Faults, IReadOnlyDictionary<BasisKind, int> Kinds)
{
    public bool IsSound => Faults.Count == 0;

    /// <summary>Cases are worked only in a library that was read without fault; before that they would mislead.</summary>
    /// <param name="before">Texts that were read before and need not be read again.</param>
    public static ContentCheck Of(string folder, FilesRead? before = null)
    {
        var library = LibraryLoad.From(folder, before);
        IReadOnlyList<LibraryFault> faults = library.IsSound ? FaultPlaces.Placed([.. RuleCheck.Faults(library), .. RuleConflicts.Faults(library), .. CodeListCheck.Faults(library)], library.Texts, library.Written) : library.Faults;
        return new(library, faults, CitationCheck.Kinds(library));
    }

    /// <summary>What is recognized, counted by value set and by class, with how it was checked.</summary>
    public IReadOnlyList<VocabularyCount> Vocabulary { get; } = VocabularyCount.In(Library.Words.Recognizer.Lexicon);

    /// <summary>How much each value set knows, and from where.</summary>
    public IReadOnlyList<ValueSetCount> ValueSets { get; } = ValueSetCount.In(Library.Words.Recognizer.Lexicon);

    /// <summary>Every count by its name, in the order it is shown.</summary>
    public IReadOnlyDictionary<string, int> Counts => new OrderedDictionary<string, int>(StringComparer.Ordinal)
    {
        ["protocols"] = Library.Protocols.Count,
        ["rules"] = Library.Rules.Count,
        ["cases"] = Library.ScreeningRules.Sum(rule => rule.Cases.Count),
        ["instruments"] = Library.Instruments.Count,
        ["forms"] = Library.Forms.Count,
        ["monitoringPacks"] = Library.Packs.Count,
        ["adverseEvents"] = Library.AdverseEvents?.Terms.Count ?? 0,
        ["emergencyCards"] = Library.EmergencyCards.Count,
        ["consentForms"] = Library.Consents.Count,
        ["educationTexts"] = Library.Educations.Count,
        ["noteTemplates"] = Library.Notes.Count,
        ["letters"] = Library.Letters.Count,
        ["kineticModels"] = Library.Kinetics.All.Count,
        ["deviceProfiles"] = Library.DeviceProfiles.Count,
        ["sets"] = Library.Words.Sets.Count,
        ["ingredients"] = Library.Words.Recognizer.Lexicon.Ingredients.Count,
        ["medicineNames"] = NamesOf(EntryKind.Medicine),
        ["conditionNames"] = NamesOf(EntryKind.Condition),
        ["namesFromGeneralKnowledge"] = Vocabulary.Sum(group => group.GeneralKnowledge),
        ["references"] = Library.References.Count,
        ["uncheckedReferences"] = Library.References.Values.Count(source => !source.Value.Checked),
        ["claims"] = Kinds.Values.Sum(),
        ["localChoices"] = Kinds.GetValueOrDefault(BasisKind.LocalChoice),
        ["generalKnowledge"] = Kinds.GetValueOrDefault(BasisKind.GeneralKnowledge),
        ["files"] = Library.Review.Hashes.Count,
        ["unreviewedFiles"] = Library.Review.Unreviewed.Count,
    };

    private int NamesOf(EntryKind of) => Vocabulary.Where(group => group.Of == of).Sum(group => group.Names);
}

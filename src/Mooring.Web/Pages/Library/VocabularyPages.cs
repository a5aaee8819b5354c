using Mooring.Clinical.Recognition;
using Mooring.Content.Library;
using Mooring.Content.Reading;
using Mooring.Content.Yaml;

namespace Mooring.Web.Pages.Library;

/// <summary>What is recognized, file by file, with how each name was checked.</summary>
internal static class VocabularyPages
{
    public static IEnumerable<(string Id, string Title, string File, IReadOnlyList<ContentNode> Parts)> Of(ClinicalLibrary library, ContentTree tree)
    {
        var lexicon = library.Words.Recognizer.Lexicon;
        return
        [
            .. Files<MedicineList>(library, "medicines").Select(file => ($"medicines-{Name(file.File)}", file.Value.Title, file.File, tree.Parts(file.Value, nameof(MedicineList.Title)))),
            .. Files<ConditionList>(library, "conditions").Select(file => ($"conditions-{Name(file.File)}", file.Value.Title, file.File, tree.Parts(file.Value, nameof(ConditionList.Title)))),
            ("sets", "Value sets of medicines", $"{VocabularyContent.Folder}/sets.yaml", Listed(tree, lexicon.MedicineSets)),
            ("statuses", "How a text says that something is over, denied or a relative's", $"{VocabularyContent.Folder}/statuses.yaml", tree.Parts(lexicon.Statuses)),
            ("unclear", "Names that may mean a dangerous thing or a harmless one", $"{VocabularyContent.Folder}/unclear.yaml", Listed(tree, lexicon.UnclearConditions)),
            ("hints", "What an unrecognized text may be about", $"{VocabularyContent.Folder}/hints.yaml", Listed(tree, lexicon.Hints)),
            ("stems", "Endings of names that classes of medicines share", $"{VocabularyContent.Folder}/stems.yaml", Listed(tree, lexicon.MedicineStems)),
            ("allergens", "Allergies to other things than medicines", $"{VocabularyContent.Folder}/allergens.yaml", Listed(tree, lexicon.Allergens)),
            ("words", "Words that stand beside a name", $"{VocabularyContent.Folder}/words.yaml", tree.Parts(lexicon.Beside)),
        ];
    }

    private static IEnumerable<(string File, T Value)> Files<T>(ClinicalLibrary library, string folder)
        where T : class =>
        from text in library.Texts
        where text.Key.StartsWith($"{VocabularyContent.Folder}/{folder}/", StringComparison.Ordinal)
        let read = StrictYaml.ReadText<T>(text.Value, text.Key).Value
        where read is not null
        orderby text.Key
        select (text.Key, read);

    private static IReadOnlyList<ContentNode> Listed<T>(ContentTree tree, IReadOnlyList<T> all)
        where T : notnull => [new("List") { Parts = [.. all.Select(each => new ContentNode("") { Parts = tree.Parts(each) })] }];

    private static string Name(string file) => Path.GetFileNameWithoutExtension(file);
}

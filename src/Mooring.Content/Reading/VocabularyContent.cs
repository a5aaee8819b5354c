using Mooring.Clinical.Recognition;
using Mooring.Content.Yaml;
using YamlDotNet.RepresentationModel;

namespace Mooring.Content.Reading;

/// <summary>The value sets of medicines, by id.</summary>
public sealed record MedicineSetList(IReadOnlyList<MedicineSet> Sets);

public sealed record AllergenList(IReadOnlyList<Allergen> Allergens);

public sealed record UnclearList(IReadOnlyList<UnclearCondition> Unclear);

public sealed record HintList(IReadOnlyList<Hint> Hints);

public sealed record StemList(IReadOnlyList<MedicineStem> Stems);

/// <summary>What is recognized: the files below <c>vocabulary/</c>. A file of one list may be the list itself or name it.</summary>
public static class VocabularyContent
{
    public const string Folder = "vocabulary";

    public static Lexicon Read(ContentReader reader)
    {
        YamlShapes.Add<MedicineSetList>((node, place) => One<MedicineSet>(node, "sets", place) is { } sets ? new MedicineSetList(sets) : null);
        YamlShapes.Add<AllergenList>((node, place) => One<Allergen>(node, "allergens", place) is { } allergens ? new AllergenList(allergens) : null);
        YamlShapes.Add<UnclearList>((node, place) => One<UnclearCondition>(node, "unclear", place) is { } unclear ? new UnclearList(unclear) : null);
        YamlShapes.Add<HintList>((node, place) => One<Hint>(node, "hints", place) is { } hints ? new HintList(hints) : null);
        YamlShapes.Add<StemList>((node, place) => One<MedicineStem>(node, "stems", place) is { } stems ? new StemList(stems) : null);
        var medicines = reader.Each<MedicineList>($"{Folder}/medicines");
        var conditions = reader.Each<ConditionList>($"{Folder}/conditions");
        return new()
        {
            MedicineSets = reader.One<MedicineSetList>($"{Folder}/sets.yaml")?.Value.Sets ?? [],
            Ingredients = [.. medicines.SelectMany(file => file.Value.Ingredients)],
            Products = [.. medicines.SelectMany(file => file.Value.Products)],
            MedicineStems = reader.One<StemList>($"{Folder}/stems.yaml")?.Value.Stems ?? [],
            ConditionSets = [.. conditions.SelectMany(file => file.Value.Sets)],
            KnownConditions = [.. conditions.SelectMany(file => file.Value.Known)],
            UnclearConditions = reader.One<UnclearList>($"{Folder}/unclear.yaml")?.Value.Unclear ?? [],
            Allergens = reader.One<AllergenList>($"{Folder}/allergens.yaml")?.Value.Allergens ?? [],
            Statuses = reader.One<StatusList>($"{Folder}/statuses.yaml")?.Value ?? new(),
            Hints = reader.One<HintList>($"{Folder}/hints.yaml")?.Value.Hints ?? [],
            Beside = reader.One<BesideWords>($"{Folder}/words.yaml")?.Value ?? new Lexicon().Beside,
        };
    }

    private static IReadOnlyList<T>? One<T>(YamlNode node, string name, YamlPlace place)
    {
        if (node is YamlMappingNode { Children.Count: <= 2 } mapping && mapping.Children.TryGetValue(name, out var list)
            && mapping.Children.Keys.All(key => key is YamlScalarNode { Value: var word } && (word == name || word == "title")))
        {
            node = list;
        }

        return YamlShapes.Read(node, typeof(IReadOnlyList<T>), place) as IReadOnlyList<T>;
    }
}

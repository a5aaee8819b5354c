using Mooring.Clinical.Recognition;
using Mooring.Content.Library;
using Mooring.Content.Reading;
using Mooring.Content.Yaml;

namespace Mooring.Content.Checks;

/// <summary>
/// What in the vocabulary contradicts itself: LIB220 to LIB229, and LIB231. A name that stood for two medicines, or for a value set and
/// for "nothing that a rule looks for", would be read as one of them by chance.
/// </summary>
internal static class VocabularyCheck
{
    public static IEnumerable<LibraryFault> Faults(ClinicalLibrary library)
    {
        var lexicon = library.Words.Recognizer.Lexicon;
        return [.. Sets(library, lexicon), .. Medicines(library, lexicon), .. Conditions(library, lexicon), .. UnclearCheck.Faults(library, lexicon), .. Sources(library, lexicon)];
    }

    /// <summary>The references in which names or codes were seen.</summary>
    internal static IEnumerable<string> SeenIn(ClinicalLibrary library)
    {
        var lexicon = library.Words.Recognizer.Lexicon;
        return [.. lexicon.Ingredients.SelectMany(each => (string?[])[each.SeenIn, each.RxnormSeenIn]).Concat(lexicon.Products.Select(each => each.SeenIn))
            .Concat(lexicon.MedicineStems.Select(each => each.SeenIn))
            .Concat(lexicon.ConditionSets.Select(each => each.SeenIn)).Concat(lexicon.KnownConditions.Select(each => each.SeenIn))
            .Concat(lexicon.UnclearConditions.Select(each => each.SeenIn)).Concat(lexicon.Allergens.Select(each => each.SeenIn)).OfType<string>()];
    }

    private static IEnumerable<LibraryFault> Sets(ClinicalLibrary library, Lexicon lexicon)
    {
        var sets = lexicon.MedicineSets.Select(set => set.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (ingredient, set) in lexicon.Ingredients.SelectMany(ingredient => ingredient.Sets.Where(set => !sets.Contains(set)).Select(set => (ingredient, set))))
            yield return In(library, "LIB220", set, $"'{ingredient.Name}' belongs to '{set}', which is no set of vocabulary/sets.yaml.", ingredient.Name);
        foreach (var stem in lexicon.MedicineStems.Where(stem => !sets.Contains(stem.Of)))
            yield return In(library, "LIB220", stem.Of, $"The ending '{string.Join("', '", stem.Ends)}' belongs to '{stem.Of}', which is no set of vocabulary/sets.yaml.", stem.Of);
        foreach (var twice in Twice(lexicon.MedicineSets.Select(set => set.Id).Concat(lexicon.ConditionSets.Select(set => set.Id))))
            yield return In(library, "LIB120", twice, $"The value set '{twice}' is given twice.", twice);
    }

    private static IEnumerable<LibraryFault> Medicines(ClinicalLibrary library, Lexicon lexicon)
    {
        foreach (var twice in Twice(lexicon.Ingredients.Select(ingredient => ingredient.Name)))
            yield return In(library, "LIB221", twice, $"The ingredient '{twice}' is given twice.", twice);

        var names = lexicon.Ingredients.SelectMany(ingredient => ingredient.AllNames.Select(name => (Name: name, Of: ingredient.Name)))
            .Concat(lexicon.Products.SelectMany(product => product.Names.Append(product.Name).Select(name => (Name: name, Of: string.Join(" + ", product.Of.Order(StringComparer.Ordinal))))));
        foreach (var same in names.GroupBy(name => Key(name.Name, Folding.Medicine)))
        {
            if (same.Key.Length == 0)
                yield return In(library, "LIB222", same.First().Name, $"'{same.First().Name}' of '{same.First().Of}' holds no letter.", same.First().Name);
            else if (same.Select(name => name.Of).Distinct(StringComparer.OrdinalIgnoreCase).Skip(1).Any())
                yield return In(library, "LIB222", same.Last().Name, $"'{same.Last().Name}' stands for {string.Join(" and for ", same.Select(name => name.Of).Distinct())}.", same.Last().Of);
            else if (Twice(same.Select(name => name.Name)).FirstOrDefault() is { } twice)
                yield return In(library, "LIB223", twice, $"'{twice}' of '{same.First().Of}' is given twice.", same.First().Of);
        }

        var known = lexicon.Ingredients.Select(ingredient => ingredient.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (product, part) in lexicon.Products.SelectMany(product => product.Of.Where(part => !known.Contains(part)).Select(part => (product, part))))
            yield return In(library, "LIB224", product.Name, $"'{product.Name}' is made of '{part}', which is no ingredient.", product.Name);
        foreach (var product in lexicon.Products.Where(product => product.Of.Count == 0))
            yield return In(library, "LIB224", product.Name, $"'{product.Name}' is made of nothing.", product.Name);

        var codes = lexicon.Ingredients.SelectMany(ingredient => ingredient.AllCodes.Select(code => (Code: code, Of: ingredient.Name)))
            .Concat(lexicon.Products.SelectMany(product => product.Rxnorm.Select(code => (Code: code, Of: product.Name)))).ToList();
        foreach (var (code, of) in codes.Where(code => code.Code.Length == 0 || !code.Code.All(char.IsAsciiDigit)))
            yield return In(library, "LIB125", code, $"'{code}' of '{of}' is not an RxNorm number.", code);
        foreach (var same in codes.GroupBy(code => code.Code).Where(same => same.Skip(1).Any()))
            yield return In(library, "LIB225", same.Key, $"RxNorm '{same.Key}' stands for {string.Join(" and for ", same.Select(code => code.Of))}.", same.Last().Of);
    }

    private static IEnumerable<LibraryFault> Conditions(ClinicalLibrary library, Lexicon lexicon)
    {
        var known = lexicon.KnownConditions.SelectMany(each => each.AllNames.Select(name => (Name: name, Key: Key(name, Folding.Condition)))).ToLookup(each => each.Key, each => each.Name);
        foreach (var set in lexicon.ConditionSets)
        {
            var keys = set.AllNames.Select(name => Key(name, Folding.Condition)).ToHashSet(StringComparer.Ordinal);
            foreach (var name in set.AllNames.Where(name => Key(name, Folding.Condition) is var key && (key.Length == 0 || known.Contains(key))))
                yield return In(library, "LIB226", name, $"'{name}' of '{set.Id}' is also known as something that no set holds, or holds no letter.", set.Id);
            foreach (var twice in Twice(set.AllNames.Concat(set.Not)))
                yield return In(library, "LIB223", twice, $"'{twice}' of '{set.Id}' is given twice.", set.Id);
            foreach (var not in set.Not.Where(not => Key(not, Folding.Condition) is var key && !keys.Any(name => key.Contains(name, StringComparison.Ordinal))))
                yield return In(library, "LIB227", not, $"'{not}' is no name of '{set.Id}' and holds none, so 'not' does nothing.", set.Id);
            foreach (var name in set.Lasting.Where(name => !keys.Contains(Key(name, Folding.Condition))))
                yield return In(library, "LIB227", name, $"'{name}' is no name of '{set.Id}', so 'lasting' does nothing.", set.Id);
            foreach (var except in set.Except.Where(except => !set.Icd10cm.Any(prefix => IcdCode.IsBelow(except, prefix))))
                yield return In(library, "LIB228", except, $"'{except}' lies below no code of '{set.Id}', so 'except' does nothing.", set.Id);
        }

        foreach (var same in known.Where(same => same.Skip(1).Any()))
            yield return In(library, "LIB223", same.First(), $"'{same.First()}' is known twice.", same.First());
    }

    private static IEnumerable<LibraryFault> Sources(ClinicalLibrary library, Lexicon lexicon)
    {
        IEnumerable<(string Name, HowChecked Checked, string? SeenIn)> all =
        [
            .. lexicon.Ingredients.Select(each => (each.Name, each.Checked, each.SeenIn)),
            .. lexicon.Ingredients.Where(each => each.RxnormChecked is not null).Select(each => (each.Name, each.RxnormChecked!.Value, each.RxnormSeenIn ?? (each.RxnormChecked == HowChecked.Seen ? each.SeenIn : null))),
            .. lexicon.Products.Select(each => (each.Name, each.Checked, each.SeenIn)),
            .. lexicon.MedicineStems.Select(each => (each.Of, each.Checked, each.SeenIn)),
            .. lexicon.ConditionSets.Select(each => (each.Id, each.Checked, each.SeenIn)),
            .. lexicon.KnownConditions.Select(each => (each.Name, each.Checked, each.SeenIn)),
            .. lexicon.UnclearConditions.Select(each => (each.AllNames.FirstOrDefault() ?? "", each.Checked, each.SeenIn)),
            .. lexicon.Allergens.Select(each => (each.Name, each.Checked, each.SeenIn)),
        ];
        foreach (var (name, how, seenIn) in all)
        {
            if (how == HowChecked.Seen && seenIn is null)
                yield return In(library, "LIB229", name, $"'{name}' is called seen; say in which reference.", name);
            else if (seenIn is not null && !library.References.ContainsKey(seenIn))
                yield return In(library, "LIB229", name, $"'{name}' was seen in '{seenIn}', which is no reference of the library.", name);
        }
    }

    private static IEnumerable<string> Twice(IEnumerable<string> names) =>
        names.GroupBy(name => name.Trim(), StringComparer.OrdinalIgnoreCase).Where(same => same.Skip(1).Any()).Select(same => same.Last());

    private static string Key(string name, Func<string, string> fold) => Phrases.KeyOf(name, fold);

    /// <summary>The fault where it stands: behind the name or id of what it is about, else wherever it is written first.</summary>
    internal static LibraryFault In(ClinicalLibrary library, string code, string near, string says, string of)
    {
        var places = library.Texts.Where(text => text.Key.StartsWith(VocabularyContent.Folder + "/", StringComparison.Ordinal))
            .OrderByDescending(text => text.Key, StringComparer.Ordinal).Select(text => (text.Key, Lines: text.Value.Split('\n'))).ToList();
        foreach (var (file, lines) in places)
        {
            var from = Array.FindLastIndex(lines, line => Names(line, of));
            var at = from < 0 ? -1 : Array.FindIndex(lines, from, line => line.Contains(near, StringComparison.Ordinal));
            if (at >= 0)
                return new(code, file, at + 1, says);
        }

        var first = places.FirstOrDefault(place => place.Lines.Any(line => line.Contains(near, StringComparison.Ordinal)));
        return new(code, first.Key ?? VocabularyContent.Folder, 0, says) { Near = near };
    }

    private static bool Names(string line, string of)
    {
        foreach (var key in (string[])["name: ", "id: "])
        {
            var at = line.IndexOf(key, StringComparison.Ordinal);
            var name = at < 0 ? "" : line[(at + key.Length)..].TrimStart('\'', '"');
            if (name.StartsWith(of, StringComparison.Ordinal) && (name.Length == of.Length || !IsPart(name[of.Length])))
                return true;
        }

        return false;
    }

    private static bool IsPart(char letter) => char.IsLetterOrDigit(letter) || letter is '-' or ' ';
}

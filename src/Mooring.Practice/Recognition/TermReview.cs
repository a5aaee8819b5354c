using System.Globalization;
using System.Text;
using Mooring.Clinical.Recognition;
using Mooring.Storage.Terminology;

namespace Mooring.Practice.Recognition;

/// <summary>Holds a release against our vocabulary: what it knows that nobody here judged, and where the two differ.</summary>
internal static class TermReview
{
    public static IReadOnlyList<JudgedIngredient> Unjudged(TermIndexReader index, Recognizer words) =>
        [.. index.AllLinked().Select(each => words.Judge(new(each.Code, each.Name))).Where(judged => judged.Ours.Count == 0)];

    public static IReadOnlyList<string> Differing(TermKind kind, TermIndexReader index, Recognizer words) => kind switch
    {
        TermKind.Rxnorm => [.. Numbers(index, words)],
        TermKind.Icd10cm => [.. from set in words.Lexicon.ConditionSets
                                from prefix in set.Icd10cm.Concat(set.Except)
                                where prefix.Length >= 3 && index.NameOfPrefix(IcdCode.Bare(prefix)) is null
                                select $"{prefix} of '{set.Id}' is no code of the release."],
        _ => [.. from set in words.Lexicon.ConditionSets
                 from concept in set.Snomed
                 where !index.Has(long.Parse(concept, CultureInfo.InvariantCulture), standing: 1)
                 select $"{concept} of '{set.Id}' is no concept in force in the release."],
    };

    /// <summary>For a pharmacist: one line an ingredient.</summary>
    public static void Write(string file, IReadOnlyList<JudgedIngredient> unjudged) => File.WriteAllLines(
        file,
        unjudged.Select(each => $"{each.Of.Rxnorm},\"{each.Of.Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\",\"{(each.Like is null ? "recognized, in no set" : $"not recognized: named like {each.Like}")}\"").Prepend("rxnorm,name,here"),
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    private static IEnumerable<string> Numbers(TermIndexReader index, Recognizer words)
    {
        foreach (var (ingredient, number) in words.Lexicon.Ingredients.Where(ingredient => ingredient.Rxnorm is not null).Select(ingredient => (ingredient, ingredient.Rxnorm!)))
        {
            var made = index.Linked(long.Parse(number, CultureInfo.InvariantCulture));
            if (made.Count == 0)
                yield return $"{number} of '{ingredient.Name}' is not in the release.";
            else if (!made.Any(each => words.Of(new Clinical.Facts.Medicine(each.Name, null, IsTaken: true)).Ingredients.Contains(ingredient.Name)))
                yield return $"{number} of '{ingredient.Name}' is {string.Join(" and ", made.Select(each => each.Name))} in the release.";
        }
    }
}

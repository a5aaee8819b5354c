using Mooring.Clinical.Facts;
using Mooring.Clinical.Recognition;

namespace Mooring.Clinical.Screening;

/// <summary>Which row of the table a treatment trial is one of.</summary>
/// <param name="Row">As the table calls it; null when no row fits.</param>
/// <param name="IsAntidepressant">Unknown when nothing knows the name.</param>
internal readonly record struct TrialDrug(string? Row, Finding IsAntidepressant);

/// <summary>Reads the name of a tried drug as a chart or a patient writes it: brand, Spanish name, with salt or strength.</summary>
internal static class TrialDrugs
{
    // The value sets whose members are given against depression by themselves.
    private static readonly string[] Sets = ["antidepressants", "oral-antidepressants", "mao-inhibitors"];

    public static TrialDrug Of(string name, IEnumerable<string> rows, IEnumerable<string> notMedicines, Recognizer recognizer)
    {
        var all = rows.ToList();
        if (all.FirstOrDefault(row => string.Equals(row, name.Trim(), StringComparison.OrdinalIgnoreCase)) is { } same)
            return new(same, Finding.Met);

        var read = Read(name, recognizer);
        if (read.Ingredients.Count > 0 && all.Where(row => IsMadeOf(row, read.Ingredients, recognizer)).MinBy(row => row.Length) is { } found)
            return new(found, Finding.Met);

        return new(null, Sets.Any(read.Sets.Contains) ? Finding.Met : read.IsRecognized || Names(name, notMedicines) ? Finding.NotMet : Finding.Unknown);
    }

    private static bool IsMadeOf(string row, IReadOnlyList<string> ingredients, Recognizer recognizer) =>
        Read(row, recognizer).Ingredients.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(ingredients);

    private static bool Names(string text, IEnumerable<string> phrases)
    {
        var index = new PhraseIndex<bool>(Folding.Medicine);
        foreach (var phrase in phrases)
            index.Add(phrase, true);
        return index.Find(TextWord.Of(text, index.Fold)).Any();
    }

    private static RecognizedMedicine Read(string name, Recognizer recognizer) => recognizer.Of(new Medicine(name, RxNorm: null, IsTaken: true));
}

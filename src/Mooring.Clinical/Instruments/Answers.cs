using System.Globalization;

namespace Mooring.Clinical.Instruments;

/// <summary>The answers of a sheet in the order of its items; null where nothing was answered.</summary>
public static class Answers
{
    /// <summary>Reads <c>1,0,-,3</c>; <c>y</c> and <c>n</c> stand for 1 and 0. Refusals: SCR101 for what is no answer.</summary>
    public static Outcome<IReadOnlyList<int?>> Read(string text)
    {
        var answers = new List<int?>();
        var refusals = new List<Refusal>();
        foreach (var (index, word) in text.Split(',', StringSplitOptions.TrimEntries).Index())
        {
            if (word == "-")
                answers.Add(null);
            else if (Value(word) is { } read)
                answers.Add(read);
            else
                refusals.Add(new("SCR101", $"'{word}' is not an answer; give a whole number, y, n, or - for none.", string.Create(CultureInfo.InvariantCulture, $"answers[{index}]")));
        }

        return refusals.Count > 0 ? Outcome<IReadOnlyList<int?>>.Refuse(refusals) : Done(answers);
    }

    /// <summary>The next item to ask, leaving out those that the answers so far make needless; null when all are asked.</summary>
    public static Item? Next(this Instrument instrument, IReadOnlyList<int?> answers) =>
        instrument.Items.Index().FirstOrDefault(each =>
            (each.Index >= answers.Count || answers[each.Index] is null) && instrument.Asks(each.Item, answers) != Finding.NotMet).Item;

    /// <summary>Whether the item is asked at all; unknown while the answer that decides it is missing.</summary>
    internal static Finding Asks(this Instrument instrument, Item item, IReadOnlyList<int?> answers)
    {
        if (item.AskIf is not { } condition)
            return Finding.Met;

        var deciding = instrument.Items.Index().First(each => each.Item.Id == condition.Item).Index;
        return deciding < answers.Count && answers[deciding] is { } answer
            ? answer == condition.Is ? Finding.Met : Finding.NotMet
            : Finding.Unknown;
    }

    private static Outcome<IReadOnlyList<int?>> Done(IReadOnlyList<int?> answers) => answers.ToArray();

    private static int? Value(string word) => word switch
    {
        "y" or "Y" => 1,
        "n" or "N" => 0,
        _ => int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null,
    };
}

namespace Mooring.Clinical.Instruments;

/// <summary>
/// The words of an instrument in one language, supplied by the clinic that is licensed to use them. They change what is
/// read on the screen and nothing of the scoring.
/// </summary>
public sealed record LicensedText
{
    public required string Instrument { get; init; }

    /// <summary><c>en</c> or <c>es</c>.</summary>
    public required string Language { get; init; }

    /// <summary>What lets this clinic use the words: a permission with its date, a contract, an official translation.</summary>
    public required string License { get; init; }

    public string? Notice { get; init; }

    public string? Asks { get; init; }

    /// <summary>Every item by its id.</summary>
    public required IReadOnlyDictionary<string, string> Items { get; init; }

    /// <summary>By value, for all items.</summary>
    public IReadOnlyDictionary<string, string> Choices { get; init; } = Nothing;

    /// <summary>By item, then by value, where they differ from the rest.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> ItemChoices { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);

    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>(StringComparer.Ordinal);

    private bool IsSpanish => Language == "es";

    /// <summary>What does not fit the instrument, in sentences.</summary>
    public IEnumerable<string> Faults(Instrument instrument)
    {
        var items = instrument.Items.ToDictionary(item => item.Id, instrument.ChoicesOf);
        if (Language is not ("en" or "es"))
            yield return $"The language '{Language}' is neither en nor es.";
        foreach (var item in items.Keys.Except(Items.Keys))
            yield return $"The text of item '{item}' is missing.";
        foreach (var item in Items.Keys.Union(ItemChoices.Keys).Except(items.Keys))
            yield return $"There is no item '{item}'.";
        foreach (var value in Choices.Keys.Except(items.Values.SelectMany(choices => choices).Select(Value)))
            yield return $"No item has the answer {value}.";
        foreach (var (item, choices) in ItemChoices.Where(each => items.ContainsKey(each.Key)))
        {
            foreach (var value in choices.Keys.Except(items[item].Select(Value)))
                yield return $"Item '{item}' has no answer {value}.";
        }

        if (IsSpanish && !instrument.HasText)
            yield return "The English text must be there before the Spanish one.";
    }

    /// <summary>The instrument with these words.</summary>
    public Instrument Fill(Instrument instrument) => instrument with
    {
        Notice = Notice ?? instrument.Notice,
        Asks = Asks is { } asks ? Put(instrument.Asks, asks) : instrument.Asks,
        Items = [.. instrument.Items.Select(item => item with { Text = Put(item.Text, Items[item.Id]), Choices = Filled(item.Id, instrument.ChoicesOf(item)) })],
    };

    private Choice[] Filled(string item, IReadOnlyList<Choice> choices)
    {
        var own = ItemChoices.GetValueOrDefault(item, Nothing);
        return [.. choices.Select(choice => (own.GetValueOrDefault(Value(choice)) ?? Choices.GetValueOrDefault(Value(choice))) is { } says
            ? choice with { Text = Put(choice.Text, says) }
            : choice)];
    }

    private Wording Put(Wording? before, string says) => IsSpanish ? new() { En = before?.En ?? says, Es = says } : new() { En = says, Es = before?.Es };

    private static string Value(Choice choice) => choice.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

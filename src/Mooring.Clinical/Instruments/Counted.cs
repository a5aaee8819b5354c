namespace Mooring.Clinical.Instruments;

/// <summary>The answers of a sheet by item, as they count: turned round where an item is reversed, without what was not asked.</summary>
internal sealed class Counted
{
    private readonly Instrument instrument;
    private readonly Dictionary<string, int?> values;

    public Counted(Instrument instrument, IReadOnlyList<int?> answers)
    {
        this.instrument = instrument;
        var excused = Excused(instrument, answers);
        values = instrument.Items.Take(answers.Count).Index()
            .Where(each => each.Item.Scored && !excused.Contains(each.Item.Id) && instrument.Asks(each.Item, answers) != Finding.NotMet)
            .ToDictionary(each => each.Item.Id, each => Value(each.Item, answers[each.Index]));
        Missing = [.. values.Where(each => each.Value is null).Select(each => each.Key)];
    }

    /// <summary>Asked, and not answered.</summary>
    public IReadOnlyList<string> Missing { get; }

    public bool IsComplete => Missing.Count == 0;

    /// <summary>Null where nothing was answered, and where the item was not asked.</summary>
    public int? this[string item] => values.GetValueOrDefault(item);

    public bool IsUnanswered(string item) => values.TryGetValue(item, out var value) && value is null;

    /// <summary>The items of the total that were asked.</summary>
    public IReadOnlyList<string> OfTotal => [.. values.Keys.Where(item => instrument.TotalOf.Count == 0 || instrument.TotalOf.Contains(item))];

    /// <summary>These items as one number; null when one is missing, unless the rest may fill it.</summary>
    public double? Come(ScoringMethod method, IReadOnlyList<string> items, bool filled = false)
    {
        var asked = items.Where(values.ContainsKey).ToList();
        var answered = asked.Where(item => values[item] is not null).ToList();
        if (answered.Count == 0 || (answered.Count < asked.Count && !filled))
            return null;

        double sum = Parts(answered).Sum(part => part.Max(item => values[item]!.Value));
        return method switch
        {
            ScoringMethod.Mean => Math.Round(sum / answered.Count, 1, MidpointRounding.AwayFromZero),
            ScoringMethod.Highest => answered.Max(item => values[item]!.Value),
            ScoringMethod.Percent => Math.Round(100 * sum / Parts(answered).Sum(part => part.Max(Most)), 1, MidpointRounding.AwayFromZero),
            _ => Math.Round(sum / answered.Count * asked.Count, MidpointRounding.AwayFromZero),
        };
    }

    // Items of such a subscale count once, by the highest of them; every other item by itself.
    private IEnumerable<IReadOnlyList<string>> Parts(IReadOnlyList<string> items) => items
        .GroupBy(item => instrument.Subscales.FirstOrDefault(scale => instrument.HighestOf.Contains(scale.Id) && scale.Items.Contains(item))?.Id ?? item)
        .Select(part => part.ToList());

    private int? Value(Item item, int? answer) => item.Reversed && answer is { } given
        ? Most(item.Id) + instrument.ChoicesOf(item).Min(choice => choice.Value) - given
        : answer;

    private int Most(string item) => instrument.ChoicesOf(instrument.Items.First(each => each.Id == item)).Max(choice => choice.Value);

    private static HashSet<string> Excused(Instrument instrument, IReadOnlyList<int?> answers)
    {
        var open = instrument.Items.Index().Where(each => each.Index >= answers.Count || answers[each.Index] is null).Select(each => each.Item.Id).ToHashSet();
        return [.. from item in instrument.Items
                   where item.InsteadOf is not null && open.Contains(item.Id) != open.Contains(item.InsteadOf)
                   select open.Contains(item.Id) ? item.Id : item.InsteadOf];
    }
}

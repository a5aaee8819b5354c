namespace Mooring.Clinical.Patients;

/// <summary>
/// What two charts of one person say of their past, as one. Nothing of either is lost; where they differ, somebody has to look:
/// the list is not reviewed any more, and a question that was answered both ways is not answered.
/// </summary>
public static class HistoryUnion
{
    public static History With(this History stays, History other)
    {
        ArgumentNullException.ThrowIfNull(stays);
        ArgumentNullException.ThrowIfNull(other);
        var (conditions, medicines, allergies, trials, goals) = (
            More(stays.Conditions, other.Conditions, each => each.Name),
            More(stays.Medicines, other.Medicines, each => each.Name),
            More(stays.Allergies, other.Allergies, each => each.Name),
            More(stays.Trials, other.Trials, each => each.Drug),
            More(stays.Goals, other.Goals, goal => goal));
        HistoryList[] looked =
        [
            .. Differs(HistoryList.Conditions, conditions, stays.Conditions, other.Conditions),
            .. Differs(HistoryList.Medicines, medicines, stays.Medicines, other.Medicines),
            .. Differs(HistoryList.Allergies, allergies, stays.Allergies, other.Allergies),
            .. Differs(HistoryList.Trials, trials, stays.Trials, other.Trials),
            .. Differs(HistoryList.Goals, goals, stays.Goals, other.Goals),
            .. other.Background.Any(part => stays.Background.GetValueOrDefault(part.Key) != part.Value) ? [HistoryList.Background] : Array.Empty<HistoryList>(),
            .. other.Answers.Any(answer => !stays.Answers.TryGetValue(answer.Key, out var mine) || mine != answer.Value) ? [HistoryList.Answers] : Array.Empty<HistoryList>(),
        ];
        return stays with
        {
            Conditions = conditions,
            Medicines = medicines,
            Allergies = allergies,
            Trials = trials,
            Goals = goals,
            Background = stays.Background.Concat(other.Background).GroupBy(part => part.Key).ToDictionary(part => part.Key, part => string.Join('\n', part.Select(each => each.Value).Distinct())),
            Answers = stays.Answers.Concat(other.Answers).GroupBy(answer => answer.Key).Where(answers => answers.Select(answer => answer.Value).Distinct().Count() == 1)
                .ToDictionary(answers => answers.Key, answers => answers.First().Value, StringComparer.Ordinal),
            Reviewed = [.. stays.Reviewed.Where(mark => !looked.Contains(mark.List))],
            Told = [.. stays.Told.Concat(other.Told).OrderBy(told => told.At)],
            Unconfirmed = [.. stays.Unconfirmed.Union(other.Unconfirmed, StringComparer.OrdinalIgnoreCase)],
            WantsToAsk = [.. stays.WantsToAsk.Union(other.WantsToAsk)],
            Statement = stays.Statement ?? other.Statement,
        };
    }

    // What the other chart says under a name that stands already stays out: the two are looked at, and one is right.
    private static IReadOnlyList<T> More<T>(IReadOnlyList<T> mine, IReadOnlyList<T> theirs, Func<T, string> name) =>
        [.. mine, .. theirs.Where(each => !mine.Any(one => string.Equals(name(one), name(each), StringComparison.OrdinalIgnoreCase)))];

    private static IEnumerable<HistoryList> Differs<T>(HistoryList list, IReadOnlyList<T> both, IReadOnlyList<T> mine, IReadOnlyList<T> theirs) =>
        both.Count != mine.Count || theirs.Except(mine).Any() ? [list] : [];
}

using Mooring.Clinical.Facts;
using Mooring.Clinical.Instruments;

namespace Mooring.Clinical.Screening;

/// <summary>
/// Sheets that came with another record as single values: a total by the code of the instrument's total, and a screener by
/// the codes of its items. Their band is ours to find.
/// </summary>
public static class SheetsElsewhere
{
    // Answers so close together are one sheet.
    private static readonly TimeSpan OneSheet = TimeSpan.FromHours(1);

    public static IEnumerable<ScoredSheet> Of(IReadOnlyList<Observation> measured, IEnumerable<Instrument> instruments)
    {
        var sure = measured.Where(each => each is { Doubt: null, Bound: Bound.Exactly } && (each.Value.Unit.Length == 0 || each.Value.In("{score}") is not null)).ToList();
        foreach (var instrument in instruments)
        {
            var totals = sure.Where(each => instrument.LoincTotal is { } code && each.Code == code)
                .Select(each => new ScoredSheet(instrument.Id, each.Value.Value, instrument.BandOf(each.Value.Value)?.Id, each.At));
            foreach (var sheet in totals.Concat(instrument.Scoring == ScoringMethod.Triage ? Answered(instrument, sure) : []))
                yield return sheet;
        }
    }

    private static IEnumerable<ScoredSheet> Answered(Instrument instrument, List<Observation> sure)
    {
        var left = sure.Where(each => instrument.Items.Any(item => item.Loinc == each.Code)).OrderByDescending(each => each.At).ToList();
        while (left.Count > 0)
        {
            var at = left[0].At;
            var sheet = left.TakeWhile(each => at - each.At <= OneSheet).ToList();
            left.RemoveRange(0, sheet.Count);
            IReadOnlyList<int?> answers = [.. instrument.Items.Select(item => Newest(sheet.Where(each => each.Code == item.Loinc)))];
            if (instrument.Score(answers) is { IsDone: true } scored)
                yield return new(instrument.Id, null, scored.Value.Band, at);
        }
    }

    // Of two answers of one moment a yes counts.
    private static int? Newest(IEnumerable<Observation> answers) =>
        answers.OrderByDescending(each => each.At).ThenByDescending(each => each.Value.Value).Select(each => (int?)(int)each.Value.Value).FirstOrDefault();
}

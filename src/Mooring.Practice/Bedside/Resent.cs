using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Sessions.Correcting;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Bedside;

/// <summary>
/// A form that is kept already and comes again, from a page that somebody went back to. When it says what it said, it is
/// one entry; when it says something else, that must not go unheard.
/// </summary>
internal static class Resent
{
    /// <summary>The refusal of a set that is kept already and comes again with other numbers.</summary>
    public const string AnotherSet = "STO177";

    /// <summary>The same of a correction.</summary>
    public const string AnotherCorrection = "STO191";

    public static bool IsSame(Session session, VitalsForm form, EntryStamp stamp)
    {
        HashSet<Guid> mine = [.. Enumerable.Range(0, form.Values.Count + 1).Select(stamp.Nth)];
        var entries = session.Journal.Where(entry => mine.Contains(entry.EventId)).Select(entry => entry.What).ToList();
        if (entries.OfType<VitalsCharted>().Any(set => Cuff.IsIn(set.Values) && set.Cuff != new Cuff(form.Position, form.Site)))
            return false;
        var kept = entries.SelectMany(Numbers);
        return kept.ToHashSet().SetEquals(form.Values.Where(typed => !string.IsNullOrWhiteSpace(typed.Value)).Select(Number));
    }

    /// <summary>A correction says the same when it has the same reason, the same words and every number that was typed.</summary>
    public static bool IsSame(Session session, CorrectionForm form, EntryStamp stamp)
    {
        if (session.Journal.FirstOrDefault(entry => entry.EventId == stamp.EventId)?.What is not Corrected kept)
            return true;
        var numbers = kept.Instead is null ? [] : Numbers(kept.Instead).ToHashSet();
        return kept.Reason == form.Reason && kept.Instead is null == form.Strike && (kept.Instead is not NoteAdded note || note.Text == form.Text?.Trim())
            && (form.Strike || form.Values.Where(typed => typed.Value?.Trim() != typed.Was?.Trim()).All(typed =>
                string.IsNullOrWhiteSpace(typed.Value) ? numbers.All(number => number.Of != typed.Of) : numbers.Contains(Number(typed))));
    }

    private static (string Of, double Value) Number(MeasureTyped typed) => (typed.Of, Typed.TryNumber(typed.Value, out var number) ? number : double.NaN);

    private static IEnumerable<(string Of, double Value)> Numbers(SessionEvent what) => what switch
    {
        VitalsCharted charted => charted.Values.Select(value => (value.Sign.Code, value.Value)),
        ScaleRated rated => [(rated.Scale.Code, rated.Value)],
        _ => [],
    };
}

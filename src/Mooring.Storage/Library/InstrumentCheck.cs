using System.Globalization;
using Mooring.Clinical.Instruments;

namespace Mooring.Storage.Library;

/// <summary>An instrument's parts name only items it has, and its bands leave no score without a name.</summary>
internal static class InstrumentCheck
{
    public static IEnumerable<LibraryFault> Faults(ClinicalLibrary library) =>
        from instrument in library.Instruments.Values.Concat(library.Forms.Values)
        from says in Wrong(instrument.Value)
        select new LibraryFault(says.Code, instrument.File, 0, says.Says);

    private static IEnumerable<(string Code, string Says)> Wrong(Instrument instrument)
    {
        var items = instrument.Items.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        var named = instrument.Subscales.SelectMany(scale => scale.Items)
            .Concat(instrument.Triage.SelectMany(level => level.AnyOf))
            .Concat(instrument.Flags.Select(flag => flag.Item).OfType<string>())
            .Concat(instrument.Items.Select(item => item.AskIf?.Item).OfType<string>())
            .Concat(instrument.Proration?.NeverMissing ?? []);
        foreach (var item in named.Where(item => !items.Contains(item)).Distinct())
            yield return ("LIB150", $"There is no item '{item}'.");

        foreach (var item in instrument.Items.Where(item => instrument.ChoicesOf(item).Count == 0))
            yield return ("LIB151", $"Item '{item.Id}' has no choices.");

        if (!instrument.TextMayBeShipped && instrument.Items.Any(item => item.Text is not null))
            yield return ("LIB152", "Its license does not let the text be shipped, yet text is here.");

        var step = instrument.Scoring == ScoringMethod.Mean ? 0.1 : 1;
        foreach (var (band, next) in instrument.Bands.Zip(instrument.Bands.Skip(1)))
        {
            if (Math.Abs(next.From - band.To - step) > 1e-9)
                yield return ("LIB153", string.Create(CultureInfo.InvariantCulture, $"Band '{band.Id}' ends at {band.To}, '{next.Id}' begins at {next.From}: a gap or an overlap."));
        }

        foreach (var band in instrument.Bands.Where(band => band.From > band.To))
            yield return ("LIB154", $"Band '{band.Id}' is upside down.");
    }
}

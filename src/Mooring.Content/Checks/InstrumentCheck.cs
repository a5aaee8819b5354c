using System.Globalization;
using Mooring.Clinical.Instruments;
using Mooring.Content.Library;
using Mooring.Content.Yaml;

namespace Mooring.Content.Checks;

/// <summary>An instrument's parts name only items it has, and its bands leave no score without a name.</summary>
internal static class InstrumentCheck
{
    public static IEnumerable<LibraryFault> Faults(ClinicalLibrary library) =>
    [
        .. from instrument in library.Instruments.Values.Concat(library.Forms.Values)
           from says in Wrong(instrument.Value)
           select new LibraryFault(says.Code, instrument.File, 0, says.Says),
        .. from form in library.Forms.Values
           from says in Own(form.Value, library)
           select new LibraryFault(says.Code, form.File, 0, says.Says) { Near = says.Near },
    ];

    // A form of the clinic's own is read by patients as it stands here: nobody else has its text.
    private static IEnumerable<(string Code, string Says, string Near)> Own(Instrument form, ClinicalLibrary library)
    {
        if (library.Instruments.ContainsKey(form.Id))
            yield return ("LIB156", $"There is an instrument '{form.Id}' already: give the form an id of its own, and name its file after it.", "id:");
        if (form.Items.Count == 0)
            yield return ("LIB157", "A form asks something: write at least one item.", "items:");
        foreach (var item in form.Items.Where(item => item.Text is null))
            yield return ("LIB157", $"Item '{item.Id}' has no text. Write what it asks: text: {{ en: '…', es: '…' }}.", $"id: {item.Id}");
        foreach (var item in form.Items.Where(item => form.ChoicesOf(item).Count == 1))
            yield return ("LIB157", $"Item '{item.Id}' has one choice only; give it two or more.", $"id: {item.Id}");
    }

    private static IEnumerable<(string Code, string Says)> Wrong(Instrument instrument)
    {
        var items = instrument.Items.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        var named = instrument.Subscales.SelectMany(scale => scale.Items)
            .Concat(instrument.Triage.SelectMany(level => level.AnyOf))
            .Concat(instrument.TotalOf)
            .Concat(Limits(instrument).Select(limit => limit.Item).OfType<string>())
            .Concat(instrument.Items.Select(item => item.AskIf?.Item).OfType<string>())
            .Concat(instrument.Items.Select(item => item.InsteadOf).OfType<string>())
            .Concat(instrument.Proration?.NeverMissing ?? [])
            .Concat(instrument.Outcome?.DeteriorationItem is { } worse ? [worse] : []);
        foreach (var item in named.Where(item => !items.Contains(item)).Distinct())
            yield return ("LIB150", $"There is no item '{item}'.");

        foreach (var item in instrument.Items.Where(item => instrument.ChoicesOf(item).Count == 0))
            yield return ("LIB151", $"Item '{item.Id}' has no choices.");

        foreach (var item in instrument.Items.Where(item => instrument.ChoicesOf(item).GroupBy(choice => choice.Value).Any(same => same.Count() > 1)))
            yield return ("LIB158", $"Two choices of item '{item.Id}' have the same value: their answers could not be told apart.");

        if (!instrument.TextMayBeShipped && instrument.Items.Any(item => item.Text is not null))
            yield return ("LIB152", "Its license does not let the text be shipped, yet text is here.");

        foreach (var says in Parts(instrument))
            yield return ("LIB155", says);

        var step = instrument.Scoring is ScoringMethod.Mean or ScoringMethod.Percent ? 0.1 : 1;
        foreach (var (band, next) in instrument.Bands.Zip(instrument.Bands.Skip(1)))
        {
            if (Math.Abs(next.From - band.To - step) > 1e-9)
                yield return ("LIB153", string.Create(CultureInfo.InvariantCulture, $"Band '{band.Id}' ends at {band.To}, '{next.Id}' begins at {next.From}: a gap or an overlap."));
        }

        foreach (var band in instrument.Bands.Where(band => band.From > band.To))
            yield return ("LIB154", $"Band '{band.Id}' is upside down.");
    }

    private static IEnumerable<string> Parts(Instrument instrument)
    {
        foreach (var twice in instrument.Items.GroupBy(item => item.Id).Where(same => same.Count() > 1))
            yield return $"There are two items '{twice.Key}'.";
        foreach (var scale in Limits(instrument).Select(limit => limit.Subscale).OfType<string>().Concat(instrument.HighestOf).Where(id => instrument.Subscales.All(scale => scale.Id != id)).Distinct())
            yield return $"There is no subscale '{scale}'.";
        foreach (var scale in instrument.Subscales.Where(scale => scale.Scoring is ScoringMethod.Triage or ScoringMethod.None))
            yield return $"The subscale '{scale.Id}' must come to a number.";
        if (instrument.Pattern is not null && instrument.Subscales.All(scale => scale.Needs is null))
            yield return "A pattern needs subscales that say how many of their items count.";
        if (instrument.Scoring == ScoringMethod.Triage != instrument.Triage.Count > 0)
            yield return "Scoring by triage and its levels go together.";
    }

    private static IEnumerable<Threshold> Limits(Instrument instrument) => instrument.Flags.SelectMany(flag => flag.And.Prepend(flag));
}

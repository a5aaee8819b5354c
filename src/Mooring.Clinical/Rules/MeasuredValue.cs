using System.Globalization;
using Mooring.Clinical.Facts;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Rules;

/// <summary>One value of a measure in the measure's unit.</summary>
/// <param name="Span">What it can be; null when that can not be told.</param>
internal sealed record MeasuredValue(ValueSpan? Span, string Says, DateTimeOffset At)
{
    public static IEnumerable<MeasuredValue> All(Measure measure, RuleContext context) => measure.From switch
    {
        MeasureFrom.Age => context.Facts.AgeOn(context.Today) is { } years ? [Age(years, context.On)] : [],
        MeasureFrom.Score => from sheet in context.Facts.Scores
                             where sheet.Instrument == measure.Code && sheet.Total is not null
                             select Of(new Observation(sheet.Instrument, new(sheet.Total!.Value, "{score}"), sheet.At), measure),
        _ => from seen in context.Facts.Observations where seen.Code == measure.Code select Of(seen, measure),
    };

    private static MeasuredValue Of(Observation seen, Measure measure)
    {
        var converted = seen.Value.In(measure.Unit);
        if (seen.Doubt is { } doubt)
            return new(null, converted is { } value ? $"{Show(value, seen.Bound)}, {doubt}" : doubt, seen.At);
        return converted is { } known
            ? new(ValueSpan.Of(known.Value, seen.Bound), Show(known, seen.Bound), seen.At)
            : new(null, $"{seen.Value}, expected in {measure.Unit}", seen.At);
    }

    private static MeasuredValue Age((int Least, int Most) years, DateTimeOffset on) => new(
        new ValueSpan(years.Least, years.Most),
        string.Create(CultureInfo.InvariantCulture, $"{years.Least}{(years.Most > years.Least ? $" to {years.Most}" : "")} a"),
        on);

    private static string Show(Quantity value, Bound bound) =>
        string.Create(CultureInfo.InvariantCulture, $"{bound.Sign()}{value.Value:0.##} {value.Unit}");
}

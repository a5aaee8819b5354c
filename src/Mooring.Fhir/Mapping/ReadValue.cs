using System.Globalization;
using System.Text.RegularExpressions;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Instruments;
using Mooring.Kinetics.Quantities;
using R4 = Hl7.Fhir.Model;

namespace Mooring.Fhir.Mapping;

/// <summary>What a value element says, be it a number, an answer or a text.</summary>
internal sealed partial record ReadValue(Quantity Value, Bound Bound = Bound.Exactly, string? Doubt = null)
{
    private const string Score = "{score}";

    /// <summary>Null when there is no value.</summary>
    /// <param name="item">The item of an instrument that was answered, where it is one.</param>
    public static ReadValue? Of(R4.DataType? value, Item? item, Instrument? of) => value switch
    {
        R4.Quantity quantity => Of(quantity),
        R4.Integer { Value: { } whole } => new(new Quantity(whole, Score)),
        R4.FhirDecimal { Value: { } number } => new(new Quantity((double)number, item is null ? "" : Score)),
        R4.FhirBoolean { Value: { } isSo } => Yes(isSo, item),
        R4.CodeableConcept concept => Of(concept.AllCodes(), concept.Names(), item, of),
        R4.Coding coding => Of(new[] { coding.Code }.OfType<string>(), new[] { coding.Display }.OfType<string>(), item, of),
        R4.FhirString { Value: { } text } => Of([], [text], item, of),
        R4.Range { Low: { Value: { } low } from, High: { Value: { } high } } => new(new((double)low, from.Code ?? from.Unit ?? ""), Doubt: string.Create(CultureInfo.InvariantCulture, $"from {low} to {high}")),
        R4.Range { Low: { Value: not null } low } => Of(low) is { } least ? least with { Bound = Bound.AtLeast } : null,
        R4.Range { High: { Value: not null } high } => Of(high) is { } most ? most with { Bound = Bound.AtMost } : null,
        _ => null,
    };

    /// <summary>Positive or negative, where only that is told. The code N means normal here, which is neither.</summary>
    public static ReadValue? Interpreted(IEnumerable<R4.CodeableConcept?> interpretation) =>
        interpretation.SelectMany(each => each.AllCodes().Where(code => code is not ("N" or "Y")).Concat(each.Names())).Select(QualitativeWords.Of).FirstOrDefault(known => known is not null) is { } isSo ? Yes(isSo, null) : null;

    private static ReadValue? Of(R4.Quantity quantity)
    {
        if (quantity.Value is not { } value)
            return null;

        var unit = new[] { quantity.Code, quantity.Unit }.FirstOrDefault(each => each is not null && new Quantity(1, each).IsKnown) ?? quantity.Code ?? quantity.Unit ?? "";
        var comparator = (quantity.ComparatorElement?.JsonValue as string)?.Trim();
        return new(new((double)value, unit.Trim()), Side(comparator) ?? Bound.Exactly, comparator is not (null or "") && Side(comparator) is null ? $"with '{comparator}'" : null);
    }

    private static Bound? Side(string? comparator) => comparator switch
    {
        "<" => Bound.Below,
        "<=" or "\u2264" => Bound.AtMost,
        ">=" or "\u2265" => Bound.AtLeast,
        ">" => Bound.Above,
        _ => null,
    };

    private static ReadValue? Of(IEnumerable<string> codes, IEnumerable<string> names, Item? item, Instrument? of)
    {
        var (said, words) = (codes.ToList(), names.Select(Concepts.Tidy).OfType<string>().ToList());
        if (item is not null && of!.ChoicesOf(item).FirstOrDefault(choice => choice.Loinc is { } loinc && said.Contains(loinc)) is { } chosen)
            return new(new Quantity(chosen.Value, Score));

        var answers = said.Concat(words).Select(QualitativeWords.Of).OfType<bool>().Distinct().ToList();
        if (answers.Count == 1)
            return Yes(answers[0], item);
        var text = words.FirstOrDefault() ?? said.FirstOrDefault();
        if (text is null)
            return null;
        return answers.Count == 0 && Number().Match(text) is { Success: true } match && double.TryParse(match.Groups["number"].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? new(new(number, match.Groups["unit"].Value is { Length: > 0 } unit ? unit : item is null ? "" : Score), Side(match.Groups["side"].Value) ?? Bound.Exactly)
            : new(new(0, ""), Doubt: $"“{(text.Length > 60 ? text[..60] : text)}”");
    }

    private static ReadValue Yes(bool isSo, Item? item) => new(new Quantity(isSo ? 1 : 0, item is null ? "1" : Score));

    [GeneratedRegex(@"^(?<side><=|>=|<|>|\u2264|\u2265)?\s*(?<number>[0-9]{1,9}(\.[0-9]{1,9})?)\s*(?<unit>[^0-9\s].{0,30})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}

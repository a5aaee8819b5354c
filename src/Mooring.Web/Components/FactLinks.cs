using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Rules;
using Mooring.Clinical.Screening;
using Mooring.Content.Library;

namespace Mooring.Web.Components;

/// <summary>Where each fact that screening misses is entered, and how it is called.</summary>
public static class FactLinks
{
    /// <summary>Stands for whatever protocol is chosen on the screening page, on the way there and back.</summary>
    public const string AnyProtocol = "any";

    /// <summary>The form of a fact; it leads back to the screening of <paramref name="protocol"/>. Null where nobody enters it.</summary>
    public static string? To(FactUsed fact, Id<Patient> patient, string? protocol, ClinicalLibrary library)
    {
        if (fact.Place is not { } place)
            return null;
        var back = $"screening={Uri.EscapeDataString(protocol ?? AnyProtocol)}";
        var home = $"/patients/{patient}";
        return place.Kind switch
        {
            FactKind.Measurement => Sheet(library, instrument => instrument.LoincTotal is { } total && total == library.Words.Measures[place.Id].Code) is { } total
                ? OfSheet(total)
                : $"{home}/history?measure={place.Id}&{back}#measurements",
            FactKind.Questionnaire => Sheet(library, instrument => place.Id == instrument.Id || place.Id.StartsWith(instrument.Id + "-", StringComparison.Ordinal)) is { } sheet ? OfSheet(sheet) : $"{home}/questionnaires?{back}",
            FactKind.Question => $"{home}/history?ask={place.Id}&{back}#{place.Id}",
            FactKind.Person => $"{home}/person?{back}",
            _ => $"{home}/history?{back}#{place.Kind.ToString().ToLowerInvariant()}",
        };

        string OfSheet(string sheet) => library.RiskPathway?.Value.IsScreener(sheet) == true ? $"{home}/risk?{back}" : $"{home}/questionnaires/enter/{sheet}?{back}";
    }

    /// <summary>What is missing, in the words of its form.</summary>
    public static string Name(FactUsed fact, ClinicalLibrary library) => fact switch
    {
        { Place.Kind: var list } when MissingFacts.IsWholeList(fact) => list == FactKind.Trials ? "Previous treatments" : list.ToString(),
        { Place.Kind: FactKind.Questionnaire } when Sheet(library, instrument => instrument.Id == fact.What) is { } sheet => library.Instruments[sheet].Value.Title.En,
        _ => fact.What,
    };

    /// <summary>What the link asks to do.</summary>
    public static string Verb(FactUsed fact) => fact switch
    {
        _ when MissingFacts.IsWholeList(fact) => "Go through the list",
        _ when FactUsed.IsNotRecognized(fact) => "Look at the entry",
        { Place.Kind: FactKind.Question } => "Answer it",
        { Place.Kind: FactKind.Questionnaire } => "Fill it in",
        { Place.Kind: FactKind.Conditions or FactKind.Medicines or FactKind.Allergies or FactKind.Trials } => "Look at the entry",
        _ => "Enter it",
    };

    // The longest name that fits: a part of a sheet is called after the sheet.
    private static string? Sheet(ClinicalLibrary library, Func<Clinical.Instruments.Instrument, bool> fits) =>
        library.Instruments.Values.Select(read => read.Value).Where(fits).OrderByDescending(instrument => instrument.Id.Length).FirstOrDefault()?.Id;
}

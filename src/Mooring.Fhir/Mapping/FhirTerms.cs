using Mooring.Clinical.Facts;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Recognition;
using Mooring.Clinical.Rules;
using Mooring.Content.Library;
using Mooring.Kinetics.Quantities;

namespace Mooring.Fhir.Mapping;

/// <summary>What the reader of bundles must know of the clinic's content.</summary>
public sealed record FhirTerms
{
    /// <summary>Ingredient names whose past use is a treatment trial.</summary>
    public IReadOnlyList<string> Antidepressants { get; init; } = [];

    public IReadOnlyList<Measure> Measures { get; init; } = [];

    public IReadOnlyList<Instrument> Instruments { get; init; } = [];

    /// <summary>Questions that a rule may ask, by their names.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    public IReadOnlyList<ListedCode> Codes { get; init; } = [];

    public IReadOnlyList<PossibleValue> Possible { get; init; } = [];

    /// <summary>The public releases that are loaded; they name codes that come without a text.</summary>
    public LoadedTerms Loaded { get; init; } = LoadedTerms.None;

    /// <summary>For how long a medicine that was given counts as taken; without it for ever.</summary>
    public TimeSpan? GivenCountsFor { get; init; }

    public Vocabulary? Words { get; init; }

    public static FhirTerms Of(ClinicalLibrary library, LoadedTerms? loaded = null) => new()
    {
        Loaded = loaded ?? LoadedTerms.None,
        GivenCountsFor = library.Eligibility?.Value.GivenCountsFor?.AsTime,
        Words = library.Words,
        Antidepressants = library.Trials?.Value.Drugs ?? [],
        Measures = [.. library.Words.Measures.Values],
        Instruments = [.. library.Instruments.Values.Select(instrument => instrument.Value)],
        Questions = [.. library.Words.Questions.Keys],
        Codes = library.Words.Codes,
        Possible = PossibleValues.Of(library),
    };

    /// <summary>The measure that a code stands for, be it its own or another of the same thing.</summary>
    internal Measure? MeasureOf(string code) => Measures.FirstOrDefault(measure => measure.From == MeasureFrom.Observation && (measure.Code == code || measure.Also.Contains(code)));

    /// <summary>The item of an instrument that a code stands for.</summary>
    internal (Instrument Of, Item Item)? ItemOf(string code) => Instruments.SelectMany(instrument => instrument.Items.Select(item => (instrument, item)))
        .Where(each => each.item.Loinc == code).Select(each => ((Instrument, Item)?)each).FirstOrDefault();

    /// <summary>Whether an operation names something of the heart, the vessels or the skull, of which it is a trace; a test or a talk is none of anything.</summary>
    internal bool IsTrace(Condition done) => Words is { } words && words.Recognizer.Of(done).Sets.Any(found =>
        found.Doubt is null && words.Sets[found.Set].Class is ConditionClass.BrainVessels or ConditionClass.Vessels or ConditionClass.Heart or ConditionClass.BrainPressure);

    internal bool IsAsked(string code) => MeasureOf(code) is not null || ItemOf(code) is not null || Instruments.Any(instrument => instrument.LoincTotal == code);

    internal string? NameOf(CodeSystem system, string code) => Codes.FirstOrDefault(listed => listed.System == system && string.Equals(listed.Code, code, StringComparison.OrdinalIgnoreCase))?.Name ?? system switch
    {
        CodeSystem.Rxnorm => Loaded.RxnormName(code),
        CodeSystem.Icd10cm => Loaded.OfIcd(code)?.Name,
        CodeSystem.Snomed => Loaded.SnomedName(code),
        _ => null,
    };

    internal bool IsPossible(string code, Quantity value) => !Possible.Any(range => range.Excludes(code, value));
}

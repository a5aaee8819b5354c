using Mooring.Clinical.Instruments;
using Mooring.Clinical.Rules;
using Mooring.Clinical.Screening;

namespace Mooring.Storage.Library;

/// <summary>A file that names what each protocol means to screening.</summary>
public sealed record ScopeFile
{
    public required IReadOnlyList<ProtocolScope> Protocols { get; init; }
}

/// <summary>
/// The clinical content as it was reviewed, read once and never changed. Use it only when <see cref="IsSound"/>: a rule
/// that could not be read would otherwise be a rule that silently does not run.
/// </summary>
public sealed class ClinicalLibrary
{
    public required string Folder { get; init; }

    public required IReadOnlyList<LibraryFault> Faults { get; init; }

    public required IReadOnlyDictionary<string, ContentItem<Reference>> References { get; init; }

    public required Vocabulary Words { get; init; }

    public required IReadOnlyDictionary<string, ContentItem<ScreeningRule>> Rules { get; init; }

    public required IReadOnlyDictionary<string, ContentItem<Instrument>> Instruments { get; init; }

    public required IReadOnlyDictionary<string, ProtocolScope> Scopes { get; init; }

    public required ContentItem<TrialTable>? Trials { get; init; }

    public required ContentItem<RiskPathway>? RiskPathway { get; init; }

    public bool IsSound => Faults.Count == 0;

    /// <summary>The rules as <see cref="Screen"/> wants them.</summary>
    public IReadOnlyList<ScreeningRule> ScreeningRules => [.. Rules.Values.Select(rule => rule.Value)];

    /// <summary>Reads everything below a content folder. Faults are collected, never thrown.</summary>
    public static ClinicalLibrary Load(string folder)
    {
        CriterionShape.Register();
        var reader = new ContentReader(folder);
        var scopes = reader.One<ScopeFile>("protocol-scopes.yaml")?.Value.Protocols ?? [];
        var read = new ClinicalLibrary
        {
            Folder = folder,
            References = reader.All<Reference>("references", reference => reference.Id),
            Words = CodeContent.Read(reader),
            Rules = reader.All<ScreeningRule>("rules", rule => rule.Id),
            Instruments = reader.All<Instrument>("instruments", instrument => instrument.Id),
            Scopes = scopes.ToDictionary(scope => scope.Id, StringComparer.OrdinalIgnoreCase),
            Trials = reader.One<TrialTable>("treatment-trials.yaml"),
            RiskPathway = reader.One<RiskPathway>("suicide-risk.yaml"),
            Faults = [],
        };
        return read.With([.. reader.Faults, .. WordCheck.Faults(read), .. CitationCheck.Faults(read), .. InstrumentCheck.Faults(read)]);
    }

    private ClinicalLibrary With(IReadOnlyList<LibraryFault> faults) => new()
    {
        Folder = Folder,
        References = References,
        Words = Words,
        Rules = Rules,
        Instruments = Instruments,
        Scopes = Scopes,
        Trials = Trials,
        RiskPathway = RiskPathway,
        Faults = faults,
    };
}

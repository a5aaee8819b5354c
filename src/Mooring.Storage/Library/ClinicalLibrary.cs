using Mooring.Clinical.Consent;
using Mooring.Clinical.Dosing;
using Mooring.Clinical.Education;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Rules;
using Mooring.Clinical.Screening;
using Mooring.Clinical.Vitals;
using Mooring.Clinical.Watching;

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
public sealed record ClinicalLibrary
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

    public required IReadOnlyList<Protocol> Protocols { get; init; }

    /// <summary>How a dose sheet is worked out, whatever the protocol.</summary>
    public required DoseRules? DoseRules { get; init; }

    /// <summary>One a form and language.</summary>
    public required IReadOnlyList<ConsentForm> Consents { get; init; }

    /// <summary>One a text and language.</summary>
    public required IReadOnlyList<EducationText> Educations { get; init; }

    public required IReadOnlyList<ContentRead<MonitoringPack>> Packs { get; init; }

    public required AdverseCatalogue? AdverseEvents { get; init; }

    public required KineticModels Kinetics { get; init; }

    public required DeviceCodeTable? DeviceCodes { get; init; }

    public bool IsSound => Faults.Count == 0;

    /// <summary>The rules as <see cref="Screen"/> wants them.</summary>
    public IReadOnlyList<ScreeningRule> ScreeningRules => [.. Rules.Values.Select(rule => rule.Value)];

    /// <summary>Reads everything below a content folder. Faults are collected, never thrown.</summary>
    public static ClinicalLibrary Load(string folder)
    {
        CriterionShape.Register();
        var reader = new ContentReader(folder);
        var scopes = reader.One<ScopeFile>("protocol-scopes.yaml")?.Value.Protocols ?? [];
        var protocols = Library.Protocols.Read(folder);
        var doseRules = Library.Protocols.ReadDoseRules(folder);
        var consents = Library.Consents.Read(folder);
        var educations = Library.Educations.Read(folder);
        var packs = MonitoringPacks.ReadAll(folder);
        var adverse = Library.AdverseEvents.ReadFrom(folder);
        var kinetics = KineticModels.Load(folder);
        var devices = Library.DeviceCodes.Read(folder);
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
            Protocols = protocols.Items,
            DoseRules = doseRules.Value,
            Consents = consents.Items,
            Educations = educations.Items,
            Packs = packs,
            AdverseEvents = adverse.Value,
            Kinetics = kinetics,
            DeviceCodes = devices.Value,
            Faults = [],
        };
        return read with
        {
            Faults =
            [
                .. reader.Faults, .. protocols.Faults, .. doseRules.Faults, .. consents.Faults, .. educations.Faults,
                .. packs.SelectMany(pack => pack.Faults), .. adverse.Faults, .. kinetics.Faults, .. devices.Faults,
                .. WordCheck.Faults(read), .. CitationCheck.Faults(read), .. InstrumentCheck.Faults(read),
            ],
        };
    }
}

using Mooring.Clinical.Dosing;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Rules;
using Mooring.Clinical.Screening;
using Mooring.Clinical.Surveillance;

namespace Mooring.Storage.Library;

/// <summary>A file that names what each protocol means to screening.</summary>
public sealed record ScopeFile
{
    public required IReadOnlyList<ProtocolScope> Protocols { get; init; }
}

/// <summary>Reads every folder through one reader, then looks at what only the whole can show.</summary>
internal static class LibraryLoad
{
    public static ClinicalLibrary From(string folder)
    {
        CriterionShape.Register();
        var reader = new ContentReader(folder);
        var read = Read(folder, reader);
        return read with
        {
            Faults =
            [
                .. reader.Faults, .. WordCheck.Faults(read), .. CitationCheck.Faults(read), .. InstrumentCheck.Faults(read), .. TimingCheck.Faults(read),
                .. ProtocolCheck.Faults(read), .. TranslationCheck.Faults(read), .. read.Review.Faults(),
            ],
        };
    }

    private static ClinicalLibrary Read(string folder, ContentReader reader)
    {
        var scopes = reader.One<ScopeFile>("protocol-scopes.yaml")?.Value.Protocols ?? [];
        return new()
        {
            Folder = folder,
            References = reader.All<Reference>("references", reference => reference.Id),
            Words = CodeContent.Read(reader),
            Rules = reader.All<ScreeningRule>("rules", rule => rule.Id),
            Instruments = reader.All<Instrument>("instruments", instrument => instrument.Id),
            Scopes = scopes.ToDictionary(scope => scope.Id, StringComparer.OrdinalIgnoreCase),
            Trials = reader.One<TrialTable>("treatment-trials.yaml"),
            RiskPathway = reader.One<RiskPathway>("suicide-risk.yaml"),
            Protocols = Protocols.Read(reader),
            DoseRules = reader.One<DoseRules>(Protocols.DoseRulesFile)?.Value,
            Consents = Consents.Read(reader),
            Educations = Educations.Read(reader),
            Packs = MonitoringPacks.ReadAll(reader),
            AdverseEvents = AdverseEvents.Read(reader).Value,
            Kinetics = KineticModels.Load(reader),
            DeviceCodes = DeviceCodes.Read(reader).Value,
            Eligibility = reader.One<EligibilityTerms>("eligibility.yaml"),
            History = reader.One<HistoryContent>("history.yaml"),
            Asking = reader.One<AskingPlan>("asking.yaml"),
            Surveillance = reader.One<SurveillancePlan>("surveillance.yaml"),
            Forms = reader.All<Instrument>("forms", form => form.Id),
            Interface = [.. reader.Each<InterfaceFile>("interface").Select(file => file.Value)],
            Review = ReviewRecord.Read(reader),
            Faults = [],
        };
    }
}

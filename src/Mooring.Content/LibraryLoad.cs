using Mooring.Clinical;
using Mooring.Clinical.Attention;
using Mooring.Clinical.Documents;
using Mooring.Clinical.Dosing;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Notes;
using Mooring.Clinical.Privacy;
using Mooring.Clinical.Rules;
using Mooring.Clinical.Scheduling;
using Mooring.Clinical.Screening;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Clinical.Staffing;
using Mooring.Clinical.Surveillance;
using Mooring.Clinical.Vitals;
using Mooring.Content.Checks;
using Mooring.Content.Library;
using Mooring.Content.Reading;
using Mooring.Content.Review;
using Mooring.Content.Yaml;

namespace Mooring.Content;

/// <summary>The only place that reads content for the running product: every folder through one reader, then looks at what only the whole can show.</summary>
public static class LibraryLoad
{
    /// <summary>Reads everything below a content folder. Faults are collected, never thrown.</summary>
    /// <param name="before">Texts that were read before and need not be read again.</param>
    public static ClinicalLibrary From(string folder, FilesRead? before = null)
    {
        CriterionShape.Register();
        var reader = new ContentReader(folder, before);
        var read = Read(folder, reader);
        return read with
        {
            Faults = FaultPlaces.Placed(
            [
                .. reader.Faults, .. WordCheck.Faults(read), .. CodeCheck.Faults(read), .. VocabularyCheck.Faults(read), .. HistoryCheck.Faults(read), .. CitationCheck.Faults(read), .. InstrumentCheck.Faults(read),
                .. TimingCheck.Faults(read), .. EmergencyCheck.Faults(read), .. RoleCheck.Faults(read), .. BookingCheck.Faults(read), .. TaskCheck.Faults(read), .. NoteCheck.Faults(read), .. TeachBackCheck.Faults(read), .. ProtocolCheck.Faults(read), .. DoseLimitCheck.Faults(read), .. PressureCheck.Faults(read), .. PredictingCheck.Faults(read), .. TranslationCheck.Faults(read), .. read.Review.Faults(), .. reader.UnusedBases(),
            ],
            reader.Texts,
            read.Written),
        };
    }

    private static ClinicalLibrary Read(string folder, ContentReader reader)
    {
        var protocols = Protocols.Read(reader);
        var codes = DeviceCodes.Read(reader).Value;
        return new()
        {
            Folder = folder,
            References = reader.All<Reference>("references", reference => reference.Id),
            Words = CodeContent.Read(reader),
            Rules = reader.All<ScreeningRule>("rules", rule => rule.Id),
            Instruments = reader.All<Instrument>("instruments", instrument => instrument.Id),
            Scopes = protocols.ToDictionary(protocol => protocol.Id, protocol => protocol.Scope, StringComparer.OrdinalIgnoreCase),
            Trials = reader.One<TrialTable>("treatment-trials.yaml"),
            RiskPathway = reader.One<RiskPathway>("suicide-risk.yaml"),
            Protocols = protocols,
            DoseRules = reader.One<DoseRules>(Protocols.DoseRulesFile)?.Value,
            Consents = Consents.Read(reader),
            Educations = Educations.Read(reader),
            Packs = MonitoringPacks.ReadAll(reader),
            AdverseEvents = AdverseEvents.Read(reader).Value,
            Emergency = reader.One<EmergencyTerms>("emergency.yaml"),
            Roles = reader.One<RoleTerms>("roles.yaml"),
            Staffing = reader.One<StaffingTerms>("staffing.yaml"),
            Credentials = reader.One<CredentialTerms>("credentials.yaml"),
            Privacy = reader.One<PrivacyTerms>("privacy.yaml"),
            VisitTypes = reader.All<VisitType>("visit-types", type => type.Id),
            Booking = reader.One<BookingTerms>("booking.yaml"),
            EmergencyCards = reader.All<EmergencyCard>("emergency", card => card.Id),
            Bedside = reader.One<BedsideTerms>("bedside.yaml"),
            HomeCheck = reader.One<HomeCheck>("home-check.yaml"),
            Tasks = reader.One<TaskTerms>("tasks.yaml"),
            Kinetics = KineticModels.Load(reader),
            KineticTerms = KineticTerms.Load(reader),
            DeviceCodes = codes,
            DeviceProfiles = DeviceProfiles.Read(reader, codes),
            DeviceTerms = reader.One<DeviceTerms>("device-terms.yaml"),
            Eligibility = reader.One<EligibilityTerms>("eligibility.yaml"),
            History = reader.One<HistoryContent>("history.yaml"),
            Asking = reader.One<AskingPlan>("asking.yaml"),
            Surveillance = reader.One<SurveillancePlan>("surveillance.yaml"),
            Notes = reader.All<NoteTemplate>("notes", note => note.Id),
            Letters = ContentCache.Items<LetterTemplate>(reader, "letters", letter => $"{letter.Id}.{letter.Language}", (letter, _) => letter),
            NoteTerms = reader.One<NoteTerms>("note-terms.yaml"),
            NoteFacts = reader.One<NoteFactWords>("note-facts.yaml"),
            Documents = reader.One<DocumentTerms>("documents.yaml"),
            Forms = reader.All<Instrument>("forms", form => form.Id),
            Interface = [.. reader.Each<InterfaceFile>("interface").Select(file => file.Value)],
            Review = ReviewRecord.Read(reader),
            Texts = reader.Texts,
            Made = reader.Made,
            Faults = [],
        };
    }
}

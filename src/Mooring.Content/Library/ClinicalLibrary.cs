using Mooring.Clinical;
using Mooring.Clinical.Attention;
using Mooring.Clinical.Consent;
using Mooring.Clinical.Documents;
using Mooring.Clinical.Dosing;
using Mooring.Clinical.Education;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Notes;
using Mooring.Clinical.Privacy;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Rules;
using Mooring.Clinical.Scheduling;
using Mooring.Clinical.Screening;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Clinical.Staffing;
using Mooring.Clinical.Surveillance;
using Mooring.Clinical.Vitals;
using Mooring.Content.Bases;
using Mooring.Content.Reading;
using Mooring.Content.Review;
using Mooring.Content.Yaml;

namespace Mooring.Content.Library;

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

    /// <summary>Which role may do what.</summary>
    public required ContentItem<RoleTerms>? Roles { get; init; }

    /// <summary>Who must be here, and how many chairs one person may have.</summary>
    public required ContentItem<StaffingTerms>? Staffing { get; init; }

    /// <summary>The licenses and certificates that are asked of staff.</summary>
    public required ContentItem<CredentialTerms>? Credentials { get; init; }

    /// <summary>Opening what is shut, links of patients, unusual looks, and 42 CFR Part 2.</summary>
    public required ContentItem<PrivacyTerms>? Privacy { get; init; }

    /// <summary>The kinds of appointments, by id.</summary>
    public required IReadOnlyDictionary<string, ContentItem<VisitType>> VisitTypes { get; init; }

    /// <summary>The rules of the appointment book.</summary>
    public required ContentItem<BookingTerms>? Booking { get; init; }

    /// <summary>What emergency mode offers.</summary>
    public required ContentItem<EmergencyTerms>? Emergency { get; init; }

    public required IReadOnlyDictionary<string, ContentItem<EmergencyCard>> EmergencyCards { get; init; }

    /// <summary>What the forms at the chair offer.</summary>
    public required ContentItem<BedsideTerms>? Bedside { get; init; }

    /// <summary>How somebody makes sure that the patient arrived at home.</summary>
    public required ContentItem<HomeCheck>? HomeCheck { get; init; }

    /// <summary>How long what waits may wait.</summary>
    public required ContentItem<TaskTerms>? Tasks { get; init; }

    public required KineticModels Kinetics { get; init; }

    /// <summary>Readiness and rated effects.</summary>
    public required KineticTerms KineticTerms { get; init; }

    public required DeviceCodeTable? DeviceCodes { get; init; }

    /// <summary>How families of devices write, by id.</summary>
    public required IReadOnlyDictionary<string, ContentItem<DeviceProfile>> DeviceProfiles { get; init; }

    /// <summary>By what devices themselves are judged.</summary>
    public required ContentItem<DeviceTerms>? DeviceTerms { get; init; }

    /// <summary>What an eligibility decision asks for.</summary>
    public required ContentItem<EligibilityTerms>? Eligibility { get; init; }

    /// <summary>What a patient is asked about their past.</summary>
    public required ContentItem<HistoryContent>? History { get; init; }

    /// <summary>Which instruments are asked when.</summary>
    public required ContentItem<AskingPlan>? Asking { get; init; }

    /// <summary>What is watched for as long as somebody is treated.</summary>
    public required ContentItem<SurveillancePlan>? Surveillance { get; init; }

    /// <summary>How each kind of note is laid out, by id.</summary>
    public required IReadOnlyDictionary<string, ContentItem<NoteTemplate>> Notes { get; init; }

    /// <summary>How letters are begun, one a letter and language.</summary>
    public required IReadOnlyList<LetterTemplate> Letters { get; init; }

    public required ContentItem<NoteTerms>? NoteTerms { get; init; }

    /// <summary>How facts of the chart are said in notes and letters.</summary>
    public required ContentItem<NoteFactWords>? NoteFacts { get; init; }

    /// <summary>Which papers a chart holds, and how large.</summary>
    public required ContentItem<DocumentTerms>? Documents { get; init; }

    /// <summary>The clinic's own forms, shaped like instruments.</summary>
    public required IReadOnlyDictionary<string, ContentItem<Instrument>> Forms { get; init; }

    /// <summary>The words of the patients' own pages, one a language.</summary>
    public required IReadOnlyList<InterfaceFile> Interface { get; init; }

    /// <summary>Who signed which file.</summary>
    public required ReviewRecord Review { get; init; }

    /// <summary>Every file as it was read, by its name below the content folder.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    /// <summary>The files that say only what they change in a base, as they run, by their names below the content folder.</summary>
    public required IReadOnlyDictionary<string, MadeContent> Made { get; init; }

    /// <summary>A fault at a line of a text, at the file and line where that is written.</summary>
    internal LibraryFault Written(LibraryFault fault) => Made.TryGetValue(fault.File, out var whole) ? whole.Placed(fault) : fault;

    public bool IsSound => Faults.Count == 0;

    /// <summary>This, when nothing is wrong with it.</summary>
    /// <exception cref="InvalidOperationException">Something is; the sentence names the first faults.</exception>
    public ClinicalLibrary Sound() => IsSound ? this
        : throw new InvalidOperationException($"The content has faults, so none of it is used: {string.Join("; ", Faults.Take(3))}");

    /// <summary>The rules as <see cref="Screen"/> wants them.</summary>
    public IReadOnlyList<ScreeningRule> ScreeningRules => [.. Rules.Values.Select(rule => rule.Value)];

    /// <summary>Whether somebody signed this file as it is now; a file changed since is not reviewed.</summary>
    /// <param name="file">Below the content folder, such as <c>rules/ci-preg.yaml</c>.</param>
    public bool IsReviewed(string file) => Review.Covers(file);

    /// <summary>The word that stands beside content nobody signed; null for what was signed.</summary>
    public string? ReviewMark(string file) => IsReviewed(file) ? null : "unreviewed";
}

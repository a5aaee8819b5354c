using Mooring.Clinical.Privacy;

namespace Mooring.Web.Pages.Chart.Privacy;

/// <summary>The words of restricted charts, openings, disclosures and requests.</summary>
public static class PrivacyWords
{
    public static string Of(RestrictionKind kind) => kind switch
    {
        RestrictionKind.StaffMember => "Works here, or is close to somebody who does",
        RestrictionKind.KnownPerson => "Known in public",
        RestrictionKind.AskedFor => "The patient asked for it",
        _ => "Another reason",
    };

    public static string Of(OpeningReason reason) => reason switch
    {
        OpeningReason.Emergency => "Emergency",
        OpeningReason.CoversForColleague => "I cover for a colleague",
        OpeningReason.PatientCalled => "The patient called or came",
        OpeningReason.AskedByTeam => "The care team asked me",
        OpeningReason.QualityOrSafety => "Quality or safety review",
        _ => "Another reason",
    };

    public static string Of(ReviewFinding finding) => finding switch
    {
        ReviewFinding.Justified => "There was a reason",
        ReviewFinding.NotJustified => "There was no reason that holds",
        _ => "Not clear, handed on",
    };

    public static string Of(OpeningKind kind) => kind == OpeningKind.AtTheChair ? "at the chair" : "with a reason";

    public static string Of(LookKind kind) => kind switch
    {
        LookKind.SameFamilyName => "Same family name",
        LookKind.Colleague => "The patient has the name of a colleague",
        LookKind.ManyCharts => "Many charts in an hour",
        LookKind.NoReason => "Charts without appointment, session or task",
        LookKind.Restricted => "Restricted chart, from outside its care team",
        _ => "At night",
    };

    public static string Of(Part2Item kind) => kind switch
    {
        Part2Item.Episode => "All of the chart",
        Part2Item.Diagnosis => "Diagnosis",
        Part2Item.Instrument => "Questionnaire",
        Part2Item.Protocol => "Protocol",
        Part2Item.Note => "Note",
        _ => "Document",
    };

    public static string Of(Part2Scope scope) => scope == Part2Scope.TreatmentPaymentOperations ? "All who treat and pay, from now on" : "One recipient, named below";

    public static string Of(DisclosureBasis basis) => basis switch
    {
        DisclosureBasis.Hipaa => "Treatment, payment or operations (HIPAA)",
        DisclosureBasis.Part2Consent => "Consent of the patient (42 CFR 2.31)",
        DisclosureBasis.Patient => "Given to the patient",
        _ => "Court order or law",
    };

    public static string Of(PrivacyRequestKind kind) => kind switch
    {
        PrivacyRequestKind.Amendment => "A correction of the record",
        PrivacyRequestKind.Copy => "A copy of the record",
        _ => "To whom it was disclosed",
    };

    public static string Of(RequestOutcome outcome) => outcome switch
    {
        RequestOutcome.Granted => "Granted",
        RequestOutcome.GrantedInPart => "Granted in part",
        RequestOutcome.Denied => "Denied",
        _ => "Withdrawn",
    };

    public static string Of(Part2Program program) => program switch
    {
        Part2Program.Yes => "Yes, it is a program",
        Part2Program.No => "No",
        _ => "Not sure: held like yes",
    };
}

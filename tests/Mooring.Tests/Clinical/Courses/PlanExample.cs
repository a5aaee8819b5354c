using Mooring.Clinical;
using Mooring.Clinical.Consent;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Dosing;
using Mooring.Clinical.Protocols;

namespace Mooring.Tests.Clinical.Courses;

/// <summary>What the tests of plans and consents start from.</summary>
internal static class PlanExample
{
    public static readonly DateOnly Today = new(2026, 3, 2);
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);
    public static readonly Actor Prescriber = Content.As(new Guid(1, 0, 0, new byte[8]), "Ines Rowan", Role.Prescriber);
    public static readonly Actor Nurse = Content.As(new Guid(2, 0, 0, new byte[8]), "Tom Sedge", Role.Nurse);
    public static readonly IReadOnlySet<DayOfWeek> Weekdays = new HashSet<DayOfWeek>
    {
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday,
    };

    public static ConsentForm Form(string id = "ketamine-off-label", string language = "en") =>
        Content.Consents.Items.Single(form => form.Id == id && form.Language == language);

    /// <summary>The form as the protocol's drug, route and label make it.</summary>
    public static ConsentForm FormFor(string protocol, string language = "en") =>
        Form(Content.Protocol(protocol).Consent, language).As(Treatment.Of(Content.Protocol(protocol)));

    public static ConsentSigning Signing(ConsentForm form) => new()
    {
        PatientName = "Mara Alder",
        PatientLanguage = form.Language,
        Ticked = form.Statements.Select(statement => statement.Id).ToHashSet(StringComparer.Ordinal),
        Permissions = form.Permissions.ToDictionary(permission => permission.Id, _ => false, StringComparer.Ordinal),
        Answers = form.Questions.ToDictionary(question => question.Id, question => question.Right),
        Signature = "Mara Alder",
        ExplainedBy = Nurse,
    };

    public static PlanGround Ground(string protocol = "TRD-IV-STD") => new()
    {
        Eligible = Finding.Met,
        EligibleUntil = Today.AddDays(30),
        SuicideRiskSettled = Finding.Met,
        Consent = Signing(FormFor(protocol)).Sign(FormFor(protocol), Now, Today).Value,
        Form = FormFor(protocol),
        Conditions = Content.Protocol(protocol).Icd10,
    };

    public static PlanDraft Draft(string protocol = "TRD-IV-STD")
    {
        var request = new DoseRequest { Weight = new(new(70, "kg"), Today), Dose = Content.Protocol(protocol).Dose[0].Start };
        return new()
        {
            Protocol = Content.Protocol(protocol),
            Dose = DoseSheet.Work(Content.Protocol(protocol), Content.DoseRules.Value!, request, Today).Value!,
            FirstDosing = Today.AddDays(7),
            OpenDays = Weekdays,
        };
    }

    public static Outcome<Plan> Sign(PlanDraft draft, PlanGround ground, Actor? by = null) =>
        draft.Sign(ground, Content.DoseRules.Value!, by ?? Prescriber, Now, Today);
}

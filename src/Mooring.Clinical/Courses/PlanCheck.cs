using Mooring.Clinical.Consent;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Settings;

namespace Mooring.Clinical.Courses;

/// <summary>Who may sign, and on what ground.</summary>
internal static class PlanCheck
{
    public static IEnumerable<Refusal> Of(PlanDraft draft, PlanGround ground, Actor by, DateOnly today)
    {
        if (PlanDraft.Against(by) is { } notTheirs)
            yield return notTheirs;
        if (draft.Protocol.NotRunHere is { } elsewhere)
            yield return new("CRS110", $"{draft.Protocol.Id} is not run here: {elsewhere.Says}", "protocol");
        if (ground.SuicideRiskSettled != Finding.Met)
            yield return new("CRS103", "The suicide-risk step comes first: finish it, or answer the item that opens it.", "suicide-risk");
        if (Eligibility(ground, today) is { } notEligible)
            yield return notEligible;
        foreach (var refusal in ConsentCurrency.Check(ground.Form, ground.Consent, today))
            yield return refusal;
        if (draft.Dose.ProtocolId != draft.Protocol.Id || draft.Dose.ProtocolVersion != draft.Protocol.Version)
            yield return new("CRS106", "The dose was worked out for another protocol or version; work it out again.", "dose");
        if (draft.FirstDosing < today)
            yield return new("CRS107", $"The first dosing day, {draft.FirstDosing:yyyy-MM-dd}, has passed; choose another.", "first-dosing");
        if (draft.OpenDays.Count == 0)
            yield return new("CRS113", "No day is open for dosing; give the days on which the clinic sees people.", "open-days");
        foreach (var question in draft.IsClosedMeant || draft.FirstDosing < today ? [] : ClosedDays(draft))
            yield return question;
        if (!IsMadeFor(draft.Protocol, ground.Conditions) && string.IsNullOrWhiteSpace(draft.Reasons.GetValueOrDefault(Plan.Indication)))
        {
            yield return new(
                "CRS111",
                $"{draft.Protocol.Id} is made for {string.Join(", ", draft.Protocol.Icd10)}, and no such condition is on the list. Add it to the history, or write why you treat another condition by it.",
                Plan.Indication);
        }

        foreach (var refusal in Within(draft))
            yield return refusal;
    }

    private static IEnumerable<Refusal> Within(PlanDraft draft)
    {
        if (draft.Within is { State: CourseState.Paused })
            yield return new("CRS309", "This course is paused. Resume it first, with the day of its next session; then change the plan.", "sessions");
        if (draft.Sessions is not { } sessions)
            yield break;
        if (draft.Within is { } course && sessions <= course.HeldIn(draft.Phase))
            yield return new("CRS308", $"{course.HeldIn(draft.Phase)} sessions of this phase were held already; the number counts them and those to come.", "sessions");
        if (draft.Protocol.Course.ElementAtOrDefault(draft.Phase) is { } phase && (sessions < phase.Low || sessions > phase.High) && draft.Within?.Maintenance is null
            && string.IsNullOrWhiteSpace(draft.Reasons.GetValueOrDefault("sessions")))
        {
            yield return new("CRS108", $"{draft.Protocol.Id} plans {phase.Low} to {phase.High} sessions, not {sessions}. Write a reason.", "sessions");
        }
    }

    // Both are questions: people may be seen on a day that is otherwise closed.
    private static IEnumerable<Refusal> ClosedDays(PlanDraft draft)
    {
        if (draft.Opening.Asks(PlanDraft.ClosedDay, draft.FirstDosing, "firstDosing") is { } first)
            yield return first;
        var closed = OpeningTimes.Week.Where(day => draft.OpenDays.Contains(day) && !draft.Opening.IsOpen(day)).ToList();
        if (closed.Count > 0)
            yield return new(PlanDraft.ClosedDay, $"The clinic is closed on {string.Join(" and ", closed)}, and the plan would lay visits there. Take the day out, or tick that it is meant.", "open-days");
    }

    // By the category, since what the patient tells has no finer code: F33.9 is the depression of F33.2.
    private static bool IsMadeFor(Protocol protocol, IEnumerable<string> conditions) =>
        protocol.Icd10.Count == 0 || conditions.Any(code => protocol.Icd10.Any(made => string.Equals(Category(made), Category(code), StringComparison.OrdinalIgnoreCase)));

    private static string Category(string code) => code.Length > 3 ? code[..3] : code;

    private static Refusal? Eligibility(PlanGround ground, DateOnly today) => ground switch
    {
        { Eligible: Finding.Unknown } =>
            new("CRS104", "No eligibility decision that holds is recorded; the prescriber decides first, and a medical director agrees where a finding asks for one.", "eligibility"),
        { Eligible: Finding.NotMet } =>
            new("CRS114", "The prescriber's decision is not 'eligible'; the plan can not be signed.", "eligibility"),
        { EligibleUntil: null } =>
            new("CRS105", "The eligibility decision has no end date; decide it again.", "eligibility"),
        { EligibleUntil: { } until } when until < today =>
            new("CRS116", $"The eligibility decision ended on {until:yyyy-MM-dd}; decide it again.", "eligibility"),
        _ => null,
    };
}

using Mooring.Clinical.SafetyPlans;

namespace Mooring.Web.Pages.Chart.SafetyPlans;

/// <summary>How the steps of a safety plan read to staff.</summary>
public static class SafetyPlanWords
{
    public static string Title(SafetyStep step) => step switch
    {
        SafetyStep.WarningSigns => "Warning signs",
        SafetyStep.Coping => "What the patient can do alone",
        SafetyStep.Company => "People and places that take the mind off it",
        SafetyStep.PeopleToTell => "People who can be told",
        SafetyStep.Professionals => "Clinicians and services",
        _ => "Safer surroundings",
    };

    public static string Hint(SafetyStep step) => step switch
    {
        SafetyStep.WarningSigns => "Thoughts, moods, situations that come before.",
        SafetyStep.Coping => "Without anybody else: walk, music, breathing.",
        SafetyStep.Company => "May be empty.",
        SafetyStep.PeopleToTell => "Name and phone. May be empty.",
        SafetyStep.Professionals => "Name, phone, hours. 988 and 911 stand below every plan.",
        _ => "Medicines, firearms, other means: who keeps them, and where.",
    };

    public static string Of(SafetyPlanGiven given) => given switch
    {
        SafetyPlanGiven.OnPaper => "given on paper",
        SafetyPlanGiven.OnOwnPages => "shown on the own pages",
        SafetyPlanGiven.Both => "on paper and on the own pages",
        _ => "not given yet",
    };
}

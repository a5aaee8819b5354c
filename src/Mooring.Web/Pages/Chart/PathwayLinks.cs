using Mooring.Clinical;
using Mooring.Clinical.Pathways;
using Mooring.Clinical.Patients;

namespace Mooring.Web.Pages.Chart;

/// <summary>Where each step of the way is done.</summary>
public static class PathwayLinks
{
    public static string? To(PathwayAct act, Id<Patient> patient) => act switch
    {
        PathwayAct.SettleRisk => $"/patients/{patient}/risk",
        PathwayAct.TakeHistory => $"/patients/{patient}/history",
        PathwayAct.AskQuestionnaires => $"/patients/{patient}/questionnaires",
        PathwayAct.DecideScreening => $"/patients/{patient}/screening",
        PathwayAct.SignConsent => $"/patients/{patient}/consent",
        PathwayAct.MakePlan or PathwayAct.SignPlan => $"/patients/{patient}/plan",
        PathwayAct.OpenSession or PathwayAct.GoToSession => $"/patients/{patient}/sessions",
        PathwayAct.Review => $"/patients/{patient}/review",
        _ => null,
    };

    public static string? To(Stage stage, Id<Patient> patient) => stage switch
    {
        Stage.Screening => $"/patients/{patient}/screening",
        Stage.Consent => $"/patients/{patient}/consent",
        Stage.Plan => $"/patients/{patient}/plan",
        Stage.Sessions => $"/patients/{patient}/sessions",
        Stage.Review => $"/patients/{patient}/review",
        _ => null,
    };
}

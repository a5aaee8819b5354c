using Mooring.Clinical.Sessions;
using Mooring.Kinetics.Models;
using Mooring.Storage.Library;

namespace Mooring.Storage.Series;

/// <summary>
/// Which published model speaks for a session. Kamp 2020 pools the most raw data for racemic ketamine; Perez-Ruixo 2021
/// is the label's population model of the nasal spray. For anything else nothing is shown rather than something near.
/// </summary>
internal static class ModelChoice
{
    public static KineticModel? For(SessionPlan plan, KineticModels models) => For(DrugOf(plan), plan.Route, models);

    public static KineticModel? For(Drug drug, Clinical.DoseRoute route, KineticModels models) => (drug, route) switch
    {
        (Drug.Ketamine, Clinical.DoseRoute.Iv or Clinical.DoseRoute.Im or Clinical.DoseRoute.Sl or Clinical.DoseRoute.Po) => models.Find("kamp-2020"),
        (Drug.Esketamine, Clinical.DoseRoute.Nasal) => models.Find("perez-ruixo-2021"),
        _ => null,
    };

    public static Drug DrugOf(SessionPlan plan) => plan.Drug.Equals("esketamine", StringComparison.OrdinalIgnoreCase) ? Drug.Esketamine : Drug.Ketamine;
}

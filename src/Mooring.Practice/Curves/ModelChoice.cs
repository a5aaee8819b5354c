using Mooring.Clinical.Protocols;
using Mooring.Clinical.Sessions;
using Mooring.Content.Library;
using Mooring.Kinetics.Models;

namespace Mooring.Practice.Curves;

/// <summary>
/// Which published model speaks for a protocol: the first that its own file names and that knows the drug by this route.
/// Where none does, nothing is shown rather than something near.
/// </summary>
public sealed class ModelChoice(ClinicalLibrary library)
{
    /// <summary>Every sound model of the library.</summary>
    public IReadOnlyList<KineticModel> All => library.Kinetics.All;

    public KineticModel? For(SessionPlan plan) => For(plan.Protocol.Id, DrugOf(plan), plan.Route);

    public KineticModel? For(Protocol protocol) =>
        For(protocol.Id, protocol.Drug == Clinical.Drug.Racemic ? Kinetics.Models.Drug.Ketamine : Kinetics.Models.Drug.Esketamine, protocol.Route);

    public static Kinetics.Models.Drug DrugOf(SessionPlan plan) => DrugOf(plan.Drug);

    internal static Kinetics.Models.Drug DrugOf(string drug) =>
        drug.Equals("esketamine", StringComparison.OrdinalIgnoreCase) ? Kinetics.Models.Drug.Esketamine : Kinetics.Models.Drug.Ketamine;

    private KineticModel? For(string protocolId, Kinetics.Models.Drug drug, Clinical.DoseRoute route) =>
        library.Protocols.FirstOrDefault(one => one.Id.Equals(protocolId, StringComparison.OrdinalIgnoreCase))?.Kinetics
            .Select(library.Kinetics.Find)
            .FirstOrDefault(model => model is not null && model.Drug == drug && model.Routes.Any(one => one.Route == GivenDoses.Way(route)));
}

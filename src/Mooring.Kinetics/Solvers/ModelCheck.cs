using Mooring.Kinetics.Models;

namespace Mooring.Kinetics.Solvers;

/// <summary>Whether a model's file makes sense before anyone is shown a curve from it.</summary>
public static class ModelCheck
{
    /// <summary>Every objection: KIN201 formulas, KIN202 and KIN210 units and values, KIN203, KIN211 and KIN212 variation, KIN204 and KIN207 to KIN209 names, KIN205 routes.</summary>
    public static IReadOnlyList<Objection> Of(KineticModel model)
    {
        var objections = new List<Objection>();
        var twice = model.Parameters.GroupBy(one => one.Id, StringComparer.Ordinal).Where(group => group.Count() > 1);
        objections.AddRange(twice.Select(group => new Objection("KIN204", $"The parameter '{group.Key}' is given twice.", At(group.Key))));
        if (objections.Count > 0)
            return objections;

        objections.AddRange(model.Parameters.SelectMany(one => Parameter(one, model)));
        foreach (var covariate in model.Covariates.Where(one => model.Parameters.All(parameter => parameter.Id != one.Of)))
            objections.Add(new("KIN207", $"A covariate acts on '{covariate.Of}', which is not a parameter.", "covariates"));
        foreach (var group in model.Routes.GroupBy(one => one.Route).Where(group => group.Count() > 1))
            objections.Add(new("KIN205", $"The route {group.Key} is described twice.", "routes"));
        objections.AddRange(Structure(model));
        return objections;
    }

    private static IEnumerable<Objection> Parameter(Parameter one, KineticModel model)
    {
        if (Typical.InMinutes(one.Value.Unit) is null)
            yield return new("KIN202", $"The unit '{one.Value.Unit}' is not one of L, L/h, L/min, /h, /min, h, min, 1.", At(one.Id));
        if (!double.IsFinite(one.Value.Value) || one.Value.Value <= 0)
            yield return new("KIN210", "A parameter must be above zero.", At(one.Id));
        if (one.Varies is not { } varies)
            yield break;

        var given = (varies.Cv is null ? 0 : 1) + (varies.Variance is null ? 0 : 1) + (varies.LogitSd is null ? 0 : 1);
        if (given > 1 || (given == 0 && varies.OccasionVariance <= 0))
            yield return new("KIN203", "Give one of cv, variance and logit-sd.", At(one.Id));
        if (varies.LogitSd is not null && one.Value.Value >= 1)
            yield return new("KIN211", "Only a fraction below 1 can vary on the logit.", At(one.Id));
        if (varies.With is { } with)
        {
            var partner = model.Parameters.TakeWhile(other => other.Id != one.Id).FirstOrDefault(other => other.Id == with)?.Varies;
            if (partner is null || partner.With is not null || varies.Covariance * varies.Covariance > partner.Total * varies.Total)
                yield return new("KIN212", $"'{with}' must be an earlier parameter that varies by itself, with a covariance that both allow.", At(one.Id));
        }
    }

    private static IEnumerable<Objection> Structure(KineticModel model)
    {
        CompiledModel? anatomy = null;
        Objection? wrong = null;
        try
        {
            anatomy = ModelCompiler.Of(model, [.. model.Routes.Select(one => one.Route)], withArea: true);
        }
        catch (FormatException unreadable)
        {
            wrong = new("KIN201", unreadable.Message, "flows");
        }
        catch (KeyNotFoundException unknown)
        {
            wrong = new("KIN208", "An output reads a compartment that nothing reaches: " + unknown.Message, "outputs");
        }

        if (wrong is not null)
            yield return wrong;
        foreach (var compartment in anatomy?.States.Keys.Where(one => IsDeadEnd(one, model)) ?? [])
            yield return new("KIN209", $"Nothing leaves '{compartment}': a name is misspelt, or a flow to 'out' is missing.", "flows");
    }

    private static bool IsDeadEnd(string state, KineticModel model) =>
        state is not (ModelCompiler.Effect or ModelCompiler.Area)
        && !state.StartsWith(CompiledModel.FeedOf(""), StringComparison.Ordinal)
        && model.Flows.All(flow => flow.From != state);

    private static string At(string parameter) => "parameters." + parameter;
}

using Mooring.Kinetics.Models;

namespace Mooring.Kinetics.Solvers;

/// <summary>Reads a model's formulas and lays out its states for the routes in use.</summary>
internal sealed class ModelCompiler
{
    public const string Effect = "effect site";
    public const string Area = "area under plasma";

    private readonly KineticModel model;
    private readonly Dictionary<string, int> names;
    private readonly Dictionary<string, int> states = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, Func<double[], double>> rates = new(StringComparer.Ordinal);
    private readonly HashSet<int> parameters = [];

    private ModelCompiler(KineticModel model)
    {
        this.model = model;
        names = model.Parameters.Select((one, index) => (one.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
    }

    /// <param name="routes">The routes that will be used.</param>
    /// <param name="withArea">Whether the area under the plasma curve is carried as a state, which makes it exact.</param>
    /// <exception cref="FormatException">A formula can not be read: <see cref="ModelCheck"/> tells where.</exception>
    public static CompiledModel Of(KineticModel model, IReadOnlyCollection<DoseRoute> routes, bool withArea) =>
        new ModelCompiler(model).Lay([.. model.Routes.Where(one => routes.Contains(one.Route))], withArea);

    private CompiledModel Lay(IReadOnlyList<RouteInput> routes, bool withArea)
    {
        var plasma = model.Outputs.Plasma;
        Reach(plasma.Of);
        var inputs = routes.SelectMany(route => route.Inputs.Concat(route.Device?.Again ?? []).Select(input => (route, input))).ToList();
        foreach (var (_, input) in inputs)
            Reach(input.Into);
        var compartments = states.Keys.ToList();
        foreach (var (_, input) in inputs.Where(pair => pair.route.Infusible || pair.input.Over is not null))
            Add(CompiledModel.FeedOf(input.Into));
        Add(Effect);
        if (withArea)
            Add(Area);

        return new()
        {
            Model = model,
            States = states,
            Terms = [.. Terms(compartments, withArea)],
            Rates = [.. rates.Values],
            Parameters = parameters,
            Readings = [.. Readings()],
            Entries = routes.ToDictionary(route => route.Route, route => new CompiledModel.Entry(
                route, [.. route.Inputs.Select(Way)], [.. (route.Device?.Again ?? route.Inputs).Select(Way)])),
        };
    }

    private IEnumerable<CompiledModel.Term> Terms(List<string> compartments, bool withArea)
    {
        foreach (var flow in model.Flows.Where(flow => compartments.Contains(flow.From)))
        {
            yield return Term(flow.From, flow.From, flow.Rate, -1);
            if (flow.To != Flow.Outside)
                yield return Term(flow.To, flow.From, flow.Rate);
        }

        foreach (var compartment in compartments.Where(one => states.ContainsKey(CompiledModel.FeedOf(one))))
            yield return Term(compartment, CompiledModel.FeedOf(compartment), "1");

        // The effect site holds a concentration in mg/L and takes nothing from plasma.
        var (plasma, volume) = (model.Outputs.Plasma.Of, model.Outputs.Plasma.Volume);
        yield return Term(Effect, plasma, $"({model.Outputs.EffectRate}) / ({volume})");
        yield return Term(Effect, Effect, model.Outputs.EffectRate, -1);
        if (withArea)
            yield return Term(Area, plasma, $"1 / ({volume})");
    }

    private CompiledModel.Term Term(string to, string from, string rate, int sign = 1)
    {
        if (!rates.ContainsKey(rate))
            rates.Add(rate, Read(rate));
        return new(states[to], states[from], rates.IndexOf(rate), sign);
    }

    private IEnumerable<CompiledModel.Reading> Readings()
    {
        yield return Reading("plasma", model.Outputs.Plasma);
        yield return new("effect", states[Effect], _ => 1000);
        if (model.Outputs.Norketamine is { } nor)
            yield return Reading("norketamine", nor);
        if (model.Outputs.Hydroxynorketamine is { } hydroxy)
            yield return Reading("hydroxynorketamine", hydroxy);
    }

    private CompiledModel.Reading Reading(string name, Output output)
    {
        var (volume, factor) = (Read(output.Volume), Read(output.Factor));
        return new(name, states[output.Of], values => 1000 * factor(values) / volume(values));
    }

    private CompiledModel.Way Way(Input input) => new(
        states[input.Into],
        states.GetValueOrDefault(CompiledModel.FeedOf(input.Into), -1),
        Read(input.Fraction),
        input.Over is { } over ? Read(over) : null);

    private Func<double[], double> Read(string formula) => Formula.Read(formula, names, parameters);

    private void Reach(string compartment)
    {
        if (compartment == Flow.Outside || !Add(compartment))
            return;
        foreach (var flow in model.Flows.Where(flow => flow.From == compartment))
            Reach(flow.To);
    }

    private bool Add(string state) => states.TryAdd(state, states.Count);
}

using System.Globalization;
using Mooring.Kinetics.Models;
using Mooring.Kinetics.Quantities;
using Mooring.Kinetics.Regimens;

namespace Mooring.Kinetics.Solvers;

/// <summary>What can not be, or lies outside what the model's file allows, is refused with every reason at once.</summary>
internal static class Possible
{
    private const int MostTimes = 20_000;

    public static IReadOnlyList<Objection> Check(KineticModel model, Subject subject, Regimen regimen, IReadOnlyList<TimeSpan> at)
    {
        var objections = new List<Objection>();
        var kilograms = subject.Weight.InKilograms;
        if (!(kilograms >= model.Validity.LowestKilograms && kilograms <= model.Validity.HighestKilograms))
        {
            objections.Add(new("KIN301", Text(
                $"A weight of {kilograms} kg is outside the {model.Validity.LowestKilograms} to {model.Validity.HighestKilograms} kg that {model.Id} computes; check the weight."), "weight"));
        }

        for (var i = 0; i < regimen.Doses.Count; i++)
            objections.AddRange(Check(regimen.Doses[i], model, Text($"regimen[{i}]")));
        if (at.Count == 0 || at.Count > MostTimes || at.Any(time => time < TimeSpan.Zero))
            objections.Add(new("KIN306", Text($"Ask for 1 to {MostTimes} times, none before the start."), "at"));
        if (objections.Count == 0)
            objections.AddRange(Totals(model, kilograms, regimen, at.Max()));
        return objections;
    }

    public static IReadOnlyList<Objection> Check(
        KineticModel model, Subject subject, Regimen regimen, IReadOnlyList<TimeSpan> at, Population population) =>
        population.Size is < 20 or > 100_000
            ? [.. Check(model, subject, regimen, at), new("KIN308", "A band needs 20 to 100000 virtual patients.", "population")]
            : Check(model, subject, regimen, at);

    private static IEnumerable<Objection> Check(Dose dose, KineticModel model, string place)
    {
        var (given, lasts) = dose switch
        {
            Dose.Single single => (single.Amount.InMilligrams, null),
            Dose.Infusion run => (run.Rate.InMilligramsPerMinute, run.Until - run.At),
            _ => (double.NaN, (TimeSpan?)null),
        };
        // A rate of no duration is infinite: the duration is what is wrong then.
        if (lasts <= TimeSpan.Zero)
            yield return new("KIN303", "An infusion must last longer than nothing; check its duration or its end.", place);
        else if (!double.IsFinite(given) || given <= 0)
            yield return new("KIN302", "A dose must be above zero; leave out what was not given.", place);
        if (dose.At < TimeSpan.Zero)
            yield return new("KIN307", "A dose can not lie before the start of the regimen.", place);

        var route = model.Routes.FirstOrDefault(one => one.Route == dose.Route);
        if (route is null)
            yield return new("KIN304", $"{model.Id} does not describe the route {Word(dose.Route)}; it has {string.Join(", ", model.Routes.Select(one => Word(one.Route)))}.", place);
        else if (dose is Dose.Infusion && !route.Infusible)
            yield return new("KIN309", $"{model.Id} can not run drug in by the route {Word(dose.Route)}; give it as single doses.", place);
    }

    private static IEnumerable<Objection> Totals(KineticModel model, double kilograms, Regimen regimen, TimeSpan until) =>
        from route in model.Routes
        let total = regimen.Doses.Where(dose => dose.Route == route.Route).Sum(dose => Whole(dose, until).InMilligrams)
        where total > route.MostMgPerKg * kilograms * (1 + 1e-9)
        select new Objection("KIN305", Text(
            $"{total:0.###} mg {Word(route.Route)} at {kilograms} kg is above the {route.MostMgPerKg} mg/kg that {model.Id} computes; check amount, rate and unit."), "regimen");

    private static Mass Whole(Dose dose, TimeSpan until) =>
        dose.GivenBy(dose is Dose.Infusion { Until: { } end } ? end : until > dose.At ? until : dose.At);

    private static string Word(DoseRoute route) => route.ToString().ToLowerInvariant();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

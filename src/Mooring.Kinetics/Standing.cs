using System.Globalization;
using Mooring.Kinetics.Models;
using Mooring.Kinetics.Quantities;
using Mooring.Kinetics.Regimens;

namespace Mooring.Kinetics;

/// <summary>What stands beside a curve: the model's own sentences, and where this person or regimen leaves its ground.</summary>
internal static class Standing
{
    public static IReadOnlyList<string> Caveats(KineticModel model, Subject subject, Regimen regimen)
    {
        var caveats = new List<string>(model.Caveats);
        var (young, old) = (model.Validity.YoungestYears, model.Validity.OldestYears);
        if (subject.AgeInYears is not { } age)
            caveats.Add(Text($"The age was not given; the curve is that of the model's typical person."));
        else if (age < young || age > old)
            caveats.Add(Text($"This person is {age} years old; the model's data came from people of {young} to {old} years."));
        if (subject.Scaling is { } scaling && scaling != model.Scaling)
            caveats.Add(Text($"Weight scaling was set to {scaling.ToString().ToLowerInvariant()}; the model's own is {model.Scaling.ToString().ToLowerInvariant()}."));
        if (regimen.StatedAs == Salt.Hydrochloride)
            caveats.Add(Text($"Amounts stated as hydrochloride were counted as the base in them, {LabelMass.BaseIn(Salt.Hydrochloride):0.000} mg in each."));
        foreach (var route in model.Routes.Where(one => one.Trust == Trust.Ours && regimen.Doses.Any(dose => dose.Route == one.Route)))
            caveats.Add(Text($"The {route.Route.ToString().ToLowerInvariant()} route is our own calibration on few people, not a published population model: {route.Because}"));
        return caveats;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using Mooring.Kinetics.Models;
using Mooring.Kinetics.Quantities;
using Mooring.Kinetics.Regimens;

namespace Mooring.Kinetics;

/// <summary>What stands beside a curve: the model's own sentences, and where this person or regimen leaves its ground.</summary>
internal static class ModelCaveats
{
    public static IReadOnlyList<string> Caveats(KineticModel model, Subject subject, Regimen regimen)
    {
        var caveats = new List<string>(model.Caveats);
        var (young, old) = (model.Validity.YoungestYears, model.Validity.OldestYears);
        if (subject.AgeInYears is not { } age)
            caveats.Add(Text($"The age was not given; the curve is that of the model's typical person."));
        else if (age < young || age > old)
            caveats.Add(Text($"This person is {age} years old; the model's data came from people of {young} to {old} years."));
        if (subject.BodyMassIndex is { } index && index > model.Validity.HighestBodyMassIndex)
            caveats.Add(Text($"The body mass index is {index:0.#}; above {model.Validity.HighestBodyMassIndex} no model knows how weight counts, and the true band is wider."));
        caveats.AddRange(subject.Circumstances.Distinct().Select(Said));
        if (subject.Scaling is { } scaling && scaling != model.Scaling)
            caveats.Add(Text($"Weight scaling was set to {scaling.ToString().ToLowerInvariant()}; the model's own is {model.Scaling.ToString().ToLowerInvariant()}."));
        if (regimen.StatedAs == Salt.Hydrochloride)
            caveats.Add(Text($"Amounts stated as hydrochloride were counted as the base in them, {LabelMass.BaseIn(Salt.Hydrochloride):0.000} mg in each."));
        foreach (var route in model.Routes.Where(one => one.Trust == Trust.Ours && regimen.Doses.Any(dose => dose.Route == one.Route)))
            caveats.Add(Text($"The {route.Route.ToString().ToLowerInvariant()} route is our own calibration on few people, not a published population model: {route.Because}"));
        return caveats;
    }

    private static string Said(Circumstance circumstance) => circumstance switch
    {
        Circumstance.Pregnancy => "This person is pregnant; no model describes pregnancy.",
        Circumstance.LiverDisease => "This person has liver disease; levels can be higher and last longer than the curve.",
        Circumstance.EnzymeInhibitor => "This person takes a drug that slows CYP3A4 or CYP2B6; levels can be higher than the curve, most of all by mouth.",
        Circumstance.EnzymeInducer => "This person takes a drug that speeds CYP3A4 or CYP2B6; levels can be lower than the curve, most of all by mouth.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

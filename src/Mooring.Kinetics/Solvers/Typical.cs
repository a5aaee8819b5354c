using Mooring.Kinetics.Models;

namespace Mooring.Kinetics.Solvers;

/// <summary>The model's parameters for one kind of person, in liters and minutes, before people differ at random.</summary>
internal static class Typical
{
    public const double ReferenceKilograms = 70;

    public static double[] Of(KineticModel model, Subject subject) => [.. model.Parameters.Select(one => For(one, model, subject))];

    /// <summary>The factor from a unit to liters and minutes, or null for a unit that models do not use.</summary>
    public static double? InMinutes(string unit) => unit switch
    {
        "1" or "L" or "L/min" or "/min" or "min" => 1,
        "L/h" or "/h" => 1.0 / 60,
        "h" => 60,
        _ => null,
    };

    private static double For(Parameter parameter, KineticModel model, Subject subject)
    {
        var value = parameter.Value.Value * InMinutes(parameter.Value.Unit)!.Value;
        value *= Math.Pow(subject.Weight.InKilograms / ReferenceKilograms, Exponent(parameter, model, subject));
        foreach (var covariate in model.Covariates.Where(one => one.Of == parameter.Id))
        {
            if (covariate is { AddPerYear: { } perYear, YearsOver: { } over } && subject.AgeInYears > over)
                value += perYear.Value * InMinutes(perYear.Unit)!.Value * (subject.AgeInYears.Value - over);
            if (covariate is { When: { } group, Times: { } times } && Belongs(subject, group))
                value *= times;
        }

        return value;
    }

    private static bool Belongs(Subject subject, Ancestry group) =>
        subject.Ancestry == group || (group == Ancestry.Asian && subject.Ancestry == Ancestry.Japanese);

    private static double Exponent(Parameter parameter, KineticModel model, Subject subject) =>
        subject.Scaling is null && parameter.Exponent is { } published ? published
        : (subject.Scaling ?? model.Scaling, parameter.ScalesAs) switch
        {
            (Scaling.None, _) or (_, ScalesAs.Nothing) => 0,
            (_, ScalesAs.Volume) or (Scaling.Linear, ScalesAs.Clearance) => 1,
            (Scaling.Linear, ScalesAs.RateConstant) => 0,
            (_, ScalesAs.Clearance) => 0.75,
            _ => -0.25, // a clearance over a volume
        };
}

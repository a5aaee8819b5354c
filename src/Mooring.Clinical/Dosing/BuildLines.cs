using Mooring.Clinical.Facts;
using static Mooring.Clinical.Dosing.DoseLine;

namespace Mooring.Clinical.Dosing;

/// <summary>Body mass index, and from a set index on the ideal and the adjusted weight, for the prescriber to look at.</summary>
internal static class BuildLines
{
    private const int CentimetersInAMeter = 100;
    private const int Percent = 100;

    public static IEnumerable<DoseLine> Of(BuildRules rules, decimal kg, decimal cm, Sex sex)
    {
        var bmi = kg * CentimetersInAMeter * CentimetersInAMeter / (cm * cm);
        yield return DoseArithmetic.Line("bmi", "Body mass index", bmi, 1, "kg/m2", $"{Print(kg)} kg / ({Print(cm)} cm)²");
        if (bmi < (decimal)rules.ShowFrom.Value)
            yield break;

        // Where neither is recorded, the lower weight, because it gives the lower dose.
        var isSaid = sex is Sex.Female or Sex.Male;
        var at = (decimal)(sex switch { Sex.Male => rules.Men.Value, Sex.Female => rules.Women.Value, _ => Math.Min(rules.Men.Value, rules.Women.Value) });
        var which = isSaid ? "for comparison only" : "the lower of both formulas, because no sex is recorded, for comparison only";
        var inch = (decimal)rules.Inch.Value;
        var from = (decimal)rules.FromHeight.Value;
        var each = (decimal)rules.PerInch.Value;
        var ideal = at + (each * ((cm / inch) - from));
        var part = (decimal)rules.Adjusted.Value / Percent;
        var adjusted = ideal + (part * (kg - ideal));

        yield return DoseArithmetic.Line("ideal-weight", $"Ideal weight (Devine), {which}", ideal, 2, "kg",
            $"{Print(at)} kg + {Print(each)} kg × ({Print(cm)} cm / {Print(inch)} cm − {Print(from)})");
        yield return DoseArithmetic.Line("adjusted-weight", $"Adjusted weight, {which}", adjusted, 2, "kg",
            $"{Print(ideal)} kg + {Print(part)} × ({Print(kg)} kg − {Print(ideal)} kg)");
    }
}

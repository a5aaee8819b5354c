using Mooring.Clinical.Patients;
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
        if (bmi < (decimal)rules.ShowFrom.Value || sex is not (Sex.Female or Sex.Male))
            yield break;

        var at = (decimal)(sex == Sex.Male ? rules.Men : rules.Women).Value;
        var inch = (decimal)rules.Inch.Value;
        var from = (decimal)rules.FromHeight.Value;
        var each = (decimal)rules.PerInch.Value;
        var ideal = at + (each * ((cm / inch) - from));
        var part = (decimal)rules.Adjusted.Value / Percent;
        var adjusted = ideal + (part * (kg - ideal));

        yield return DoseArithmetic.Line("ideal-weight", "Ideal weight (Devine), for comparison only", ideal, 2, "kg",
            $"{Print(at)} kg + {Print(each)} kg × ({Print(cm)} cm / {Print(inch)} cm − {Print(from)})");
        yield return DoseArithmetic.Line("adjusted-weight", "Adjusted weight, for comparison only", adjusted, 2, "kg",
            $"{Print(ideal)} kg + {Print(part)} × ({Print(kg)} kg − {Print(ideal)} kg)");
    }
}

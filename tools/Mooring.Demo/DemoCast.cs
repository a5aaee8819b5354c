using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;

namespace Mooring.Demo;

/// <summary>The fourteen people of the demo. All of them are invented. Those at the chairs have each pronoun, and one did not say.</summary>
public static class DemoCast
{
    private const string Iv = "TRD-IV-STD";
    private const string Nasal = "TRD-ESK-IN";
    private const string Im = "KAP-IM";

    public static DemoPerson Referred { get; } = new("Iris", "Fern", new(1991, 5, 12), Sex.Female, Iv, 64, "0.5", "mg/kg")
    {
        Reason = "Third episode of depression, no relief from sertraline or venlafaxine.",
        Urgency = Urgency.Soon,
    };

    public static DemoPerson Asked { get; } = new("Omar", "Birch", new(1979, 11, 2), Sex.Male, Iv, 88, "0.5", "mg/kg")
    {
        Reason = "Long depression; asks about ketamine.",
    };

    public static DemoPerson AtRisk { get; } = new("Lena", "Moss", new(1996, 2, 27), Sex.Female, Iv, 58, "0.5", "mg/kg") { Phq = [22], Item9 = 1, Urgency = Urgency.Soon };

    public static DemoPerson Waiting { get; } = new("Tomas", "Reed", new(1958, 8, 19), Sex.Male, Iv, 91, "0.5", "mg/kg")
    {
        Pressure = (148, 92),
        Medicine = "lorazepam",
        Condition = "Hypertension",
        Icd10 = "I10",
        Phq = [17],
    };

    public static DemoPerson NotEligible { get; } = new("Ruth", "Cedar", new(1969, 1, 30), Sex.Female, Iv, 72, "0.5", "mg/kg")
    {
        Condition = "Aneurysm",
        Icd10 = "I67.1",
        Phq = [20],
    };

    public static DemoPerson Eligible { get; } = new("Elsa", "Thorn", new(1988, 7, 4), Sex.Female, Nasal, 69, "2", "devices") { Phq = [18] };

    public static DemoPerson Consented { get; } = new("Paul", "Heath", new(1974, 3, 22), Sex.Male, Im, 83, "40", "mg")
    {
        Reason = "Trauma and depression; referred by the therapist.",
        Phq = [16],
    };

    public static DemoPerson Infusing { get; } = new("Noor", "Willow", new(1984, 3, 9), Sex.Female, Iv, 71.4, "0.5", "mg/kg") { Pronoun = Pronoun.She, Phq = [21] };

    public static DemoPerson Recovering { get; } = new("Jonas", "Aspen", new(1966, 12, 14), Sex.Male, Nasal, 79, "2", "devices") { Pronoun = Pronoun.He, Phq = [19], Medicine = "sertraline" };

    public static DemoPerson Arriving { get; } = new("Vera", "Lily", new(1993, 9, 1), Sex.Female, Im, 66, "40", "mg") { Pronoun = Pronoun.They, Phq = [17] };

    public static DemoPerson InCourse { get; } = new("Samir", "Clover", new(1981, 6, 6), Sex.Male, Iv, 77, "0.5", "mg/kg") { Phq = [20, 15, 12, 9] };

    public static DemoPerson ToReview { get; } = new("Ana", "Sorrel", new(1972, 10, 25), Sex.Female, Iv, 62, "0.5", "mg/kg")
    {
        Language = Language.Spanish,
        Phq = [21, 17, 13, 9, 6, 4],
    };

    public static DemoPerson Maintained { get; } = new("Hugo", "Alder", new(1977, 4, 17), Sex.Male, Iv, 80, "0.5", "mg/kg") { Phq = [22, 17, 11, 8, 6, 7], Sessions = 4 };

    public static DemoPerson Paused { get; } = new("Mina", "Hazel", new(1986, 8, 3), Sex.Female, Iv, 60, "0.5", "mg/kg") { Phq = [18, 15] };
}

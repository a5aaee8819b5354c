using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Kinetics.Quantities;

namespace Mooring.Bench;

/// <summary>Ten rules of the library as somebody would write them straight in C#: no files, no sources, no facts kept.</summary>
internal static class PlainRules
{
    public static readonly IReadOnlyList<string> Ids =
        ["CI-AGE-MIN", "CI-AGE-65", "CI-RENAL", "CI-BMI", "CI-BP-CRISIS", "CI-SEIZ", "IX-BZD", "IX-LI", "CI-MI-6W", "CI-HSENS"];

    public static int Met(PatientFacts facts, DateTimeOffset now)
    {
        var age = facts.AgeOn(DateOnly.FromDateTime(now.UtcDateTime))?.Most;
        ReadOnlySpan<Finding> found =
        [
            age is null ? Finding.Unknown : Of(age < 18),
            age is null ? Finding.Unknown : Of(age >= 65),
            Under(Last(facts, "98979-8", now), 30),
            Either(AtLeast(Last(facts, "39156-5", now), 40), AtLeast(Last(facts, "29463-7", now), 180)),
            Either(AtLeast(Last(facts, "8480-6", now, 24), 180), AtLeast(Last(facts, "8462-4", now, 24), 110)),
            Has(facts, "G40") is Finding.Met && facts.Answers.TryGetValue("epilepsy-uncontrolled", out var fits) ? Of(fits) : Has(facts, "G40"),
            Takes(facts, "lorazepam", "clonazepam", "alprazolam", "diazepam", "temazepam", "oxazepam", "clobazam", "chlordiazepoxide"),
            Takes(facts, "lithium"),
            Has(facts, "I21"),
            facts.Allergies.IsReviewed ? Of(facts.Allergies.Items.Any(allergy => allergy.Name.Contains("ketamine", StringComparison.OrdinalIgnoreCase))) : Finding.Unknown,
        ];
        var met = 0;
        foreach (var finding in found)
            met += finding == Finding.Met ? 1 : 0;
        return met;
    }

    private static Finding Of(bool met) => met ? Finding.Met : Finding.NotMet;

    private static Finding Under(double? value, double limit) => value is null ? Finding.Unknown : Of(value < limit);

    private static Finding AtLeast(double? value, double limit) => value is null ? Finding.Unknown : Of(value >= limit);

    private static Finding Either(Finding one, Finding other) => one == Finding.Met || other == Finding.Met ? Finding.Met : one == Finding.Unknown ? one : other;

    private static double? Last(PatientFacts facts, string code, DateTimeOffset now, int? hours = null) => facts.Observations
        .Where(seen => seen.Code == code && seen.At <= now && (hours is null || now - seen.At <= TimeSpan.FromHours(hours.Value)))
        .OrderByDescending(seen => seen.At).Select(seen => (double?)seen.Value.Value).FirstOrDefault();

    private static Finding Has(PatientFacts facts, string icd) => facts.Conditions.Items.Any(each => each.Icd10?.StartsWith(icd, StringComparison.Ordinal) == true)
        ? Finding.Met : facts.Conditions.IsReviewed ? Finding.NotMet : Finding.Unknown;

    private static Finding Takes(PatientFacts facts, params ReadOnlySpan<string> names)
    {
        foreach (var medicine in facts.Medicines.Items)
        {
            foreach (var name in names)
            {
                if (medicine.Name.Contains(name, StringComparison.OrdinalIgnoreCase))
                    return Finding.Met;
            }
        }

        return facts.Medicines.IsReviewed ? Finding.NotMet : Finding.Unknown;
    }

    /// <summary>A synthetic woman about whom much is known.</summary>
    public static PatientFacts Someone(DateTimeOffset now) => new()
    {
        BornOn = new(1980, 3, 9),
        Sex = Sex.Female,
        Conditions = FactList<Condition>.Reviewed(
            new Condition("Depression", "F33.2", null, ConditionStatus.Active), new Condition("Asthma", "J45.909", null, ConditionStatus.Active),
            new Condition("Migraine", "G43.909", null, ConditionStatus.Active), new Condition("Hypothyroidism", "E03.9", null, ConditionStatus.Active)),
        Medicines = FactList<Medicine>.Reviewed(
            new Medicine("sertraline 100 mg", "36437", true), new Medicine("lorazepam 0.5 mg", "6470", true),
            new Medicine("levothyroxine 50 ug", "10582", true), new Medicine("salbutamol", "435", true)),
        Allergies = FactList<Allergy>.Reviewed(new Allergy("penicillin", "70618")),
        Observations =
        [
            new("8480-6", new Quantity(132, "mm[Hg]"), now.AddHours(-1)), new("8462-4", new Quantity(84, "mm[Hg]"), now.AddHours(-1)),
            new("98979-8", new Quantity(88, "mL/min/{1.73_m2}"), now.AddDays(-20)), new("39156-5", new Quantity(27, "kg/m2"), now.AddDays(-3)),
            new("29463-7", new Quantity(74, "kg"), now.AddDays(-3)), new("59408-5", new Quantity(98, "%"), now.AddHours(-1)),
        ],
        Answers = new Dictionary<string, bool> { ["breastfeeding"] = false, ["could-become-pregnant"] = false, ["can-consent"] = true, ["has-escort"] = true },
        TreatmentResistant = Finding.Met,
    };
}

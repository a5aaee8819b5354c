using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;

namespace Mooring.Demo;

/// <summary>An invented person and what the demo needs to know of them.</summary>
public sealed record DemoPerson(string Given, string Family, DateOnly Born, Sex Sex, string Protocol, double Kilograms, string Dose, string DoseUnit)
{
    public Language Language { get; init; }

    public Pronoun Pronoun { get; init; }

    public string Reason { get; init; } = "Depression that two antidepressants did not lift.";

    public Urgency Urgency { get; init; }

    public (double Systolic, double Diastolic) Pressure { get; init; } = (124, 78);

    public string? Medicine { get; init; }

    public string? Condition { get; init; }

    public string? Icd10 { get; init; }

    /// <summary>PHQ-9 totals: at intake, then a week after each session.</summary>
    public IReadOnlyList<int> Phq { get; init; } = [19];

    /// <summary>Sessions of the induction, where it is not the protocol's number.</summary>
    public int? Sessions { get; init; }

    /// <summary>The answer to item 9 at intake.</summary>
    public int Item9 { get; init; }

    public string Name => $"{Given} {Family}";

    public Escort Escort => new($"Robin {Family}", "+1 555 0100", "sibling");

    /// <summary>Answers that add up to a total, item 9 as given: the first eight filled from the top.</summary>
    public static IReadOnlyList<int?> PhqAnswers(int total, int item9 = 0)
    {
        var left = total - item9;
        var answers = new int?[9];
        for (var i = 0; i < 8; i++)
        {
            answers[i] = Math.Min(3, left);
            left -= answers[i]!.Value;
        }

        answers[8] = item9;
        return answers;
    }
}

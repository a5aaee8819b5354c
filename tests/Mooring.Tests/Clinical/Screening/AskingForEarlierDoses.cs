using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Rules;
using Mooring.Kinetics.Quantities;

namespace Mooring.Tests.Clinical.Screening;

/// <summary>What was given before, here and elsewhere, as rules ask for it.</summary>
public class AskingForEarlierDoses
{
    private static readonly DosedBefore SwitchedThisWeek = new() { Of = DosesOf.OtherDrug, Within = TimeSpan.FromDays(7) };
    private static readonly DosedBefore LongAgo = new() { Of = DosesOf.SameDrug, LastOver = TimeSpan.FromDays(28) };

    [Theory]
    [InlineData(Drug.Esketamine, 3, null, Finding.Met)]
    [InlineData(Drug.Esketamine, 8, false, Finding.NotMet)]
    [InlineData(Drug.Esketamine, 8, null, Finding.Unknown)]
    [InlineData(Drug.Esketamine, 8, true, Finding.Unknown)]
    [InlineData(Drug.Racemic, 3, false, Finding.NotMet)]
    public void A_dose_here_is_certain_and_elsewhere_it_must_be_dated(Drug given, int daysAgo, bool? elsewhere, Finding expected) =>
        Assert.Equal(expected, Judge(SwitchedThisWeek, [Dose(given, daysAgo)], elsewhere).Finding);

    [Theory]
    [InlineData("Spravato", true, null, Finding.Met)]
    [InlineData("Spravato", false, 5, Finding.Met)]
    [InlineData("Esketamina", false, 30, Finding.NotMet)]
    [InlineData("Spravato", false, null, Finding.Unknown)]
    [InlineData("Ketalar", false, 5, Finding.NotMet)]
    public void A_medicine_of_the_list_tells_of_doses_elsewhere(string medicine, bool taken, int? stoppedAgo, Finding expected) => Assert.Equal(expected, Judge(
        SwitchedThisWeek, [], elsewhere: true, new Medicine(medicine, null, taken, null, stoppedAgo is { } days ? Today.AddDays(-days) : null)).Finding);

    [Theory]
    [InlineData(28, Finding.NotMet)]
    [InlineData(29, Finding.Met)]
    public void A_gap_is_counted_from_the_last_of_all(int daysAgo, Finding expected) =>
        Assert.Equal(expected, Judge(LongAgo, [Dose(Drug.Racemic, 200), Dose(Drug.Racemic, daysAgo)], elsewhere: null).Finding);

    [Theory]
    [InlineData(8, 3, 3, Finding.Met)]
    [InlineData(7, 3, 3, Finding.NotMet)]
    [InlineData(3, 14, 3, Finding.Met)]
    [InlineData(8, 3, 92, Finding.NotMet)]
    [InlineData(8, 3, 0, Finding.NotMet)]
    public void A_course_ends_by_sessions_or_by_days_and_begins_anew_after_a_pause(int sessions, int every, int lastAgo, Finding expected)
    {
        IReadOnlyList<EarlierDose> doses = [.. Enumerable.Range(0, sessions).Select(at => Dose(Drug.Racemic, lastAgo + (at * every)))];
        IEnumerable<Finding> ends = [.. Enum.GetValues<CourseEnd>().Select(end => Judge(new CourseReached { Reached = end, Break = TimeSpan.FromDays(91) }, doses, elsewhere: false).Finding)];

        Assert.Equal(expected, ends.Any());
    }

    private static DateOnly Today => DateOnly.FromDateTime(RuleCase.On.UtcDateTime);

    private static EarlierDose Dose(Drug drug, int daysAgo) => new(drug, RuleCase.On.AddDays(-daysAgo).AddHours(-1), "case");

    private static Judged Judge(Criterion criterion, IReadOnlyList<EarlierDose> doses, bool? elsewhere, params IReadOnlyList<Medicine> medicines) => criterion.Judge(new(
        new()
        {
            Medicines = FactList<Medicine>.Reviewed(medicines),
            Doses = doses,
            Answers = elsewhere is { } answer ? new Dictionary<string, bool>(StringComparer.Ordinal) { ["ketamine-elsewhere"] = answer } : [],
        },
        new()
        {
            Id = "case",
            Drug = Drug.Racemic,
            Routes = [default(DoseRoute)],
            CourseLimit = new() { Sessions = 8, Length = new Quantity(28, "d"), Because = [] },
        },
        ScreeningContent.Library.Words,
        RuleCase.On));
}

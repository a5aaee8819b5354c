using Mooring.Clinical.Privacy;

namespace Mooring.Tests.Clinical.Privacy;

/// <summary>What the rules of the library call unusual, and what they do not.</summary>
public class LooksThatAreUnusual
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 18, 0, 0, TimeSpan.Zero);
    private static readonly Guid Ada = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    [Fact]
    public void Are_at_a_chart_of_the_same_family_name() =>
        Assert.Equal([LookKind.SameFamilyName], Found([Look("Noor Linden") with { Family = "linden" }]));

    [Fact]
    public void Are_at_a_chart_with_the_name_of_a_colleague() =>
        Assert.Equal([LookKind.Colleague], Found([Look("Ines Hazel") with { Family = "Hazel" }]));

    [Fact]
    public void Are_at_a_restricted_chart_from_outside_its_team()
    {
        Assert.Equal([LookKind.Restricted], Found([Look() with { IsRestricted = true }]));
        Assert.Empty(Found([Look() with { IsRestricted = true, IsOnTeam = true }]));
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(31, true)]
    public void Are_more_charts_in_an_hour_than_work_explains(int charts, bool isUnusual) =>
        Assert.Equal(isUnusual, Found([.. Enumerable.Range(0, charts).Select(at => Look() with { At = Noon.AddMinutes(at) })]).Contains(LookKind.ManyCharts));

    [Fact]
    public void Are_not_the_same_charts_over_a_day() =>
        Assert.Empty(Found([.. Enumerable.Range(0, 31).Select(at => Look() with { At = Noon.AddMinutes(at * 10) })]));

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void Are_charts_of_people_who_neither_come_nor_came(int charts, bool isUnusual) =>
        Assert.Equal(isUnusual, Found([.. Enumerable.Range(0, charts).Select(at => Look() with { HasReason = false, At = Noon.AddHours(at) })]).Contains(LookKind.NoReason));

    [Theory]
    [InlineData(21, false)]
    [InlineData(22, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void Are_at_night_without_a_reason(int hour, bool isUnusual) =>
        Assert.Equal(isUnusual, Found([Look() with { Hour = hour, HasReason = false }]).Contains(LookKind.AtNight));

    private static IReadOnlyList<LookKind> Found(IReadOnlyList<ChartLook> looks) =>
        [.. UnusualLooks.In(looks, Content.Library.Privacy!.Value.Looks, ["Ada Linden", "Ines Hazel"]).Select(look => look.Kind)];

    private static ChartLook Look(string patient = "Noor Willow") => new(Noon, 12, Ada, "Ada Linden", Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), patient) { HasReason = true };
}

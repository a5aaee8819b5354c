using Mooring.Clinical;
using Mooring.Clinical.Dosing;
using Mooring.Clinical.Protocols;
using Mooring.Kinetics.Quantities;
using static Mooring.Tests.Clinical.Dosing.WorkingOutADose;

namespace Mooring.Tests.Clinical.Dosing;

public class DoseLimits
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Dictionary<string, string> NoReasons = [];

    [Theory]
    [InlineData(70, 0.5, 40, "raise", false)]
    [InlineData(70, 0.501, 40, "raise", true)]
    [InlineData(70, 0.5, 40, "range", false)]
    [InlineData(70, 0.499, 40, "range", true)]
    [InlineData(70, 1, 40, "range", false)]
    [InlineData(70, 1.001, 60, "range", true)]
    [InlineData(82.3, 1, 40, "rate-usual", false)]
    [InlineData(82.3, 1.001, 40, "rate-usual", true)]
    [InlineData(70, 0.5, 39.9, "infusion-time", true)]
    [InlineData(70, 0.5, 60, "infusion-time", false)]
    [InlineData(70, 0.5, 60.1, "infusion-time", true)]
    [InlineData(70, 1.5, 60, "cap-per-kg", false)]
    [InlineData(70, 1.501, 60, "cap-per-kg", true)]
    [InlineData(70, 1.5, 30, "cap-rate", false)]
    [InlineData(70, 1.5, 29.9, "cap-rate", true)]
    [InlineData(100, 1.5, 60, "cap-total", false)]
    [InlineData(100.1, 1.5, 60, "cap-total", true)]
    [InlineData(100.3, 1.5, 60, "cap-total", true)]
    public void Holds_on_both_sides_of_each_limit_of_the_infusion(double kg, double each, double minutes, string limit, bool broken) =>
        Assert.Equal(broken ? Finding.Met : Finding.NotMet, Find(Work(Infusion(kg, each, minutes)), limit).Broken);

    [Theory]
    [InlineData("TRD-ESK-IN", 56, true, "first-dose", false)]
    [InlineData("TRD-ESK-IN", 84, true, "first-dose", true)]
    [InlineData("TRD-ESK-IN", 84, true, "cap-total", false)]
    [InlineData("TRD-ESK-IN", 112, true, "cap-total", true)]
    [InlineData("TRD-ESK-IN", 60, true, "whole-devices", true)]
    [InlineData("TRD-ESK-IN", 28, true, "range", true)]
    [InlineData("KAP-IM", 50, true, "first-dose", false)]
    [InlineData("KAP-IM", 50.5, true, "first-dose", true)]
    [InlineData("KAP-IM", 105, false, "per-kg-usual", false)]
    [InlineData("KAP-IM", 105.5, false, "per-kg-usual", true)]
    [InlineData("KAP-IM", 130, false, "range", false)]
    [InlineData("KAP-IM", 131, false, "range", true)]
    [InlineData("KAP-IM", 150, false, "cap-total", false)]
    [InlineData("KAP-IM", 150.5, false, "cap-total", true)]
    public void Holds_on_both_sides_of_each_limit_of_the_others(string protocol, double mg, bool first, string limit, bool broken)
    {
        var request = Nasal(new(mg, "mg")) with { FirstSession = first };

        var sheet = DoseSheet.Work(Content.Protocol(protocol), Content.DoseRules.Value!, request, Today).Value!;

        Assert.Equal(broken ? Finding.Met : Finding.NotMet, Find(sheet, limit).Broken);
    }

    [Theory]
    [InlineData("KAP-IM", 131, LimitLevel.Confirmed)]
    [InlineData("KAP-IM", 24, LimitLevel.Soft)]
    [InlineData("NEUP-IV", 90, LimitLevel.Confirmed)]
    [InlineData("TRD-PO-NZ", 350, LimitLevel.Confirmed)]
    public void Ask_for_a_second_clinician_above_the_top_of_the_range_and_for_a_reason_below(string protocol, double mg, LimitLevel level)
    {
        var range = Find(DoseSheet.Work(Content.Protocol(protocol), Content.DoseRules.Value!, Nasal(new(mg, "mg")), Today).Value!, "range");

        Assert.Equal((Finding.Met, level), (range.Broken, range.Level));
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(31, true)]
    public void Want_a_weight_of_the_last_30_days(int days, bool broken)
    {
        var request = Infusion(70, 0.5, 40) with { Weight = new(new Quantity(70, "kg"), Today.AddDays(-days)) };

        var sheet = Work(request);

        Assert.Equal(broken ? ["DOS201"] : [], sheet.Decide(NoReasons).Refusals.Select(refusal => refusal.Code));
        Assert.Equal(broken ? Finding.Met : Finding.NotMet, Find(sheet, "weight-age").Broken);
    }

    [Theory]
    [InlineData(77, Finding.NotMet)]
    [InlineData(77.1, Finding.Met)]
    [InlineData(63, Finding.NotMet)]
    [InlineData(62.9, Finding.Met)]
    public void Flag_a_weight_that_changed_by_more_than_a_tenth(double kg, Finding broken)
    {
        var sheet = Work(Infusion(kg, 0.5, 40) with { PlannedWeight = new(70, "kg") });

        Assert.Equal(broken, Find(sheet, "weight-changed").Broken);
    }

    [Theory]
    [InlineData(30, null, true)]
    [InlineData(250, null, true)]
    [InlineData(29.9, null, false)]
    [InlineData(250.1, null, false)]
    [InlineData(250.1, 250.2, false)]
    [InlineData(250.1, 250.1, true)]
    public void Want_an_unusual_weight_entered_twice(double kg, double? again, bool done)
    {
        var weight = new MeasuredWeight(new(kg, "kg"), Today) { EnteredAgain = again is { } second ? new Quantity(second, "kg") : null };

        var worked = DoseSheet.Work(
            Content.Protocol("TRD-IV-STD"), Content.DoseRules.Value!, Infusion(70, 0.5, 40) with { Weight = weight }, Today);

        Assert.Equal(done ? [] : [again is null ? "DOS102" : "DOS110"], worked.Refusals.Select(refusal => refusal.Code));
    }

    [Theory]
    [InlineData(0.75, 0.5, Finding.NotMet)]
    [InlineData(0.751, 0.5, Finding.Met)]
    [InlineData(0.75, null, Finding.Unknown)]
    public void Look_at_the_step_from_the_session_before(double each, double? previous, Finding broken)
    {
        var request = Infusion(70, each, 40) with
        {
            FirstSession = false,
            Previous = previous is { } before ? new Quantity(before, "mg/kg") : null,
        };

        Assert.Equal(broken, Find(Work(request), "step").Broken);
    }

    [Fact]
    public void Are_passed_with_a_reason_when_soft()
    {
        var sheet = Work(Infusion(70, 0.75, 40));

        Assert.Equal(["DOS202"], sheet.Decide(NoReasons).Refusals.Select(refusal => refusal.Code));
        Assert.True(sheet.Decide(new Dictionary<string, string> { ["raise"] = "12 % better after three, well tolerated" }).IsDone);
    }

    [Fact]
    public void Are_never_passed_when_hard()
    {
        var sheet = Work(Infusion(70, 1.6, 60));
        var reasons = sheet.Limits.ToDictionary(limit => limit.Id, _ => "wanted");

        var refused = sheet.Decide(reasons);

        Assert.Equal("cap-per-kg", Assert.Single(refused.Refusals, refusal => refusal.Code == "DOS201").At);
    }

    [Fact]
    public void Count_sessions_of_a_month_and_a_year()
    {
        var rules = Content.DoseRules.Value!;
        var eight = Enumerable.Range(0, 8).Select(i => Today.AddDays(-3 * i)).ToList();

        Assert.All(DosingFrequency.Check(rules, eight, Today), limit => Assert.Equal(Finding.NotMet, limit.Broken));
        Assert.Equal(Finding.Met, DosingFrequency.Check(rules, [.. eight, Today.AddDays(-27)], Today)[0].Broken);
        Assert.Equal(Finding.NotMet, DosingFrequency.Check(rules, [.. eight, Today.AddDays(-28)], Today)[0].Broken);
    }

    [Fact]
    public void Each_say_what_they_rest_on() => Assert.All(
        Content.Protocols.Items.SelectMany(protocol => protocol.Limits),
        limit => Assert.NotEmpty(limit.Because));

    private static LimitFinding Find(DoseSheet sheet, string id) => sheet.Limits.Single(limit => limit.Id == id);
}

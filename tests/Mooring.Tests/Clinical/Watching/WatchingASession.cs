using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Dosing;
using Mooring.Clinical.Watching;
using Mooring.Content;
using Mooring.Content.Reading;
using Mooring.Tests.Clinical.Sessions;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Watching;

public class WatchingASession
{
    public static TheoryData<string, string> EveryAbsoluteLimit =>
    [
        .. from pack in new[] { Iv, Im, Nasal }
           from limit in pack.Limits
           where !limit.Bound.IsRelative
           select new TheoryDataRow<string, string>(pack.Id, limit.Id),
    ];

    [Theory]
    [MemberData(nameof(EveryAbsoluteLimit))]
    public void Every_limit_speaks_on_its_side_and_only_there(string packId, string limitId)
    {
        var bound = new[] { Iv, Im, Nasal }.Single(pack => pack.Id == packId).Limits.Single(limit => limit.Id == limitId).Bound;
        var up = bound.Kind is BoundKind.AtLeast or BoundKind.Above ? 1 : -1;

        Assert.Equal(Mooring.Clinical.Finding.Met, bound.Passed(bound.Value + (0.1 * up)));
        Assert.Equal(Mooring.Clinical.Finding.NotMet, bound.Passed(bound.Value - (0.1 * up)));
        Assert.Equal(bound.Kind is BoundKind.AtLeast or BoundKind.AtMost, bound.Passed(bound.Value) == Mooring.Clinical.Finding.Met);
        Assert.Equal(Mooring.Clinical.Finding.Unknown, bound.Passed(null));
        Assert.Equal(Mooring.Clinical.Finding.Unknown, bound.Passed(double.NaN));
    }

    [Theory]
    [InlineData(149, null)]
    [InlineData(150, "see-systolic-rise")]
    [InlineData(160, "see-systolic-high")]
    [InlineData(180, "see-systolic-very-high")]
    [InlineData(89, "see-systolic-low")]
    public void The_gravest_limit_is_shown_once_for_each_sign(double systolic, string? expected)
    {
        var session = Infusion().Running().Charted(15, systolic).Session;

        var found = Watch.Findings(session, Iv, Minute(16));

        Assert.Equal(expected, found.SingleOrDefault()?.Limit.Id);
    }

    [Fact]
    public void A_rise_without_a_baseline_is_unknown_not_fine()
    {
        var session = Infusion().CheckedIn().Session;

        Assert.Contains(Watch.Unknown(session), limit => limit.Id == "see-diastolic-rise");
    }

    [Fact]
    public void A_finding_says_value_rule_and_what_to_consider()
    {
        var found = Assert.Single(Watch.Findings(Infusion().Running().Charted(15, spo2: 89).Session, Iv, Minute(16)));

        Assert.Equal("SpO2 89%: below 90%.", found.Says);
        Assert.Equal(LimitLevel.Critical, found.Level);
        Assert.NotEmpty(found.Limit.Consider);
    }

    [Fact]
    public void The_next_set_is_due_by_the_schedule_and_overdue_after_half_an_interval()
    {
        var started = Infusion().Running();

        var first = Rounds(started.Session, 11).First();
        var second = Rounds(started.Charted(14.5).Session, 15).First();
        var tenth = Rounds(started.Charted(25).Session, 26).First(item => item.Id == "measure-infusion");

        Assert.Equal((Minute(15), Minute(17.5)), (first.At, first.OverdueAt));
        Assert.Equal(Minute(20), second.At);
        Assert.Equal((Minute(35), Minute(40)), (tenth.At, tenth.OverdueAt));
        Assert.False(first.IsOverdue(Minute(17.4)));
        Assert.True(first.IsOverdue(Minute(17.5)));
    }

    [Fact]
    public void A_change_brings_the_five_minutes_back()
    {
        var session = Infusion().Running().Charted(25).Then(27, session => session.ChangeRate(At(27), 100, "drowsy")).Session;

        Assert.Contains(Rounds(session, 28), item => item.Id == "measure-change" && item.At == Minute(32));
    }

    [Fact]
    public void A_value_out_of_limits_is_looked_at_again()
    {
        var session = Infusion().Running().Charted(15, systolic: 165).Session;

        var again = Due.Next(session, Iv, Minute(16)).Single(item => item.Id == "recheck-pressure");

        Assert.Equal(Minute(20), again.At);
    }

    [Fact]
    public void The_board_names_the_next_step_and_who_does_it()
    {
        string Step(Chairside chair, double minute) => Due.Next(chair.Session, chair.Session.Pack, Minute(minute)).First(item => item.Measures.Count == 0).Id;

        Assert.Equal("check-in", Step(Infusion(), 0));
        Assert.Equal("gates", Step(Infusion().CheckedIn(), 2));
        Assert.Equal("go", Step(Infusion().CheckedIn().Answered().Charted(4), 4));
        Assert.Equal("start", Step(Infusion().Cleared(), 7));
        Assert.Equal("infusion-end", Step(Infusion().Running(), 11));
        Assert.Equal("discharge-check", Step(Infusion().Recovering(), 51));
        Assert.Equal("discharge", Step(Infusion().Recovering().FitToLeave(105), 111));
    }

    [Fact]
    public void Esketamine_is_measured_forty_minutes_after_the_last_device()
    {
        var session = Spray().Cleared().Then(10, session => session.UseDevice(At(10), 1)).Then(15, session => session.UseDevice(At(15), 2)).Session;

        Assert.Equal(Minute(55), Due.Next(session, Nasal, Minute(16)).Single(item => item.Id == "measure-pressure").At);
    }

    [Theory]
    [InlineData(1, 4.9, Freshness.Fresh)]
    [InlineData(1, 5, Freshness.Stale)]
    [InlineData(1, 10, Freshness.Silent)]
    [InlineData(60, 149, Freshness.Fresh)]
    [InlineData(60, 150, Freshness.Stale)]
    [InlineData(60, 155, Freshness.Silent)]
    public void A_number_that_stopped_coming_does_not_look_live(double interval, double age, Freshness expected) =>
        Assert.Equal(expected, Staleness.Of(Nine, TimeSpan.FromSeconds(interval), Nine.AddSeconds(age), Iv.Staleness));

    [Fact]
    public void Packs_and_catalogue_are_sound_and_planted_faults_are_found()
    {
        var content = ContentFolder.Find();
        var text = Content.Library.Texts["monitoring/iv.yaml"];

        Assert.All(MonitoringPacks.ReadAll(content), read => Assert.Empty(read.Faults));
        Assert.Empty(AdverseEvents.ReadFrom(content).Faults);
        Assert.Contains("LIB403", Codes(text.Replace("at-least: \"180 mm[Hg]\"\n    label", "at-least: \"180 /min\"\n    label", StringComparison.Ordinal)));
        Assert.Contains("LIB403", Codes(text.Replace("measures: [dissociation]", "measures: [dissociaton]", StringComparison.Ordinal)));
        Assert.Contains("LIB401", Codes(text.Replace("id: see-oxygen-low", "id: see-oxygen-very-low", StringComparison.Ordinal)));
    }

    [Fact]
    public void Seriousness_follows_term_and_grade()
    {
        var catalogue = AdverseEvents.ReadFrom(ContentFolder.Find()).Value!;

        Assert.True(catalogue.Find("mania")!.IsSerious(1));
        Assert.False(catalogue.Find("cystitis")!.IsSerious(1));
        Assert.True(catalogue.Find("cystitis")!.IsSerious(2));
        Assert.False(catalogue.Find("nausea")!.IsSerious(3));
    }

    private static IEnumerable<string> Codes(string text) => MonitoringPacks.ReadText(text, "iv.yaml").Faults.Select(fault => fault.Code);

    private static IEnumerable<DueItem> Rounds(Session session, double minute) =>
        Due.Next(session, session.Pack, Minute(minute)).Where(item => item.Measures.Count > 0);
}

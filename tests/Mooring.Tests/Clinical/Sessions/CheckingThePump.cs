using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Dosing;
using Mooring.Clinical.Vitals;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Sessions;

/// <summary>The bag is 35 mg in 100 mL and runs at 150 mL/h from minute 10.</summary>
public class CheckingThePump
{
    private static readonly PumpTerms Terms = ScreeningContent.Library.DeviceTerms!.Value.Pump;

    [Fact]
    public void What_the_pump_says_it_gave_stands_beside_what_was_charted()
    {
        var check = Check(Infusion().Running().Session, 30, (10, 4), (20, 29), (30, 54));

        Assert.Equal(Finding.Met, check.Agrees);
        Assert.Equal((50, 50), (check.PumpMilliliters!.Value, Math.Round(check.ChartedMilliliters!.Value, 6)));
        Assert.Equal(17.5, check.PumpGave!.Value.InMilligrams, 6);
        Assert.Equal((Minute(10), Minute(30)), (check.From!.Value, check.Until!.Value));
    }

    [Theory]
    [InlineData(45, Finding.Met)]
    [InlineData(44.9, Finding.NotMet)]
    [InlineData(55, Finding.Met)]
    [InlineData(55.1, Finding.NotMet)]
    public void The_tolerance_is_that_of_the_content(double pumped, Finding agrees) =>
        Assert.Equal(agrees, Check(Infusion().Running().Session, 30, (10, 0), (30, pumped)).Agrees);

    [Fact]
    public void A_difference_is_said_with_both_numbers_and_corrects_nothing()
    {
        var session = Infusion().Running().Session;
        var before = session.DoseSoFar(Minute(30)).InMilligrams;

        var check = Check(session, 30, (10, 0), (30, 30));

        Assert.Equal(Finding.NotMet, check.Agrees);
        Assert.Contains("30 mL (10.5 mg)", check.Says.ToString(), StringComparison.Ordinal);
        Assert.Contains("50 mL (17.5 mg)", check.Says.ToString(), StringComparison.Ordinal);
        Assert.Contains("20 mL less at the pump", check.Says.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, session.DoseSoFar(Minute(30)).InMilligrams);
    }

    [Fact]
    public void A_pause_that_was_charted_is_no_difference()
    {
        var paused = Infusion().Running().Then(20, session => session.Pause(At(20), "pressure")).Session;

        Assert.Equal(Finding.Met, Check(paused, 40, (10, 0), (20, 25), (40, 25)).Agrees);
    }

    [Fact]
    public void A_pump_heard_only_from_the_middle_is_compared_from_there() =>
        Assert.Equal((Finding.Met, 25.0), (Check(Infusion().Running().Session, 30, (20, 80), (30, 105)).Agrees, Check(Infusion().Running().Session, 30, (20, 80), (30, 105)).PumpMilliliters!.Value));

    [Fact]
    public void After_the_end_nothing_more_is_counted()
    {
        var stopped = Infusion().Running().Then(50, session => session.StopInfusion(At(50), completed: true)).Session;

        Assert.Equal(100, Check(stopped, 90, (10, 0), (50, 100), (80, 130)).PumpMilliliters);
    }

    [Fact]
    public void It_is_unknown_without_a_concentration_after_a_reset_with_two_pumps_and_without_an_infusion()
    {
        var running = Infusion().Running().Session;
        var noVolume = Session.Replay(running.Journal.Select(entry => entry.What is InfusionStarted bag ? entry with { What = bag with { Milliliters = 0 } } : entry), Iv);
        PumpReport two = new([new("A", 0, Minute(10)), new("B", 50, Minute(30))]);

        Assert.Equal((Finding.Unknown, 50.0), (Check(noVolume, 30, (10, 0), (30, 50)).Agrees, Check(noVolume, 30, (10, 0), (30, 50)).PumpMilliliters!.Value));
        Assert.Null(Check(noVolume, 30, (10, 0), (30, 50)).PumpGave);
        var reset = Check(running, 30, (10, 90), (20, 115), (30, 3));
        Assert.Equal(Finding.Unknown, reset.Agrees);
        // An instant, which every page says by the clinic's clock.
        Assert.Matches(@"set back at \d{4}-\d\d-\d\d \d\d:\d\d UTC;", reset.Says.ToString());
        Assert.Equal(Finding.Unknown, PumpCheck.Of(running, two, Terms, Minute(30))!.Agrees);
        Assert.Equal(Finding.Unknown, Check(Infusion().Cleared().Session, 9, (8, 0), (9, 2)).Agrees);
        Assert.Equal(Finding.Unknown, Check(running, 30, (30, 50)).Agrees);
        Assert.Null(PumpCheck.Of(running, new([]), Terms, Minute(30)));
    }

    [Theory]
    [InlineData(150, null)]
    [InlineData(157.5, null)]
    [InlineData(158, "The pump runs at 158 mL/h; charted are 150 mL/h.")]
    [InlineData(0, "The pump runs at 0 mL/h; charted are 150 mL/h.")]
    public void The_rate_it_runs_at_is_held_against_the_one_charted(double rate, string? says)
    {
        PumpReport told = new([new("A", 0, Minute(10)), new("A", 50, Minute(30))], new("A", rate, Minute(30)));

        var check = PumpCheck.Of(Infusion().Running().Session, told, Terms, Minute(30))!;

        Assert.Equal(says, check.RateSays);
        Assert.Equal(says is null ? Finding.Met : Finding.NotMet, check.Agrees);
    }

    [Fact]
    public void A_pump_that_runs_while_the_chart_says_nothing_does_is_said()
    {
        PumpReport told = new([], new("A", 150, Minute(40)));
        var paused = Infusion().Running().Then(20, session => session.Pause(At(20), "pressure")).Session;

        Assert.Contains("nothing runs", PumpCheck.Of(paused, told, Terms, Minute(40))!.RateSays, StringComparison.Ordinal);
    }

    [Fact]
    public void Right_after_an_entry_the_pump_may_still_follow()
    {
        PumpReport told = new([], new("A", 150, Minute(30.5)));
        var changed = Infusion().Running().Then(30, session => session.ChangeRate(At(30), 75, "drowsy")).Session;

        Assert.Null(PumpCheck.Of(changed, told, Terms, Minute(30.6))!.RateSays);
        Assert.NotNull(PumpCheck.Of(changed, told, Terms, Minute(32))!.RateSays);
    }

    [Fact]
    public void What_it_was_set_to_is_compared_when_what_it_does_is_not_known() =>
        Assert.Equal("The pump is set to 300 mL/h; charted are 150 mL/h.", PumpCheck.Of(Infusion().Running().Session, new([], null, new("A", 300, Minute(30))), Terms, Minute(30))!.RateSays);

    private static PumpCheck Check(Session session, double now, params (double Minute, double Total)[] volumes) =>
        PumpCheck.Of(session, new([.. volumes.Select(one => new PumpValue("A", one.Total, Minute(one.Minute)))]), Terms, Minute(now))!;
}

using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Leaving;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Sessions;

public class LeavingAgainstTheChart
{
    private static readonly SentencePrinter Chicago = new(new(new(AnId(1)), "Harbor", "America/Chicago", IsDemo: true), Nine);

    [Fact]
    public void A_yes_that_the_last_value_contradicts_is_refused_with_value_time_and_limit()
    {
        var session = Infusion().Recovering().Charted(100, spo2: 91).Session;

        var refusal = Assert.Single(session.AnswerCriterion(At(105), "breathe-well", Finding.Met).Refusals);

        Assert.Equal(("SES195", "breathe-well"), (refusal.Code, refusal.At));
        Assert.Contains("SpO2 91%", refusal.Says, StringComparison.Ordinal);
        Assert.Contains("10:40", refusal.Says, StringComparison.Ordinal);
        Assert.Contains("at least 94%", refusal.Says, StringComparison.Ordinal);
        Assert.True(session.AnswerCriterion(At(105), "breathe-well", Finding.NotMet).IsDone);
    }

    [Theory]
    [InlineData("settle-pressure", 139, 89, 98, true)]
    [InlineData("settle-pressure", 144, 89, 98, true)]
    [InlineData("settle-pressure", 145, 89, 98, false)]
    [InlineData("settle-pressure", 130, 91, 98, false)]
    [InlineData("breathe-well", 120, 75, 94, true)]
    [InlineData("breathe-well", 120, 75, 93, false)]
    public void The_limit_or_the_baseline_holds(string criterion, double systolic, double diastolic, double spo2, bool holds)
    {
        var session = Infusion().Recovering().Charted(84, systolic, diastolic, spo2).Charted(100, systolic, diastolic, spo2).Session;

        Assert.Equal(holds, session.AnswerCriterion(At(105), criterion, Finding.Met, "seen").IsDone);
    }

    [Theory]
    [InlineData(138, 84, 136, 82, null)]
    [InlineData(130, 80, 135, 85, null)]
    [InlineData(130, 80, 136, 80, "SES197")]
    [InlineData(130, 80, 130, 86, "SES197")]
    public void Two_pressures_must_not_rise(double first, double firstLower, double second, double secondLower, string? code)
    {
        var session = Infusion().Recovering().Charted(90, first, firstLower).Charted(105, second, secondLower).Session;

        Assert.Equal(code, session.AnswerCriterion(At(106), "settle-pressure", Finding.Met, "seen").Refusals is [var first_, ..] ? first_.Code : null);
    }

    [Fact]
    public void Two_pressures_lie_a_quarter_of_an_hour_apart_after_dosing()
    {
        var one = Infusion().Recovering();

        Refused.With("SES196", one.Session.AnswerCriterion(At(60), "settle-pressure", Finding.Met, "seen"));
        Refused.With("SES196", one.Charted(52).Charted(66).Session.AnswerCriterion(At(66.5), "settle-pressure", Finding.Met, "seen"));
        Assert.True(one.Charted(67).Session.AnswerCriterion(At(68), "settle-pressure", Finding.Met, "seen").IsDone);
    }

    [Theory]
    [InlineData(160, 85)]
    [InlineData(150, 100)]
    public void At_160_over_100_the_criterion_is_not_met_whatever_the_baseline(double systolic, double diastolic)
    {
        var session = Infusion().Recovering().Charted(85, 168, 105).Charted(101, systolic, diastolic).Session;

        Refused.With("SES198", session.AnswerCriterion(At(102), "settle-pressure", Finding.Met, "seen"));
    }

    [Theory]
    [InlineData(179, 109, true)]
    [InlineData(180, 90, false)]
    [InlineData(150, 110, false)]
    public void From_180_over_110_nobody_lets_go_not_even_with_a_reason(double systolic, double diastolic, bool may)
    {
        var session = Infusion().Recovering().Charted(85).FitToLeave(105).Charted(108, systolic, diastolic).Session;

        var left = session.Discharge(At(125, Prescriber), new Waiver("settle-pressure", "as at home, seen twice"), new Waiver(Waiver.MinimumStay, "seen"), new Waiver("pressure", "no"));

        Assert.Equal(may, !left.Refusals.Any(refusal => refusal.Code == "SES199"));
    }

    [Fact]
    public void Leaving_against_advice_is_recorded_as_that_with_what_was_open()
    {
        var session = Infusion().Recovering().Charted(70, 185, 112).Session;

        Refused.With("SES205", session.LeaveAgainstAdvice(At(75), " ", "Stay; the pressure is high.", Chicago));
        Refused.With("SES294", session.LeaveAgainstAdvice(At(75), "Has to fetch the children.", "", Chicago));
        var left = Assert.IsType<Discharged>(session.LeaveAgainstAdvice(At(75), "Has to fetch the children.", "Stay; the pressure is high.", Chicago).Value!.Single());

        Assert.Empty(left.Waivers);
        Assert.Contains(left.AgainstAdvice!.Open, open => open.Contains("nobody lets the patient go", StringComparison.Ordinal));
        Assert.StartsWith("Left against advice.", Describe.What(left, session.Pack), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_charted_after_the_yes_keeps_the_patient_here_until_it_is_better()
    {
        var ticked = Infusion().Recovering().Charted(100).FitToLeave(105).Charted(108, systolic: 172);

        var refused = Refused.With("SES195", ticked.Session.Discharge(At(111)));
        var better = ticked.Charted(120, systolic: 124).Session.Discharge(At(121));

        Assert.Contains("Systolic 172 mmHg", refused.Says, StringComparison.Ordinal);
        Assert.True(better.IsDone);
    }

    [Fact]
    public void A_prescriber_may_let_the_patient_go_with_a_reason_where_the_criterion_allows_it()
    {
        var session = Infusion().Recovering().Charted(100).FitToLeave(105).Charted(108, systolic: 150).Session;

        Assert.True(session.Discharge(At(111, Prescriber), new Waiver("settle-pressure", "as at home, seen twice")).IsDone);
    }
}

using Mooring.Clinical;
using Mooring.Clinical.Sessions.Events;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Sessions;

public class LeavingAgainstTheChart
{
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
        var session = Infusion().Recovering().Charted(100, systolic, diastolic, spo2).Session;

        Assert.Equal(holds, session.AnswerCriterion(At(105), criterion, Finding.Met, "seen").IsDone);
    }

    [Fact]
    public void A_value_charted_after_the_yes_keeps_her_here_until_it_is_better()
    {
        var ticked = Infusion().Recovering().Charted(100).FitToLeave(105).Charted(108, systolic: 172);

        var refused = Refused.With("SES195", ticked.Session.Discharge(At(111)));
        var better = ticked.Charted(120, systolic: 124).Session.Discharge(At(121));

        Assert.Contains("Systolic 172 mmHg", refused.Says, StringComparison.Ordinal);
        Assert.True(better.IsDone);
    }

    [Fact]
    public void A_prescriber_may_let_her_go_with_a_reason_where_the_criterion_allows_it()
    {
        var session = Infusion().Recovering().Charted(100).FitToLeave(105).Charted(108, systolic: 150).Session;

        Assert.True(session.Discharge(At(111, Prescriber), new Waiver("settle-pressure", "as at home, seen twice")).IsDone);
    }
}

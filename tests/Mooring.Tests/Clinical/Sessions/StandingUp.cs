using Mooring.Clinical;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Sessions.Leaving;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Sessions;

public class StandingUp
{
    [Theory]
    [InlineData(101, 66, false, Finding.Met)]
    [InlineData(100, 75, false, Finding.NotMet)]
    [InlineData(120, 65, false, Finding.NotMet)]
    [InlineData(118, 74, true, Finding.NotMet)]
    public void Answers_the_discharge_question_by_how_far_the_pressure_fell(double systolic, double diastolic, bool dizzy, Finding expected)
    {
        var session = Infusion().Recovering().Then(100, session => session.CheckStanding(At(100), Check(systolic, diastolic, dizzy))).Session;

        Assert.Equal(expected, session.IsSteady);
        Assert.Equal(expected, session.Criteria["stand-steady"].Met);
    }

    [Fact]
    public void Says_nothing_for_sure_while_a_reading_is_missing()
    {
        var session = Infusion().Recovering().Then(100, session => session.CheckStanding(At(100), Check(118, 74, false) with { AfterThree = null })).Session;

        Assert.Equal(Finding.Unknown, session.IsSteady);
        Assert.Empty(session.Criteria);
    }

    [Fact]
    public void Contradicts_a_yes_until_a_later_check_is_better()
    {
        var fell = Infusion().Recovering().Then(100, session => session.CheckStanding(At(100), Check(95, 60, true)));

        Refused.With("SES266", fell.Session.AnswerCriterion(At(101), "stand-steady", Finding.Met));
        var better = fell.Then(110, session => session.CheckStanding(At(110), Check(115, 72, false))).Session;
        Assert.True(better.AnswerCriterion(At(111), "stand-steady", Finding.Met).IsDone);
    }

    [Fact]
    public void Is_refused_before_recovery_upside_down_or_without_a_reading()
    {
        var session = Infusion().Recovering().Session;

        Refused.With("SES194", Infusion().Running().Session.CheckStanding(At(20), Check(115, 72, false)));
        Refused.With("SES260", session.CheckStanding(At(100), Check(70, 72, false)));
        Refused.With("SES262", session.CheckStanding(At(100), new(Position.Seated, new(120, 75), Dizzy: false)));
        Refused.With("SES261", session.CheckStanding(At(100), Check(115, 72, false) with { From = Position.Standing }));
    }

    private static OrthostaticChecked Check(double systolic, double diastolic, bool dizzy) =>
        new(Position.Seated, new(120, 75, 70), dizzy, new(systolic, diastolic), new(systolic + 1, diastolic + 1));
}

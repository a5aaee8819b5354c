using Mooring.Clinical.Instruments;

namespace Mooring.Tests.Clinical.Instruments;

public class ScoringAnswers
{
    [Theory]
    [InlineData("phq-9", "1,1,1,1,1,1,1,1,1", 9.0, "mild")]
    [InlineData("phq-9", "3,3,3,3,2,2,2,1,0", 19.0, "moderately-severe")]
    [InlineData("phq-9", "0,0,0,0,0,0,0,0,1", 1.0, "minimal")]
    [InlineData("phq-9", "3,3,3,3,3,3,3,3,3,2", 27.0, "severe")]
    [InlineData("gad-7", "2,2,2,2,2,2,2", 14.0, "moderate")]
    [InlineData("gad-7", "3,2,2,2,2,2,2", 15.0, "severe")]
    [InlineData("pcl-5", "2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2", 40.0, "probable-ptsd")]
    [InlineData("pcl-5", "2,0,0,0,0,2,0,2,2,0,0,0,0,0,2,2,0,0,0,0", 12.0, "below-cut")]
    [InlineData("audit-c", "2,1,1", 4.0, "positive")]
    [InlineData("peg", "7,6,8", 7.0, "severe")]
    [InlineData("c-ssrs-screener", "y,n,-,-,-,y,n", null, "moderate")]
    [InlineData("c-ssrs-screener", "n,n,-,-,-,n,-", null, "none")]
    [InlineData("c-ssrs-screener", "y,y,n,n,n,n,-", null, "low")]
    [InlineData("c-ssrs-screener", "n,y,y,n,n,n,-", null, "moderate")]
    [InlineData("c-ssrs-screener", "n,y,n,y,n,n,-", null, "high")]
    [InlineData("c-ssrs-screener", "n,n,-,-,-,y,y", null, "high")]
    [InlineData("c-ssrs-screener", "y,y,-,n,n,n,-", null, null)]
    public void Gives_total_and_band(string id, string answers, double? total, string? band)
    {
        var score = Score(id, answers);

        Assert.Equal((total, band), (score.Total, score.Band));
    }

    [Fact]
    public void The_ninth_item_opens_the_risk_step_whatever_the_total()
    {
        var score = Score("phq-9", "0,0,0,0,0,0,0,0,1");

        Assert.Equal(["suicidal-thoughts"], score.Flags);
        Assert.Equal(["suicide-risk"], score.Opens);
        Assert.Empty(Score("phq-9", "3,3,3,3,2,2,2,1,0").Opens);
    }

    [Fact]
    public void The_ninth_item_is_never_filled_in()
    {
        var score = Score("phq-9", "1,1,1,1,1,1,1,1,-");

        Assert.Null(score.Total);
        Assert.Equal(["suicidal-thoughts-unanswered"], score.Flags);
    }

    [Fact]
    public void Two_missing_answers_are_filled_and_three_are_not()
    {
        var two = Score("phq-9", "-,-,2,2,2,2,2,2,0");

        Assert.Equal((15.0, true, false), (two.Total, two.Prorated, two.Complete));
        Assert.Null(Score("phq-9", "-,-,-,2,2,2,2,2,0").Total);
    }

    [Fact]
    public void A_pattern_is_reported_beside_a_low_total()
    {
        Assert.Contains("provisional-ptsd", Score("pcl-5", "2,0,0,0,0,2,0,2,2,0,0,0,0,0,2,2,0,0,0,0").Flags);
        Assert.DoesNotContain("provisional-ptsd", Score("pcl-5", "2,0,0,0,0,2,0,2,1,0,0,0,0,0,2,2,0,0,0,0").Flags);
        Assert.Equal(10, Score("pcl-5", "2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2").Subscores["B"]);
    }

    [Theory]
    [InlineData("3,3,3,3,3,3,2,0,0", "2,2,2,2,2,0,0,0,0", true, false, true)]
    [InlineData("2,2,2,2,0,0,0,0,0", "1,1,1,1,0,0,0,0,0", true, true, false)]
    [InlineData("2,2,2,2,2,0,0,0,0", "2,2,2,0,0,0,0,0,0", false, false, false)]
    public void Change_is_judged_beside_the_earlier_sheet(string earlier, string now, bool response, bool remission, bool reliable)
    {
        var phq = ScreeningContent.Library.Instruments["phq-9"].Value;

        var score = phq.Score(Answers.Read(now).Value!, Answers.Read(earlier).Value!).Value!;

        Assert.Equal((response, remission, reliable), (score.Response, score.Remission, score.ReliableChange));
    }

    [Theory]
    [InlineData("1,1", "SCR102")]
    [InlineData("1,1,1,1,1,1,1,1,4", "SCR103")]
    public void Refuses_what_is_no_sheet(string answers, string code) =>
        Assert.Equal(code, Assert.Single(ScreeningContent.Library.Instruments["phq-9"].Value.Score(Answers.Read(answers).Value!).Refusals).Code);

    [Fact]
    public void A_level_below_nothing_is_an_answer() => Assert.Equal((-2.0, "sedated"), (Score("rass", "-2").Total, Score("rass", "-2").Band));

    [Theory]
    [InlineData("x")]
    [InlineData("1,5.0")]
    [InlineData("--1")]
    public void Refuses_what_is_no_answer(string answers) => Assert.Contains(Answers.Read(answers).Refusals, refusal => refusal.Code == "SCR101");

    [Fact]
    public void A_no_to_the_second_question_skips_to_the_sixth()
    {
        var screener = ScreeningContent.Library.Instruments["c-ssrs-screener"].Value;

        Assert.Equal("6", screener.Next([1, 0])?.Id);
        Assert.Equal("3", screener.Next([1, 1])?.Id);
        Assert.Null(screener.Next([0, 0, null, null, null, 0]));
    }

    private static Score Score(string id, string answers) => ScreeningContent.Library.Instruments[id].Value.Score(Answers.Read(answers).Value!).Value!;
}

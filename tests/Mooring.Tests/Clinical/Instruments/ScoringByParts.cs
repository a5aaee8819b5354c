using Mooring.Clinical.Instruments;

namespace Mooring.Tests.Clinical.Instruments;

public class ScoringByParts
{
    [Fact]
    public void Sleep_appetite_and_pace_count_once_by_the_highest()
    {
        var score = Score("qids-sr16", "3,0,1,2,2,1,0,0,2,1,1,1,1,1,0,2");

        Assert.Equal((14.0, "moderate"), (score.Total, score.Band));
        Assert.Equal((3.0, 2.0, 2.0), (score.Subscores["sleep"], score.Subscores["appetite-and-weight"], score.Subscores["pace"]));
    }

    [Fact]
    public void Less_appetite_is_answered_instead_of_more()
    {
        Assert.Equal((14.0, true), Of(Score("qids-sr16", "3,0,1,2,2,1,-,-,2,1,1,1,1,1,0,2")));
        Assert.Equal((null, false), Of(Score("qids-sr16", "3,0,1,2,2,-,-,-,2,1,1,1,1,1,0,2")));

        static (double?, bool) Of(Score score) => (score.Total, score.Complete);
    }

    [Theory]
    [InlineData("0,0,1,0,0,0,0,0,0,0", 0.0, "none")]
    [InlineData("0,0,0,0,0,0,0,0,0,0", 1.0, "low")]
    [InlineData("n,n,n,n,n,n,n,n,n,n", 1.0, "low")]
    [InlineData("1,1,0,1,1,1,1,1,1,1", 10.0, "severe")]
    public void A_no_to_being_able_to_stop_counts_one(string answers, double total, string band) =>
        Assert.Equal((total, band), (Score("dast-10", answers).Total, Score("dast-10", answers).Band));

    [Theory]
    [InlineData(46, 21, 18, 15, true)]
    [InlineData(46, 21, 17, 14, false)]
    [InlineData(75, 30, 30, 8, false)]
    public void An_experience_is_complete_only_at_sixty_percent_of_every_factor(int mystical, int mood, int transcendence, int ineffability, bool complete)
    {
        var meq = ScreeningContent.Library.Instruments["meq-30"].Value;
        var sums = new Dictionary<string, int> { ["mystical"] = mystical, ["positive-mood"] = mood, ["transcendence"] = transcendence, ["ineffability"] = ineffability };
        var answers = new Dictionary<string, int?>();
        foreach (var factor in meq.Subscales)
        {
            foreach (var (index, item) in factor.Items.Index())
                answers[item] = (sums[factor.Id] / factor.Items.Count) + (index < sums[factor.Id] % factor.Items.Count ? 1 : 0);
        }

        var score = meq.Score([.. meq.Items.Select(item => answers[item.Id])]).Value!;

        Assert.Equal(complete, score.Flags.Contains("complete-mystical-experience"));
        Assert.Equal(Math.Round(mystical / 0.75, 1), score.Subscores["mystical"]);
    }

    [Fact]
    public void Obsessions_and_compulsions_stand_apart()
    {
        var score = Score("y-bocs", "4,4,4,4,4,1,1,1,1,1");

        Assert.Equal((25.0, "severe", 20.0, 5.0), (score.Total, score.Band, score.Subscores["obsessions"], score.Subscores["compulsions"]));
    }

    [Theory]
    [InlineData("1,1,1,1,1,1,1,0,0,0,0,0,0,1,2", true)]
    [InlineData("1,1,1,1,1,1,1,0,0,0,0,0,0,0,2", false)]
    [InlineData("1,1,1,1,1,1,1,0,0,0,0,0,0,1,1", false)]
    [InlineData("1,1,1,1,1,1,0,0,0,0,0,0,0,1,3", false)]
    public void A_mood_screen_is_positive_only_when_all_three_hold(string answers, bool positive) =>
        Assert.Equal(positive, Score("mdq", answers).Flags.Contains("positive"));

    [Fact]
    public void Well_being_rises_when_it_gets_better()
    {
        var who = ScreeningContent.Library.Instruments["who-5"].Value;

        var score = who.Score([3, 3, 3, 3, 3], [2, 2, 2, 3, 3]).Value!;

        Assert.Equal((60.0, "good", 15.0, true), (score.Total, score.Band, score.Subscores["raw"], score.ImportantChange));
        Assert.Null(score.ReliableChange);
        Assert.True(who.Outcome!.IsDeterioration(new(default, 60), new(default, 48)));
        Assert.False(who.Outcome.IsDeterioration(new(default, 48), new(default, 60)));
    }

    [Theory]
    [InlineData("madrs", "3,3,3,3,3,3,3,3,3,0", "2,2,2,1,1,1,1,1,1,0", true, false)]
    [InlineData("y-bocs", "2,2,2,2,2,2,2,2,2,2", "2,1,1,2,1,1,1,2,1,1", true, false)]
    [InlineData("y-bocs", "2,2,2,2,2,2,2,2,2,2", "2,1,1,2,1,1,1,2,2,1", false, false)]
    [InlineData("isi", "3,3,3,2,2,2,2", "2,1,1,1,1,2,1", true, false)]
    [InlineData("isi", "3,3,3,2,2,2,2", "2,2,1,1,1,2,1", false, false)]
    [InlineData("peg", "8,7,6", "5,5,4", true, null)]
    public void Each_instrument_has_its_own_response(string id, string earlier, string now, bool response, bool? remission)
    {
        var score = ScreeningContent.Library.Instruments[id].Value.Score(Answers.Read(now).Value!, Answers.Read(earlier).Value!).Value!;

        Assert.Equal((response, remission), (score.Response, score.Remission));
    }

    [Theory]
    [InlineData("bprs-plus", "1,1,4,1", "positive-symptom")]
    [InlineData("urinary-screen", "0,0,0,0,0,1", "blood-in-urine")]
    [InlineData("urinary-screen", "1,1,0,0,0,0", "two-symptoms")]
    [InlineData("bpi-sf", "7,7,7,7,0,0,0,0,0,0,0", "moderate-pain,severe-pain")]
    [InlineData("cadss", "1,1,1,1,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0", "dissociation")]
    [InlineData("kset-acute", "0,0,2,0,0,0,0,0,0,0,1", "moderate-or-worse")]
    public void A_part_raises_its_own_flag(string id, string answers, string flags) => Assert.Equal(flags, string.Join(',', Score(id, answers).Flags));

    private static Score Score(string id, string answers) => ScreeningContent.Library.Instruments[id].Value.Score(Answers.Read(answers).Value!).Value!;
}

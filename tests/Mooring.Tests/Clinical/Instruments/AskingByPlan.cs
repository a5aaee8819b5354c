using Mooring.Clinical;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Surveillance;

namespace Mooring.Tests.Clinical.Instruments;

public class AskingByPlan
{
    private static readonly DateTimeOffset Referred = new(2026, 1, 5, 15, 0, 0, TimeSpan.Zero);
    private static readonly AskingPlan Plan = ScreeningContent.Library.Asking!.Value;
    private static readonly CareTimes Somebody = new(Referred) { Age = 40 };

    [Theory]
    [InlineData("F33.2", "phq-9,gad-7,c-ssrs-screener,audit-c,dast-10,mdq,urinary-screen,wsas,who-5,isi,kset-screening,madrs,qids-sr16")]
    [InlineData("F43.10", "phq-9,gad-7,c-ssrs-screener,pcl-5,audit-c,dast-10,mdq,urinary-screen,wsas,who-5,isi,kset-screening")]
    [InlineData("F31.81", "phq-9,gad-7,c-ssrs-screener,ymrs,audit-c,dast-10,urinary-screen,wsas,who-5,isi,kset-screening,madrs,qids-sr16")]
    [InlineData("F42.2", "phq-9,gad-7,c-ssrs-screener,y-bocs,audit-c,dast-10,mdq,urinary-screen,wsas,who-5,isi,kset-screening")]
    [InlineData("Z51.5", "phq-9,gad-7,c-ssrs-screener,peg,urinary-screen,wsas,who-5,isi,kset-screening")]
    public void Each_indication_has_its_own_start(string code, string instruments) =>
        Assert.Equal(instruments, Names(Plan.Due(Somebody with { TreatedFor = [code] }, [], Referred.AddDays(1))));

    [Fact]
    public void Screening_waits_for_three_of_them_and_no_more() => Assert.Equal(
        ["phq-9", "gad-7", "c-ssrs-screener"], Plan.Due(Somebody, [], Referred.AddDays(1)).Where(line => line.Needed).Select(line => line.Instrument));

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, true)]
    [InlineData(null, true)]
    public void Memory_is_tested_from_sixty_five_on_or_where_the_age_is_not_known(int? age, bool asked) =>
        Assert.Equal(asked, Plan.Due(Somebody with { Age = age }, [], Referred.AddDays(1)).Any(line => line.Instrument == "mini-cog"));

    [Fact]
    public void An_answered_one_is_not_asked_again_while_it_is_young()
    {
        Assert.DoesNotContain(Plan.Due(Somebody, [Sheet("phq-9", Referred)], Referred.AddDays(14)), line => line.Instrument == "phq-9");
        Assert.Contains(Plan.Due(Somebody, [Sheet("phq-9", Referred)], Referred.AddDays(15)), line => line.Instrument == "phq-9");
    }

    [Fact]
    public void Depression_is_asked_about_every_week_of_the_induction()
    {
        var care = Somebody with { TreatedFor = ["F33.2"], Sessions = [Referred.AddDays(20), Referred.AddDays(23), Referred.AddDays(27)] };
        var last = Sheet("phq-9", Referred.AddDays(21));

        Assert.DoesNotContain(Plan.Due(care, [last], Referred.AddDays(27.5)), line => line.Instrument == "phq-9");
        Assert.Equal("weekly", Assert.Single(Plan.Due(care, [last], Referred.AddDays(28)), line => line.Instrument == "phq-9").Id);
    }

    [Fact]
    public void The_end_of_the_induction_asks_once_and_maintenance_every_month()
    {
        var end = Referred.AddDays(40);
        var care = Somebody with { TreatedFor = ["F33.2"], Sessions = [Referred.AddDays(20), end], InductionEndedAt = end };

        Assert.Equal("induction-end", Line(care, end.AddDays(1)));
        Assert.Null(Line(care, end.AddDays(20), end.AddDays(2)));
        Assert.Equal("monthly", Line(care, end.AddDays(33), end.AddDays(2)));

        static string? Line(CareTimes care, DateTimeOffset now, params DateTimeOffset[] taken) =>
            Plan.Due(care, [.. taken.Select(at => Sheet("gad-7", at))], now).FirstOrDefault(line => line.Instrument == "gad-7")?.Id;
    }

    [Fact]
    public void A_session_day_asks_for_suicide_risk_and_dissociation()
    {
        var care = Somebody with { Sessions = [Referred.AddDays(20)], SessionDay = Referred.AddDays(27) };
        var due = Plan.Due(care, [Sheet("c-ssrs-since-last", Referred.AddDays(26))], Referred.AddDays(27.4));

        Assert.Contains(due, line => line.Instrument == "c-ssrs-since-last");
        Assert.Contains(due, line => line.Instrument == "cadss-6");
    }

    private static string Names(IReadOnlyList<Asking> lines) => string.Join(',', lines.Select(line => line.Instrument));

    private static AnswerSheet Sheet(string instrument, DateTimeOffset at) =>
        new(Id<AnswerSheet>.New(at), instrument, 1, "", [], "test", new(Guid.Empty, "Ben Rowan", Role.Nurse), at) { TakenAt = at, FinishedAt = at };
}

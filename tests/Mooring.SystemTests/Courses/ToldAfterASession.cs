using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Content.Library;
using Mooring.Practice.Courses;
using Mooring.Practice.Tasks;
using Mooring.Storage.Projections;

namespace Mooring.SystemTests.Courses;

public class ToldAfterASession
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_judged_once_and_stands_in_the_record_of_adverse_events()
    {
        await using var care = await Told();

        var told = Assert.Single(await Unjudged(care));
        var judged = await Judge(care, told, draft => draft);
        var again = await Judge(care, told, draft => draft);

        Assert.Equal(ToldBy.DayAfterForm, told.Source);
        Assert.Empty(judged.Refusals);
        Assert.Equal("ADV109", Assert.Single(again.Refusals).Code);
        Assert.Empty(await Unjudged(care));
        var entry = Assert.Single(await care.Ask(Role.Nurse, services => services.GetRequiredService<AdverseDesk>().Of(care.Patient, Cancel)));
        Assert.Equal(("nausea", 2, AdverseOutcome.Ongoing, null), (entry.What.Term, entry.What.Grade, entry.What.Outcome, entry.Session));
    }

    [Fact]
    public async Task Is_a_task_of_the_prescriber_until_it_is_judged_and_then_a_line_of_the_flat_table()
    {
        await using var care = await Told();
        var before = await care.WaitingFor(Role.Prescriber);

        await Judge(care, Assert.Single(await Unjudged(care)), draft => draft);
        var (made, lines) = await care.Ask(Role.Manager, async services =>
        {
            var table = services.GetRequiredService<IEnumerable<Projection>>().Single(one => one.Name == "told events");
            return (await table.CatchUp(Cancel) + await table.CatchUp(Cancel), await table.Lines(Cancel));
        });

        Assert.Contains(before, task => task.Kind == TaskKind.JudgeTold);
        Assert.DoesNotContain(await care.WaitingFor(Role.Prescriber), task => task.Kind == TaskKind.JudgeTold);
        Assert.Equal(1, made);
        Assert.Contains("\"Term\":\"nausea\",\"Grade\":2", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Holds_the_course_where_it_is_serious()
    {
        await using var care = await Told();

        await Judge(care, Assert.Single(await Unjudged(care)), draft => draft with { Serious = true });

        Assert.Equal("SES907", (await care.Ask(Role.Nurse, services => services.GetRequiredService<AdverseDesk>().Blocks(care.Patient, Cancel)))?.Code);
    }

    [Fact]
    public async Task Is_none_with_a_reason_and_needs_whole_answers_otherwise()
    {
        await using var care = await Told();
        var told = Assert.Single(await Unjudged(care));

        Assert.Equal(["ADV103", "ADV105", "ADV106"], (await Judge(care, told, draft => draft with { Term = null, Action = "", Since = null })).Refusals.Select(refusal => refusal.Code));
        Assert.Equal("ADV104", Assert.Single((await Judge(care, told, draft => draft with { Grade = 9 })).Refusals).Code);
        Assert.Equal("ADV107", Assert.Single((await Judge(care, told, draft => draft with { IsNone = true })).Refusals).Code);
        Assert.Equal("ADV108", Assert.Single((await Judge(care, told, draft => draft with { Verbatim = new string('a', ToldDraft.LongestText + 1) })).Refusals).Code);
        Assert.Equal("ADV101", Assert.Single((await Judge(care, told, draft => draft, Role.FrontDesk)).Refusals).Code);
        Assert.True((await Judge(care, told, draft => draft with { IsNone = true, WhyNone = "The patient meant last year." })).IsDone);
        Assert.Empty(await care.Ask(Role.Nurse, services => services.GetRequiredService<AdverseDesk>().Of(care.Patient, Cancel)));
    }

    private static async Task<CareClinic> Told()
    {
        var care = await CareClinic.WithSomeoneKnown();
        await care.FindEligible();
        await care.Consent();
        Assert.Empty((await care.Sign(CareClinic.PlanForm("50"))).Refusals);
        care.Clock.Now = care.Clock.Now.AddDays(1);
        Assert.Empty((await care.Answer("day-after", 2, 4, 2, 0, 0)).Refusals);
        return care;
    }

    private static Task<IReadOnlyList<ToldUnjudged>> Unjudged(CareClinic care) => care.Ask(Role.Nurse, services => services.GetRequiredService<ToldEventDesk>().Unjudged(care.Patient, Cancel));

    private static Task<Outcome<ToldEvent>> Judge(CareClinic care, ToldUnjudged told, Func<ToldDraft, ToldDraft> change, Role by = Role.Nurse) => care.Ask(by, services =>
        services.GetRequiredService<ToldEventDesk>().Judge(care.Patient, Id<ToldEvent>.New(care.Clock.Now), change(new()
        {
            Source = told.Source,
            About = told.About,
            Since = told.At,
            Term = services.GetRequiredService<SessionContent>().AdverseTerms.Find("nausea"),
            Grade = 2,
            Action = "Ondansetron by prescription.",
            Outcome = AdverseOutcome.Ongoing,
        }), Cancel));
}

using Mooring.Clinical;
using Mooring.Practice.Tasks;
using Mooring.Web.Pages.Today;

namespace Mooring.Tests.Web;

/// <summary>What waits, read at a glance: thirty equal rows hide the one that matters.</summary>
public class FoldingTasks
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Makes_one_line_of_what_is_asked_of_several_patients()
    {
        var letters = Enumerable.Range(1, 4).Select(day => Task(TaskKind.AnswerReferrer, "Write to the referrer", day)).ToList();
        var plans = Enumerable.Range(1, 2).Select(day => Task(TaskKind.MakePlan, "Make the plan", day)).ToList();

        var lines = TaskFolding.Fold([.. letters, .. plans]);

        Assert.Equal([[plans[0]], [plans[1]], letters], lines);
    }

    [Fact]
    public void Never_folds_who_may_come_to_harm_or_waits_at_this_moment()
    {
        var risks = Enumerable.Range(1, 3).Select(day => Task(TaskKind.SuicideRisk, "Suicide risk", day) with { IsRisk = true }).ToList();
        var asked = Enumerable.Range(1, 3).Select(day => Task(TaskKind.GoDecision, "Go or no-go", day) with { IsAsked = true }).ToList();

        var lines = TaskFolding.Fold([.. risks, .. asked]);

        Assert.Equal([.. asked, .. risks], lines.Select(Assert.Single));
    }

    [Fact]
    public void Puts_care_before_paper_where_both_are_late()
    {
        var letter = Task(TaskKind.AnswerReferrer, "Write to the referrer", 1) with { IsUrgent = true };
        var screening = Task(TaskKind.DecideScreening, "Decide on screening", 2) with { IsUrgent = true };
        var later = Task(TaskKind.DecideScreening, "Decide on screening", 3);

        Assert.Equal([screening, letter, later], TaskFolding.Fold([letter, later, screening]).Select(Assert.Single));
    }

    private static WaitingTask Task(TaskKind kind, string act, int day) => new($"{act}: Noor W.", "", false, [Role.Prescriber], Now.AddDays(-day))
    {
        Kind = kind,
        Act = act,
        Name = "Noor W.",
        Patient = Guid.CreateVersion7(Now),
        Subject = Guid.CreateVersion7(Now),
    };
}

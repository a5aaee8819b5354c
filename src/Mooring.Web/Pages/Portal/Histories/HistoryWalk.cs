using Mooring.Clinical.Patients;
using Mooring.Content.Library;

namespace Mooring.Web.Pages.Portal.Histories;

/// <summary>What one page of the walk asks.</summary>
public enum WalkKind
{
    Conditions,
    Question,
    Medicines,
    Allergies,
    Trials,
    Goals,
    Escort,
    ToAsk,
    Statement,
}

/// <param name="Id">In the address and in the record: the group's or the question's id, or the kind itself.</param>
public sealed record WalkStep(WalkKind Kind, string Id);

/// <summary>The order in which a person is asked about their past, one question a page.</summary>
public sealed record HistoryWalk(IReadOnlyList<WalkStep> Steps)
{
    public static HistoryWalk For(HistoryContent content, int years) => new(
    [
        .. content.Groups.Select(group => new WalkStep(WalkKind.Conditions, group.Id)),
        new(WalkKind.Medicines, "medicines"),
        new(WalkKind.Allergies, "allergies"),
        new(WalkKind.Trials, "treatments"),
        .. content.QuestionsFor(years).Select(question => new WalkStep(WalkKind.Question, question.Id)),
        new(WalkKind.Goals, "goals"),
        new(WalkKind.Escort, "escort"),
        new(WalkKind.ToAsk, "ask"),
        new(WalkKind.Statement, "complete"),
    ]);

    public WalkStep? Find(string? id) => Steps.FirstOrDefault(step => step.Id == id);

    /// <summary>Counted from 1.</summary>
    public int NumberOf(WalkStep step) => Steps.ToList().IndexOf(step) + 1;

    public WalkStep? Before(WalkStep step) => NumberOf(step) >= 2 ? Steps[NumberOf(step) - 2] : null;

    public WalkStep? After(WalkStep step) => NumberOf(step) < Steps.Count ? Steps[NumberOf(step)] : null;

    /// <summary>Where the patient goes on: the first step not told yet; null when all is told.</summary>
    public WalkStep? Resume(History history) => Steps.FirstOrDefault(step => !history.HasTold(step.Id));
}

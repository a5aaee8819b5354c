using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Notes;
using Mooring.Clinical.Patients;
using Mooring.Content.Library;
using Mooring.Practice.Histories;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Goals;

/// <summary>A goal of the patient with what they said of it, oldest first.</summary>
/// <param name="IsCurrent">It stands among their goals now; one that was taken out keeps its ratings.</param>
public sealed record RatedGoal(string Goal, bool IsCurrent, IReadOnlyList<GoalRating> Ratings)
{
    public GoalRating? Last => Ratings.Count > 0 ? Ratings[^1] : null;
}

/// <summary>Asks patients how near they are to their own goals, at integration and at review.</summary>
public sealed class GoalDesk(MooringDb db, HistoryDesk histories, NoteContent content, TimeProvider clock)
{
    /// <summary>Letters of what is said to a rating.</summary>
    public const int LongestRemark = 500;

    public GoalScale Scale => content.Terms.Goals;

    /// <summary>The goals of now in the order in which they were named, then those of before that were rated.</summary>
    public async Task<IReadOnlyList<RatedGoal>> Of(Id<Patient> patient, CancellationToken cancel)
    {
        var goals = (await histories.Of(patient, cancel)).Goals;
        var rows = await db.Set<GoalRow>().AsNoTracking().Where(row => row.PatientId == patient).OrderBy(row => row.At).ToListAsync(cancel);
        var ratings = rows.Select(row => row.What).ToLookup(rating => rating.Goal, StringComparer.Ordinal);
        return
        [
            .. goals.Select(goal => new RatedGoal(goal, true, [.. ratings[goal]])),
            .. ratings.Where(rated => !goals.Contains(rated.Key)).Select(rated => new RatedGoal(rated.Key, false, [.. rated])),
        ];
    }

    /// <summary>Keeps a rating: GOL101 no such goal, GOL102 off the scale, GOL103 too much said, STO105, WEB150. The same id twice is kept once.</summary>
    public async Task<Outcome<GoalRating>> Rate(Id<Patient> patient, Id<GoalRating> id, string? goal, int? value, string? says, CancellationToken cancel)
    {
        if (db.Unless(Right.WriteNotes) is { } notTheirs)
            return notTheirs;
        if (!await db.Set<PatientRow>().AnyAsync(row => row.Id == patient, cancel))
            return new Refusal("STO105", "There is no such patient in this clinic.");
        List<Refusal> refusals = [];
        if (goal is null || !(await histories.Of(patient, cancel)).Goals.Contains(goal))
            refusals.Add(new("GOL101", "This goal does not stand in the history any more. Look at the goals of now.", "goal"));
        if (value is not { } number || number < Scale.From || number > Scale.To)
            refusals.Add(new("GOL102", $"Choose a whole number from {Scale.From} to {Scale.To}.", "value"));
        var remark = says?.Trim() ?? "";
        if (remark.Length > LongestRemark)
            refusals.Add(new("GOL103", $"Write {LongestRemark} letters at most.", "says"));
        if (refusals.Count > 0)
            return Outcome<GoalRating>.Refuse(refusals);
        var now = clock.GetUtcNow();
        return await ChosenId.Once(db,
            () => ChosenId.Kept<GoalRow, GoalRating>(db, row => row.Id == id, row => row.PatientId == patient && row.What.Goal == goal && row.What.Value == value && row.What.Says == remark, row => row.What, cancel),
            async () =>
            {
                var rating = new GoalRating(id, goal!, value!.Value, db.Acting(), now) { Says = remark };
                db.Add(new GoalRow { Id = id, PatientId = patient, At = now, What = rating });
                await db.SaveChangesAsync(cancel);
                return rating;
            });
    }
}

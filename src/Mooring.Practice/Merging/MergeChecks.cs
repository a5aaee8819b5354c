using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Courses;
using Mooring.Practice.Patients;
using Mooring.Practice.Privacy;
using Mooring.Practice.Sessions;
using Mooring.Storage;

namespace Mooring.Practice.Merging;

/// <summary>Why two charts can not become one, or not this way round.</summary>
public sealed class MergeChecks(MooringDb db, CourseCount courses, HoldDesk holds, ChartAccess access)
{
    internal static Refusal? Against(string because) =>
        because.Length is 0 or > MergeDesk.LongestReason ? new("MRG102", $"Write how you know, in {MergeDesk.LongestReason} letters at most.", "because") : null;

    internal async Task<IReadOnlyList<Refusal>> Against(Id<Patient> stays, Id<Patient> other, string because, CancellationToken cancel)
    {
        var people = await db.Set<PatientRow>().AsNoTracking().Where(row => row.Id == stays || row.Id == other).ToListAsync(cancel);
        if (people.Count < 2)
            return [new("MRG101", "Choose two charts of this clinic.", "other")];
        if (people.Find(row => row.MergedInto is not null) is { } merged)
            return [new("MRG103", $"{merged.Number} was merged into another chart already.", "other")];
        List<Refusal> refusals = [];
        if (Against(because) is { } missing)
            refusals.Add(missing);
        var (mine, theirs) = (await Sessions(stays, cancel), await Sessions(other, cancel));
        if (theirs > 0)
            refusals.Add(mine > 0
                ? new("MRG105", "Both charts have sessions. The journal of a session is sealed with whose it is, and is never rewritten: these two stay. Archive the one that is not used, and name the other in the reason.", "other")
                : new("MRG104", $"The chart that would go has {(theirs == 1 ? "a session" : $"{theirs} sessions")}, whose journal is sealed. Keep that chart, and merge this one into it.", "other"));
        if (await courses.IsUnderWay(stays, cancel) && await courses.IsUnderWay(other, cancel))
            refusals.Add(new("MRG106", "A course goes on in both charts. Stop one of the two courses first.", "other"));
        if ((await holds.Against(stays, cancel) ?? await holds.Against(other, cancel)) is { } held)
            refusals.Add(held);
        if ((await access.ShutOf([stays, other], cancel)).Count > 0)
            refusals.Add(new("PRV164", "One of the two charts is restricted, and you are not on its care team.", "other"));
        return refusals;
    }

    private Task<int> Sessions(Id<Patient> patient, CancellationToken cancel) => db.Set<SessionRow>().CountAsync(row => row.PatientId == patient, cancel);
}

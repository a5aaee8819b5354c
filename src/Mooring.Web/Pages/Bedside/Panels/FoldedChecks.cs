using System.Globalization;
using Mooring.Clinical;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Clinical.Sessions.Correcting;
using Mooring.Clinical.Sessions.Leaving;

namespace Mooring.Web.Pages.Bedside.Panels;

/// <summary>
/// A checklist answered as expected is one line of the journal, "Checks: 14 yes", that opens: it must not bury doses and
/// events. An answer that is no, that was corrected, or that somebody wrote a note to stays a line of its own.
/// </summary>
internal static class FoldedChecks
{
    // Two lines are read as quickly as one.
    private const int Fewest = 3;

    public static IReadOnlyList<LineView> Of(IReadOnlyList<(TimelineLine Line, LineView View)> newestFirst)
    {
        List<LineView> shown = [];
        for (var at = 0; at < newestFirst.Count;)
        {
            var list = ListOf(newestFirst[at].Line);
            var run = newestFirst.Skip(at).TakeWhile(one => list is not null && ListOf(one.Line) == list).ToList();
            if (run.Count >= Fewest)
                shown.Add(Fold(list!, run));
            else
                shown.AddRange(newestFirst.Skip(at).Take(Math.Max(1, run.Count)).Select(one => one.View));
            at += Math.Max(1, run.Count);
        }

        return shown;
    }

    private static LineView Fold(string list, IReadOnlyList<(TimelineLine Line, LineView View)> run)
    {
        var yes = run.Count(one => !DoesNotApply(one.Line));
        var says = string.Create(CultureInfo.InvariantCulture, $"{list}: {yes} yes{(yes < run.Count ? $", {run.Count - yes} not applicable" : "")}.");
        var by = string.Join("; ", run.Select(one => one.View.By).Distinct());
        return run[0].View with { Says = says, By = by, Correct = null, Folded = [.. run.Select(one => one.View)] };
    }

    // Which list it is an answer of, when it is one that may be folded.
    private static string? ListOf(TimelineLine line) => line switch
    {
        { Struck: not null } => null,
        { Entry.What: GateAnswered { Answer: GateAnswer.Met or GateAnswer.NotApplicable, Note: null or "" } } => "Checks before the start",
        { Entry.What: DischargeCriterionAnswered { Met: Finding.Met, Note: null or "" } } => "Checks before leaving",
        _ => null,
    };

    private static bool DoesNotApply(TimelineLine line) => line.Entry.What is GateAnswered { Answer: GateAnswer.NotApplicable };
}

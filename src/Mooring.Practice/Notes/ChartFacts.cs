using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Notes;
using Mooring.Clinical.Patients;
using Mooring.Content.Library;
using Mooring.Practice.Goals;
using Mooring.Practice.Histories;
using Mooring.Practice.Plans;
using Mooring.Practice.Questionnaires;
using Mooring.Practice.Risk;
using Mooring.Practice.Settings;

namespace Mooring.Practice.Notes;

/// <summary>What of the chart can be taken into a note, with its source and how old it is. What nobody asked is said to be unknown.</summary>
public sealed class ChartFacts(
    HistoryDesk histories, Scores scores, RiskDesk risk, GoalDesk goals, VisitDesk visits, LastSession sessions, ClinicalLibrary library, CurrentClinic current, TimeProvider clock)
{
    /// <summary>A fact as it stands now, for a section of a note in a language.</summary>
    public async Task<PulledFact> Of(Id<Patient> patient, string section, NoteFact fact, string language, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var words = new FactLines(new NoteContent(library).Words(fact), language, (await current.Find(cancel))!, now);
        var (lines, asOf) = fact switch
        {
            NoteFact.Diagnoses => Listed(await histories.Of(patient, cancel), HistoryList.Conditions, history => history.Conditions.Where(one => one.Status != ConditionStatus.Resolved).Select(one => words.Line(Status(one.Status), ("name", one.Name)))),
            NoteFact.Medicines => Listed(await histories.Of(patient, cancel), HistoryList.Medicines, history => history.Medicines.Where(one => one.IsTaken).Select(one => words.Of(one))),
            NoteFact.Allergies => Listed(await histories.Of(patient, cancel), HistoryList.Allergies, history => history.Allergies.Select(one => words.Of(one))),
            NoteFact.Scores => Scored(words, await scores.Of(patient, cancel)),
            NoteFact.LastSession => await sessions.Of(patient, words, cancel),
            NoteFact.SuicideRisk => Risk(words, await risk.Of(patient, cancel)),
            NoteFact.Goals => Goals(words, await goals.Of(patient, cancel)),
            _ => Attended(words, await visits.Of(patient, cancel)),
        };
        return new(section, fact, words.Title, lines.Count > 0 ? lines : [asOf is null ? words.Unknown : words.None], words.Source, asOf, now);
    }

    // Silent where nobody went through the list: that is not the same as nothing.
    private static (IReadOnlyList<string>, DateTimeOffset?) Listed(History history, HistoryList list, Func<History, IEnumerable<string>> lines) =>
        ([.. lines(history)], history.ReviewOf(list)?.At);

    private static string Status(ConditionStatus status) => status switch { ConditionStatus.Remission => "remission", ConditionStatus.Family => "family", _ => "line" };

    private (IReadOnlyList<string>, DateTimeOffset?) Scored(FactLines words, IReadOnlyList<KeptScore> kept)
    {
        var whole = kept.Where(score => score.Part.Length == 0 && score.Value is not null).GroupBy(score => score.Instrument, StringComparer.Ordinal).ToList();
        return ([.. whole.Select(same => Line(same.First(), same.Count() > 1 ? same.Last() : null))], kept.Count > 0 ? kept.Max(score => score.TakenAt) : null);

        string Line(KeptScore last, KeptScore? first)
        {
            (string, string)[] said =
            [
                ("name", library.Instruments.TryGetValue(last.Instrument, out var found) ? NoteContent.Say(found.Value.Title, words.Language) : last.Instrument),
                ("value", FactLines.Number(last.Value!.Value)), ("day", words.Day(last.TakenAt)), ("band", last.Band is { } band ? $" ({band})" : ""),
            ];
            return first is null ? words.Line("line", said) : words.Line("change", [.. said, ("first", FactLines.Number(first.Value!.Value)), ("before", words.Day(first.TakenAt))]);
        }
    }

    private static (IReadOnlyList<string>, DateTimeOffset?) Risk(FactLines words, RiskStatus status)
    {
        var asked = new[] { status.Screener?.TakenAt, status.Disposition?.At, status.Flag?.At }.Max();
        return status.Step.Level is { } level ? ([words.Line(status.IsOpen ? "open" : "line", ("level", level))], asked) : ([], asked);
    }

    private (IReadOnlyList<string>, DateTimeOffset?) Goals(FactLines words, IReadOnlyList<RatedGoal> rated)
    {
        var now = rated.Where(goal => goal.IsCurrent).ToList();
        return ([.. now.Select(goal => goal.Last is { } last
            ? words.Line("rated", ("name", goal.Goal), ("value", FactLines.Number(last.Value)), ("most", FactLines.Number(goals.Scale.To)), ("day", words.Day(last.At)))
            : words.Line("line", ("name", goal.Goal)))], now.Max(goal => goal.Last?.At));
    }

    private (IReadOnlyList<string>, DateTimeOffset?) Attended(FactLines words, IReadOnlyList<PlannedVisit> all)
    {
        var came = all.Where(visit => visit.State is VisitState.Arrived or VisitState.Done && visit.ArrivedAt is not null).ToList();
        return ([.. came.Select(visit => words.Line("line", ("day", words.Day(visit.ArrivedAt!.Value)))).Distinct()], came.Count > 0 ? clock.GetUtcNow() : null);
    }
}

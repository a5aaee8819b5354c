using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Fhir.Reading;
using Mooring.Practice.Imports;

namespace Mooring.Fhir.Mapping;

/// <summary>All that a bundle says of one person, while it is read.</summary>
internal sealed class PersonFile(PersonFacts person)
{
    public PersonFacts Person { get; } = person;

    public List<ReportedThing> Told { get; } = [];

    /// <summary>Statements that a medicine is not taken; they only say something beside others about it.</summary>
    public List<ReportedThing> NotTaken { get; } = [];

    /// <summary>All that was measured, with what is in doubt.</summary>
    public List<Observation> Seen { get; } = [];

    public List<ImportedValues> Values { get; } = [];

    public List<string> Withdrawn { get; } = [];

    public List<(BundleEntry Entry, FormAnswer Answer)> Answers { get; } = [];

    public List<(BundleEntry Entry, ImportedValues? Values)> Forms { get; } = [];

    public List<(DateTimeOffset At, bool Is, BundleEntry Entry)> Pregnant { get; } = [];

    /// <summary>What goes on the lists, once everything was read.</summary>
    public IReadOnlyList<ImportedThing> Things { get; private set; } = [];

    /// <summary>Lists of which something could not be read: they are not whole.</summary>
    public HashSet<HistoryList> Unread { get; } = [];

    /// <summary>Lists of which the bundle says that there is nothing.</summary>
    public HashSet<HistoryList> NoneThere { get; } = [];

    public ImportedPatient AsImported() => Person.Imported with { Things = Things, Values = Values, Withdrawn = Withdrawn };

    /// <summary>Puts together what the resources said, and counts the forms of which nothing was taken.</summary>
    public void Close(ImportTally tally)
    {
        var stopped = NotTaken.Where(not => Told.Exists(told => told.Change.List == not.Change.List && string.Equals(told.Change.Name, not.Change.Name, StringComparison.OrdinalIgnoreCase)));
        HashSet<BundleEntry> counted = [];
        Things = [.. Mapping.ReportedThing.Merge([.. Told, .. stopped, .. Pregnancy()]), .. Answered(counted)];
        foreach (var (entry, values) in Forms)
        {
            if (values is not null)
                Values.Add(counted.Contains(entry) ? values : values with { Counts = entry.Type });
            else if (!counted.Contains(entry))
                tally.Skip(entry.Type, Answers.Exists(each => each.Entry == entry) ? "older than another form, or not finished" : "no answer to a question of ours");
        }
    }

    // The newest word counts. That there is none now is only worth saying after one.
    private IEnumerable<ReportedThing> Pregnancy()
    {
        var newest = Pregnant.OrderByDescending(each => each.At).ThenByDescending(each => each.Is).FirstOrDefault();
        if (newest.Entry is null || !Pregnant.Exists(each => each.Is))
            yield break;
        var since = Pregnant.Where(each => each.Is).Max(each => each.At);
        yield return new(
            new ConditionReported(new("Pregnant", null, "77386006", newest.Is ? ConditionStatus.Active : ConditionStatus.Resolved, DateOnly.FromDateTime(since.UtcDateTime))),
            newest.Entry);
    }

    // Of several forms the newest answer counts; two of one moment, or of none, must agree, and an unfinished form only makes doubtful.
    private IEnumerable<ImportedThing> Answered(HashSet<BundleEntry> counted)
    {
        foreach (var question in Answers.GroupBy(each => each.Answer.Question, StringComparer.Ordinal))
        {
            var newest = question.Max(each => each.Answer.At?.From);
            var last = question.Where(each => each.Answer.At is null || each.Answer.At.Until >= newest).ToList();
            if (last.TrueForAll(each => !each.Answer.IsFinished) || last.DistinctBy(each => each.Answer.Is).Count() > 1)
                continue;
            var entry = last.First(each => each.Answer.IsFinished).Entry;
            yield return new(new QuestionAnswered(question.Key, last[0].Answer.Is), entry.Place,
                counted.Add(entry) ? new Dictionary<string, int>(StringComparer.Ordinal) { [entry.Type] = 1 } : new Dictionary<string, int>(StringComparer.Ordinal));
        }
    }
}

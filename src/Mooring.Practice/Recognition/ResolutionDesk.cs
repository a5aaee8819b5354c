using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Recognition;
using Mooring.Clinical.Rules;
using Mooring.Content.Library;
using Mooring.Practice.Access;
using Mooring.Practice.Histories;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Recognition;

/// <summary>"Not recognized: what is this?" Lists what nothing knows, and keeps what a prescriber says of it once for the clinic.</summary>
public sealed class ResolutionDesk(MooringDb db, ClinicWords words, ClinicalLibrary library, StaffDesk staff, TimeProvider clock)
{
    private const int LongestText = 200;
    private const int LongestReason = 500;

    /// <summary>What stands in this clinic's charts and is not recognized, most frequent first.</summary>
    public async Task<IReadOnlyList<Unrecognized>> Open(CancellationToken cancel)
    {
        var known = await words.Of(cancel);
        var histories = await db.Set<HistoryRow>().AsNoTracking().ToListAsync(cancel);
        var names = (await db.Set<PatientRow>().AsNoTracking().ToListAsync(cancel)).ToDictionary(row => row.Id, row => $"{row.GivenName} {row.FamilyName}");
        return
        [
            .. from row in histories
               from entry in Entries(row.History, known.Recognizer)
               group (row.PatientId, entry) by KeyOf(entry.Of, entry.Text) into same
               let first = same.First().entry
               orderby same.Count() descending, first.Text
               select new Unrecognized(first.Of, first.Text, same.Count(),
                   [.. same.Select(each => each.PatientId).Distinct().Select(patient => (patient, names.GetValueOrDefault(patient, "")))],
                   Unrecognized.RulesOpenTo(first.Of, first.Classes, library.ScreeningRules, library.Words)) { Close = known.Recognizer.CloseTo(first.Of, first.Text) },
        ];
    }

    /// <summary>The entries of one history that are not recognized, by their names.</summary>
    public async Task<IReadOnlySet<string>> In(History history, CancellationToken cancel) =>
        Entries(history, (await words.Of(cancel)).Recognizer).Select(entry => entry.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Says what a text means, for every chart of this clinic. Sent twice with the same <paramref name="id"/> it is kept
    /// once. Refusals: REC101 to REC106, REC108.
    /// </summary>
    public async Task<Outcome<Resolution>> Say(Guid id, SayDraft draft, CancellationToken cancel)
    {
        var by = db.Acting();
        if (!by.May(Right.NameUnknowns))
            return new Refusal("REC101", "What a text means is said by a prescriber, because rules decide by it.");
        if (await db.Set<ResolutionRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancel) is { } kept)
            return kept.What;

        var read = Read(draft, library.Words);
        if (!read.IsDone)
            return read;
        var key = KeyOf(draft.Of, read.Value.Text);
        if (await db.Set<ResolutionRow>().AnyAsync(row => row.Key == key && row.RevokedAt == null, cancel))
            return new Refusal("REC106", "Somebody has said already what this is. Take that back first.", "text");

        db.Add(new ResolutionRow { Id = id, What = read.Value, Key = key, Reason = draft.Reason!.Trim(), By = by, At = clock.GetUtcNow() });
        await db.SaveChangesAsync(cancel);
        return read.Value;
    }

    /// <summary>Takes back what was said; from now on the text is not recognized again. Refusals: REC101, REC105, REC107.</summary>
    public async Task<Outcome<Resolution>> TakeBack(Guid id, string? reason, CancellationToken cancel)
    {
        var by = db.Acting();
        if (!by.May(Right.NameUnknowns))
            return new Refusal("REC101", "What a text means is said by a prescriber, because rules decide by it.");
        if (await db.Set<ResolutionRow>().FirstOrDefaultAsync(row => row.Id == id && row.RevokedAt == null, cancel) is not { } row)
            return new Refusal("REC107", "This was not said here, or is taken back already.");
        if (Reason(reason) is { } refused)
            return refused;

        (row.RevokedAt, row.RevokedBy, row.RevokedBecause) = (clock.GetUtcNow(), by.Name, reason!.Trim());
        await db.SaveChangesAsync(cancel);
        return row.What;
    }

    /// <summary>Everything that was said, newest first, what was taken back too.</summary>
    public async Task<IReadOnlyList<Said>> All(CancellationToken cancel)
    {
        var clinic = await staff.Clinic(cancel);
        return [.. (await db.Set<ResolutionRow>().AsNoTracking().OrderByDescending(row => row.At).ToListAsync(cancel)).Select(row => new Said(
            row.Id, row.What, row.Reason, row.By.Name, clinic!.DayOf(row.At), row.RevokedAt is { } at ? clinic.DayOf(at) : null, row.RevokedBy, row.RevokedBecause))];
    }

    private static Outcome<Resolution> Read(SayDraft draft, Vocabulary words)
    {
        List<Refusal> refusals = [];
        var text = draft.Text?.Trim() ?? "";
        var medicines = string.IsNullOrWhiteSpace(draft.Medicines) || draft.Of == EntryKind.Condition ? null : words.Recognizer.Of(new Medicine(draft.Medicines, null, IsTaken: true));
        IReadOnlyList<string> sets = draft.Of == EntryKind.Condition ? draft.Sets : [];
        if (text.Length is 0 or > LongestText || KeyOf(draft.Of, text).EndsWith(' '))
            refusals.Add(new("REC102", "Write the text as it stands in the chart, 200 letters at most.", "text"));
        if (medicines is { IsRecognized: false })
            refusals.Add(new("REC103", $"“{string.Join("”, “", medicines.Unknown)}” is not recognized either. Write the generic names, with commas between.", "medicines"));
        if (sets.FirstOrDefault(set => words.Sets.GetValueOrDefault(set) is not { Of: EntryKind.Condition }) is { } other)
            refusals.Add(new("REC108", $"'{other}' is no group of conditions that rules look for.", "sets"));
        if ((medicines is not null || sets.Count > 0) == draft.IsNothing)
            refusals.Add(new("REC104", "Say what it is, or that it is nothing a rule looks for: one of the two.", draft.Of == EntryKind.Condition ? "sets" : "medicines"));
        if (Reason(draft.Reason) is { } reason)
            refusals.Add(reason);
        return refusals.Count > 0 ? Outcome<Resolution>.Refuse(refusals) : new Resolution(draft.Of, text, medicines?.Ingredients ?? [], sets);
    }

    private static Refusal? Reason(string? reason) => reason?.Trim().Length is null or 0 or > LongestReason
        ? new("REC105", "Write how you know, 500 letters at most: the bottle, the pharmacy, the patient, a letter.", "reason") : null;

    private static string KeyOf(EntryKind of, string text) =>
        $"{of} {Phrases.KeyOf(text, of == EntryKind.Condition ? Folding.Condition : Folding.Medicine)}";

    private static IEnumerable<(EntryKind Of, string Name, string Text, IReadOnlySet<ConditionClass>? Classes)> Entries(History history, Recognizer recognizer)
    {
        var facts = history.AsFacts();
        foreach (var entry in facts.Conditions.Items)
        {
            var read = recognizer.Of(entry);
            foreach (var text in read.Unknown)
                yield return (EntryKind.Condition, entry.Name, text, read.Classes);
        }

        foreach (var entry in facts.Medicines.Items)
        {
            foreach (var text in recognizer.Of(entry).Unknown)
                yield return (EntryKind.Medicine, entry.Name, text, null);
        }

        foreach (var entry in facts.Allergies.Items)
        {
            foreach (var text in recognizer.Of(entry).Unknown)
                yield return (EntryKind.Allergy, entry.Name, text, null);
        }
    }
}

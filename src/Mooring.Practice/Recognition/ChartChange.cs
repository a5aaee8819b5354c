using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Recognition;
using Mooring.Practice.Histories;
using Mooring.Practice.Patients;
using Mooring.Practice.Settings;
using Mooring.Storage;
using Mooring.Storage.Audit;

namespace Mooring.Practice.Recognition;

/// <summary>What an entry of a chart is taken for.</summary>
/// <param name="Sets">Value sets, with what leaves open whether it is so.</param>
/// <param name="Unknown">What nothing knows of it.</param>
public sealed record TakenFor(IReadOnlyList<string> Ingredients, IReadOnlyList<string> Sets, IReadOnlyList<string> Unknown)
{
    internal static TakenFor Of(RecognizedMedicine read) => new([.. read.Ingredients.Order(StringComparer.Ordinal)], [.. read.Sets.Order(StringComparer.Ordinal)], read.Unknown);

    internal static TakenFor Of(RecognizedCondition read) => new([], [.. read.Sets.Select(Say).Order(StringComparer.Ordinal)], read.Unknown);

    /// <summary>For the rules: what an ingredient is called, in the same sets, matters to none.</summary>
    public bool IsSameAs(TakenFor other) => Sets.SequenceEqual(other.Sets) && Unknown.SequenceEqual(other.Unknown);

    private static string Say(SetFound found) => found.Set + (found.Status is { } status ? $" ({status.ToString().ToLowerInvariant()})" : "") + (found.Doubt is { } doubt ? $" (open: {doubt})" : "");
}

/// <summary>An entry of charts that is taken for something else than before.</summary>
public sealed record ChartChange(EntryKind Of, string Text, IReadOnlyList<string> Codes, TakenFor Before, TakenFor After, IReadOnlyList<(Id<Patient> Patient, string Number, string Name)> In);

/// <summary>The charts of every clinic of a deployment, asked what changes for whom; of a folder without a clinic there are none.</summary>
public sealed class AllCharts(IServiceProvider? services)
{
    public static AllCharts None { get; } = new(null);

    /// <summary>Entries that are taken for something else, each with the patients in whose charts it stands.</summary>
    public Task<IReadOnlyList<ChartChange>> Compare(Recognizer words, LoadedTerms before, LoadedTerms after, CancellationToken cancel) => Each<ChartChange>(async db =>
    {
        IReadOnlyList<Resolution> said = [.. (await db.Set<ResolutionRow>().AsNoTracking().Where(row => row.RevokedAt == null).ToListAsync(cancel)).Select(row => row.What)];
        var (old, now) = (words.With(said, before), words.With(said, after));
        var people = (await db.Set<PatientRow>().AsNoTracking().ToListAsync(cancel)).ToDictionary(row => row.Id, row => (row.Id, row.Number, $"{row.GivenName} {row.FamilyName}"));
        List<(ChartChange What, Id<Patient> Whose)> found = [];
        await foreach (var row in db.Set<HistoryRow>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
            found.AddRange(In(row.History.AsFacts(), old, now).Select(change => (change, row.PatientId)));
        return [.. from each in found
                   group each by (each.What.Of, each.What.Text, string.Join(' ', each.What.Codes)) into same
                   orderby same.Key.Of, same.Key.Text
                   select same.First().What with { In = [.. same.Select(each => each.Whose).Distinct().Select(whose => people[whose])] }];
    }, cancel);

    /// <summary>Leaves a line in the audit trail of every clinic.</summary>
    public Task Tell(string action, string release, string by, DateTimeOffset at, CancellationToken cancel) => Each<int>(async db =>
    {
        db.Add(new AuditRow { At = at, ActorId = Guid.Empty, ActorName = by, Action = action, Subject = "terminology", SubjectId = release });
        await db.SaveChangesAsync(cancel);
        return [];
    }, cancel);

    private async Task<IReadOnlyList<T>> Each<T>(Func<MooringDb, Task<IReadOnlyList<T>>> ask, CancellationToken cancel)
    {
        List<T> all = [];
        foreach (var clinic in await Clinics(cancel))
        {
            await using var scope = services!.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<ClinicScope>().Enter(clinic, Actor.Job("Terminology"));
            all.AddRange(await ask(scope.ServiceProvider.GetRequiredService<MooringDb>()));
        }

        return all;
    }

    private async Task<IReadOnlyList<Id<Clinic>>> Clinics(CancellationToken cancel)
    {
        if (services is null)
            return [];
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MooringDb>().Set<ClinicRow>().AsNoTracking().Select(row => row.Id).ToListAsync(cancel);
    }

    private static IEnumerable<ChartChange> In(PatientFacts facts, Recognizer old, Recognizer now) =>
        ((IEnumerable<ChartChange>)[
            .. facts.Medicines.Items.Select(entry => Change(EntryKind.Medicine, entry.Name, entry.AllRxNorm, TakenFor.Of(old.Of(entry)), TakenFor.Of(now.Of(entry)))),
            .. facts.Trials.Items.Select(trial => new Medicine(trial.Drug, null, IsTaken: false)).Select(entry => Change(EntryKind.Medicine, entry.Name, [], TakenFor.Of(old.Of(entry)), TakenFor.Of(now.Of(entry)))),
            .. facts.Conditions.Items.Select(entry => Change(EntryKind.Condition, entry.Name, entry.AllIcd10.Concat(entry.AllSnomed), TakenFor.Of(old.Of(entry)), TakenFor.Of(now.Of(entry)))),
            .. facts.Allergies.Items.Select(entry => Change(EntryKind.Allergy, entry.Name, entry.AllRxNorm, TakenFor.Of(old.Of(entry)), TakenFor.Of(now.Of(entry)))),
        ]).Where(change => !change.Before.IsSameAs(change.After));

    private static ChartChange Change(EntryKind of, string text, IEnumerable<string> codes, TakenFor before, TakenFor after) => new(of, text, [.. codes], before, after, []);
}

using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Settings;
using Mooring.Storage;

namespace Mooring.Practice.Settings;

/// <summary>Keeps what a manager sets for the clinic, edition by edition.</summary>
public sealed class SettingsDesk(MooringDb db, CurrentClinic current, TimeProvider clock)
{
    private const int MostTries = 5;

    /// <summary>Every edition, the newest first; the last is what the clinic was founded with.</summary>
    public async Task<IReadOnlyList<SettingsEdition>> Editions(CancellationToken cancel)
    {
        var id = db.Clinic;
        var founded = await db.Set<ClinicRow>().AsNoTracking().SingleAsync(row => row.Id == id, cancel);
        var rows = await db.Set<SettingsRow>().AsNoTracking().OrderByDescending(row => row.Edition).ToListAsync(cancel);
        return [.. rows.Select(row => row.AsEdition()), new(0, null, null, ClinicSettings.Of(founded.AsClinic()))];
    }

    /// <summary>
    /// Makes an edition with this in it; one that changes nothing is not kept. Refusals: SET101 who may, SET102 when somebody
    /// else saved the same part since, and those of the change.
    /// </summary>
    /// <param name="shown">The edition that the form showed.</param>
    public async Task<Outcome<SettingsEdition>> Change(SettingsChange change, int shown, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (db.ClinicScope.Actor is not { } by || !by.May(Right.ManageSettings))
            return new Refusal("SET101", "The settings of the clinic are changed by a manager.");
        for (var attempt = 1; ; attempt++)
        {
            var editions = await Editions(cancel);
            var now = editions[0];
            var changed = change.Apply(now.Settings);
            if (changed.IsDone && SettingsWords.Differences(now.Settings, changed.Value).Count == 0)
                return now;
            if (change.IsWhole && Meanwhile(editions, change.Part, shown) is { } refusal)
                return refusal;
            if (!changed.IsDone)
                return Outcome<SettingsEdition>.Refuse(changed.Refusals);

            var row = new SettingsRow { Id = Guid.CreateVersion7(clock.GetUtcNow()), Edition = now.Edition + 1, At = clock.GetUtcNow(), By = by, Settings = changed.Value };
            db.Add(row);
            try
            {
                await db.SaveChangesAsync(cancel);
                current.Forget();
                return row.AsEdition();
            }
            catch (DbUpdateException) when (attempt < MostTries)
            {
                // Somebody was first: look again at what stands. Anything else fails as it should.
                db.ChangeTracker.Clear();
                if (!await db.Set<SettingsRow>().AnyAsync(newer => newer.Edition > now.Edition, cancel))
                    throw;
            }
        }
    }

    /// <summary>The edition that last changed this part; null when it stands as the clinic was founded.</summary>
    /// <param name="editions">All of them, the newest first.</param>
    public static SettingsEdition? Last(IReadOnlyList<SettingsEdition> editions, SettingsPart part)
    {
        ArgumentNullException.ThrowIfNull(editions);
        return editions.Zip(editions.Skip(1)).FirstOrDefault(one => SettingsWords.Differences(one.Second.Settings, one.First.Settings).Any(differs => differs.Part == part)).First;
    }

    private static Refusal? Meanwhile(IReadOnlyList<SettingsEdition> editions, SettingsPart part, int shown)
    {
        var (now, seen) = (editions[0], editions.FirstOrDefault(edition => edition.Edition == shown) ?? editions[^1]);
        var differs = SettingsWords.Differences(seen.Settings, now.Settings).Where(one => one.Part == part).ToList();
        if (differs.Count == 0)
            return null;
        var last = Last(editions, part)!;
        return new("SET102", Sentence.Of(
            "Meanwhile {who} saved this ({when}). {what}. What you typed is still here: save it again if it is right.",
            ("who", last.By!.Name), ("when", last.At!.Value), ("what", string.Join(". ", differs))));
    }
}

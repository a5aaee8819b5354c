using Mooring.Clinical.Journals;
using Mooring.Practice.Records;
using Mooring.Storage;
using Mooring.Storage.Backups;
using Mooring.Storage.Journals;
using Mooring.Storage.Secrets;

namespace Mooring.Practice.Operations;

/// <summary>What a restored clinic was found to be.</summary>
public sealed record Restored(int Journals, int Notes, IReadOnlyList<string> Faults);

/// <summary>Holds a restored clinic against what its backup said: chains, signatures, and that what is sealed opens.</summary>
public sealed class RestoredClinic(MooringDb db, JournalStore journals, VerifyDesk verify, Resealing opening, CheckpointFile checkpoints)
{
    private const int MostOpened = 200;

    /// <param name="keys">Where its keys are; null when none were given, and then nothing sealed is opened.</param>
    public async Task<Restored> Check(BackupManifest says, string dataFolder, IKeyPlace? keys, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(says);
        List<string> faults = [];
        foreach (var head in says.Heads)
        {
            var links = await journals.LinksOfAnyClinic(new(head.Subject, head.Journal), head.Entries - 1, cancel);
            if (links.Count == 0 || Convert.ToHexStringLower(links[0].Hash.Span) != head.Head)
                faults.Add($"The journal of {head.Subject} {head.Journal} does not reach entry {head.Entries} as it stood when the backup was made.");
        }

        using var key = File.Exists(CheckpointKey.PublicFile(dataFolder)) ? CheckpointKey.ReadPublic(await File.ReadAllTextAsync(CheckpointKey.PublicFile(dataFolder), cancel)) : null;
        var book = key is null ? null : new CheckpointBook(await checkpoints.Lines(cancel), key);
        if (book?.FirstBreak() is { } broken)
            faults.Add(broken.Says);
        var sessions = await verify.Walk(null, book, cancel);
        var logs = await verify.WalkLogs(book, cancel);
        faults.AddRange(sessions.Where(one => one.Break is not null).Select(one => $"Session {one.Session}: {one.Break!.Says}"));
        faults.AddRange(logs.Where(one => one.Break is not null).Select(one => $"The log of clinic {one.Clinic}: {one.Break!.Says}"));
        if (keys is null)
            return new(sessions.Count + logs.Count, 0, faults);
        try
        {
            await KeysAreThere.Demand(db, dataFolder, keys, checkpoints, cancel);
            var opened = await opening.Run(keep: false, MostOpened, cancel);
            faults.AddRange(opened.Where(column => column.Shut > 0).Select(column => $"{column.Shut} of {column.Values} {column.Column} do not open with these keys."));
            return new(sessions.Count + logs.Count, opened.Sum(column => column.Values - column.Shut), faults);
        }
        catch (KeyIsMissingException missing)
        {
            return new(sessions.Count + logs.Count, 0, [.. faults, missing.Message]);
        }
    }
}

using System.Globalization;
using System.Text.Json;
using Mooring.Clinical.Journals;
using Mooring.Practice.Records;

namespace Mooring.Cli.Commands;

/// <summary>What a verifier found.</summary>
/// <param name="Logs">The access logs; none where one session was asked for.</param>
/// <param name="Book">Where the book of checkpoints itself breaks.</param>
/// <param name="HasKey">Whether there was a key to check signatures by; without one only the chains were walked.</param>
internal sealed record Verified(IReadOnlyList<VerifiedJournal> Journals, IReadOnlyList<VerifiedLog> Logs, CheckpointBreak? Book, IReadOnlyList<string> Notes, bool HasKey)
{
    public bool IsSound => Book is null && Journals.All(journal => journal.Break is null) && Logs.All(log => log.Break is null);
}

/// <summary>Says what was found, for people and for programs.</summary>
internal static class VerifiedOutput
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string Json(Verified verified) => JsonSerializer.Serialize(
        new
        {
            sound = verified.IsSound,
            signaturesChecked = verified.HasKey,
            checkpoints = verified.Book is { } broken ? new { broken.Number, broken.Says } : null,
            verified.Notes,
            journals = verified.Journals.Select(journal => new
            {
                session = journal.Session.Value,
                journal.Entries,
                journal.Head,
                journal.Signed,
                journal.SignedAt,
                @break = journal.Break is { } found ? new { found.Seq, found.Says } : null,
            }),
            accessLogs = verified.Logs.Select(log => new
            {
                log.Clinic,
                log.Sealed,
                log.Waiting,
                @break = log.Break is { } found ? new { found.Seq, found.Says } : null,
            }),
        },
        Written);

    public static string Text(Verified verified)
    {
        var broken = verified.Journals.Count(journal => journal.Break is not null);
        return string.Join(
            Environment.NewLine,
            [
                .. verified.Journals.Select(journal => Line(journal, verified.HasKey)),
                .. verified.Logs.Select(Line),
                .. verified.Book is { } book ? [$"The checkpoints are BROKEN: {book.Says}"] : Array.Empty<string>(),
                .. verified.Notes,
                string.Create(CultureInfo.InvariantCulture, $"{verified.Journals.Count} journals, {broken} broken."),
                .. verified.HasKey ? Array.Empty<string>() : ["No public key was given: no signature was checked, and an end cut off would not be seen."],
            ]);
    }

    private static string Line(VerifiedJournal journal, bool hasKey) => string.Create(CultureInfo.InvariantCulture, $"{journal.Session}  {State(journal, hasKey)}");

    private static string Line(VerifiedLog log) => log.Break is { } found
        ? string.Create(CultureInfo.InvariantCulture, $"Access log of clinic {log.Clinic}  BROKEN: {found.Says}")
        : string.Create(CultureInfo.InvariantCulture, $"Access log of clinic {log.Clinic}  sound, {log.Sealed} lines sealed, {log.Waiting} not yet");

    private static string State(VerifiedJournal journal, bool hasKey)
    {
        if (journal.Break is { } found)
            return string.Create(CultureInfo.InvariantCulture, $"BROKEN at entry {found.Seq}: {found.Says}");
        var sound = string.Create(CultureInfo.InvariantCulture, $"sound, {journal.Entries} entries, head {journal.Head}");
        if (!hasKey)
            return sound;
        return journal.SignedAt is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"{sound}, {journal.Signed} of them signed by {at.UtcDateTime:yyyy-MM-dd HH:mm} UTC")
            : $"{sound}, none of them signed yet";
    }
}

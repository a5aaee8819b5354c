using System.Globalization;
using System.Text.Json;
using Mooring.Clinical.Journals;
using Mooring.Practice.Records;

namespace Mooring.Cli.Commands;

/// <summary>What a verifier found.</summary>
/// <param name="Logs">The access logs; none where one session was asked for.</param>
/// <param name="Tables">All other tables; none where one session was asked for.</param>
/// <param name="Book">Where the book of checkpoints itself breaks.</param>
/// <param name="HasKey">Whether there was a key to check signatures by; without one only the chains were walked.</param>
internal sealed record Verified(IReadOnlyList<VerifiedJournal> Journals, IReadOnlyList<VerifiedLog> Logs, IReadOnlyList<VerifiedTable> Tables, CheckpointBreak? Book, IReadOnlyList<string> Notes, bool HasKey)
{
    /// <summary>What was signed apart from sessions, and whether it is still what was signed.</summary>
    public IReadOnlyList<VerifiedSignature> Signatures { get; init; } = [];

    public bool IsSound => Book is null && Signatures.All(signed => signed.Break is null) && Journals.All(journal => journal.Break is null) && Logs.All(log => log.Break is null) && Tables.All(table => table.Breaks.Count == 0);
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
            signatures = verified.Signatures.Select(signed => new
            {
                table = signed.What,
                row = signed.Of,
                signed.Signatures,
                @break = signed.Break is { } found ? new { found.Seq, found.Says } : null,
            }),
            accessLogs = verified.Logs.Select(log => new
            {
                log.Clinic,
                log.Sealed,
                log.Waiting,
                @break = log.Break is { } found ? new { found.Seq, found.Says } : null,
            }),
            tables = verified.Tables.Select(table => new { table.Table, table.Rows, table.Unproven, table.Breaks }),
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
                .. verified.Tables.SelectMany(table => table.Breaks.Select(row => $"Table {table.Table}, row {row.Row}  BROKEN: {row.Says}")),
                .. Unproven(verified.Tables),
                .. verified.Signatures.Where(signed => signed.Break is not null).Select(signed => $"{signed.What} {signed.Of}  BROKEN: {signed.Break!.Says}"),
                .. verified.Signatures.Count == 0 ? Array.Empty<string>() : [string.Create(CultureInfo.InvariantCulture, $"{verified.Signatures.Count} signed rows, {verified.Signatures.Count(signed => signed.Break is not null)} broken.")],
                .. verified.Book is { } book ? [$"The checkpoints are BROKEN: {book.Says}"] : Array.Empty<string>(),
                .. verified.Notes,
                string.Create(CultureInfo.InvariantCulture, $"{verified.Journals.Count} journals, {broken} broken."),
                .. verified.Tables.Count == 0 ? Array.Empty<string>() : [string.Create(CultureInfo.InvariantCulture, $"{verified.Tables.Count} tables with {verified.Tables.Sum(table => table.Rows)} rows, {verified.Tables.Count(table => table.Breaks.Count > 0)} broken.")],
                .. verified.HasKey ? Array.Empty<string>() : ["No public key was given: no signature was checked, and an end cut off would not be seen."],
            ]);
    }

    private static string Line(VerifiedJournal journal, bool hasKey) => string.Create(CultureInfo.InvariantCulture, $"{journal.Session}  {State(journal, hasKey)}");

    private static IEnumerable<string> Unproven(IReadOnlyList<VerifiedTable> tables) => tables.Where(table => table.Unproven > 0).Select(table => string.Create(
        CultureInfo.InvariantCulture, $"Table {table.Table}: {table.Unproven} of {table.Rows} rows are of an earlier version and get their fingerprint at the next start."));

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

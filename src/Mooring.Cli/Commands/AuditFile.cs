using System.Globalization;
using System.Text.Json;
using Mooring.Practice.Records;

namespace Mooring.Cli.Commands;

/// <summary>Lines of the access log as a file: JSON, one line each, or CSV that no spreadsheet takes for a formula.</summary>
internal static class AuditFile
{
    private static readonly string[] Columns = ["clinic", "id", "at", "actorId", "actorName", "action", "subject", "subjectId", "patientId", "shown", "signIn", "purpose", "before", "sealedBy", "sha256"];

    /// <summary>How many lines were written.</summary>
    public static async Task<int> Write(IAsyncEnumerable<AuditLine> lines, StreamWriter to, bool isCsv, bool withHead, CancellationToken cancel)
    {
        if (isCsv && withHead)
            await to.WriteLineAsync(string.Join(',', Columns));
        var count = 0;
        await foreach (var line in lines.WithCancellation(cancel))
        {
            await to.WriteLineAsync(isCsv ? Row(line) : JsonSerializer.Serialize(line, JsonSerializerOptions.Web));
            count++;
        }

        return count;
    }

    private static string Row(AuditLine line) => Csv.Line(new object?[]
    {
        line.Clinic, line.Id, line.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), line.ActorId, line.ActorName, line.Action, line.Subject, line.SubjectId, line.PatientId, line.Shown, line.SignIn,
        line.Purpose, line.Before, line.SealedBy, line.Sha256,
    }.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)));
}

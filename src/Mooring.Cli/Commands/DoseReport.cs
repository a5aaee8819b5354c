using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mooring.Clinical;
using Mooring.Clinical.Dosing;
using Mooring.Clinical.Protocols;
using Mooring.Content.Yaml;

namespace Mooring.Cli.Commands;

/// <summary>Prints a dose sheet for a person or for a machine. Answers the exit code.</summary>
internal sealed class DoseReport(TextWriter output, TextWriter error, bool json)
{
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public int Usage(IReadOnlyList<string> unread)
    {
        foreach (var line in unread)
            error.WriteLine(line);
        return 2;
    }

    public int Unknown(string id, IEnumerable<Protocol> known)
    {
        error.WriteLine($"CLI211: There is no protocol '{id}'; there are {string.Join(", ", known.Select(protocol => protocol.Id))}.");
        return 1;
    }

    public int Faults(IReadOnlyList<LibraryFault> faults)
    {
        foreach (var fault in faults)
            error.WriteLine(fault);
        return 1;
    }

    public int Sheet(Protocol protocol, Outcome<DoseSheet> worked)
    {
        var hard = worked.Value?.Limits.Where(limit => limit is { Level: LimitLevel.Hard, Stands: true }).ToList() ?? [];
        if (json)
            output.WriteLine(JsonSerializer.Serialize(Shown(protocol, worked, hard), Shape));
        else
            Print(protocol, worked);
        return worked.IsDone && hard.Count == 0 ? 0 : 1;
    }

    private static object Shown(Protocol protocol, Outcome<DoseSheet> worked, List<LimitFinding> hard) => new
    {
        protocol = protocol.Id,
        version = protocol.Version,
        notRunHere = protocol.NotRunHere?.Says,
        decision = !worked.IsDone || hard.Count > 0 ? "refused" : worked.Value.Limits.Any(limit => limit.Stands) ? "reason-needed" : "within-limits",
        quantities = worked.Value?.Lines.Select(line => new { line.Code, line.Name, line.Value, line.Rounded, line.Unit, line.Formula }) ?? [],
        limits = worked.Value?.Limits.Select(limit => new
        {
            limit.Id,
            limit.Level,
            result = Result(limit),
            limit.Says,
            limit.Found,
            limit.Because,
        }) ?? [],
        notes = worked.Value?.Notes ?? [],
        refusals = worked.Refusals,
    };

    private void Print(Protocol protocol, Outcome<DoseSheet> worked)
    {
        foreach (var refusal in worked.Refusals)
            error.WriteLine($"{refusal.Code} {refusal.Says}");
        if (worked.Value is not { } sheet)
            return;

        output.WriteLine($"{protocol.Id} version {protocol.Version}: {protocol.Name}");
        if (protocol.NotRunHere is { } elsewhere)
            output.WriteLine($"Not run here: {elsewhere.Says}");
        foreach (var line in sheet.Lines)
            output.WriteLine($"  {line.Name,-32} {DoseLine.Print(line.Rounded),10} {line.Unit,-10} {line.Formula}");
        output.WriteLine("Limits");
        foreach (var limit in sheet.Limits)
            output.WriteLine($"  {Result(limit),-8} {(limit.Level == LimitLevel.Hard ? "hard" : "soft")}  {limit.Says} Found {limit.Found}.");
        foreach (var note in sheet.Notes)
            output.WriteLine($"Note: {note}");
    }

    private static string Result(LimitFinding limit) => limit.Broken switch
    {
        Finding.Met => "broken",
        Finding.NotMet => "passed",
        _ => "unknown",
    };
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mooring.Clinical;
using Mooring.Content.Yaml;

namespace Mooring.Cli.Commands;

/// <summary>How commands speak: machine-readable JSON on the output, reasons on the error stream.</summary>
internal static class CommandOutput
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static int Refused(IEnumerable<Refusal> refusals, TextWriter error)
    {
        foreach (var refusal in refusals)
            error.WriteLine($"{refusal.Code}: {refusal.Says}{(refusal.At is null ? "" : $" (at {refusal.At})")}");
        return 1;
    }

    public static int Faulty(IEnumerable<LibraryFault> faults, TextWriter error)
    {
        foreach (var fault in faults)
            error.WriteLine(fault);
        return 1;
    }
}

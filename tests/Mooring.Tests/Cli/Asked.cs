using System.CommandLine;
using System.Text.Json;

namespace Mooring.Tests.Cli;

/// <summary>What a command answered.</summary>
internal sealed record Asked(int Code, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static Asked Of(Command command, params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = command.Parse(args).Invoke(new() { Output = output, Error = error });
        return new(code, output.ToString(), error.ToString());
    }

    public static string[] Names(JsonElement value) => [.. value.EnumerateObject().Select(member => member.Name)];
}

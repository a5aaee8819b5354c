using System.CommandLine;
using System.Text.Json;
using Mooring.Cli.Commands;

namespace Mooring.Tests.Kinetics;

public class PredictingFromTheCommandLine
{
    [Fact]
    public void Answers_in_json_as_promised()
    {
        var (code, text) = Run("--model", "kamp-2020", "--weight", "70kg", "--regimen", "35 mg iv over 40 min", "--at", "10min,40min", "--band", "100", "--json");

        var json = JsonDocument.Parse(text).RootElement;
        Assert.Equal(0, code);
        Assert.Equal("kamp-2020", json.GetProperty("model").GetString());
        Assert.Equal("arterial", json.GetProperty("site").GetString());
        Assert.Equal(40, json.GetProperty("values")[1].GetProperty("atMinutes").GetDouble());
        Assert.InRange(json.GetProperty("values")[1].GetProperty("plasma").GetDouble(), 253.0515, 253.0521);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("values")[1].GetProperty("hydroxynorketamine").ValueKind);
        Assert.InRange(json.GetProperty("summary").GetProperty("tmaxMinutes").GetDouble(), 39.99, 40.01);
        Assert.InRange(json.GetProperty("band").GetProperty("values")[1].GetProperty("plasma").GetProperty("p50").GetDouble(), 220, 280);
        Assert.Contains("not a measurement", json.GetProperty("caveats")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Passes_age_and_race_on()
    {
        var (code, text) = Run("--model", "perez-ruixo-2021", "--weight", "70 kg", "--age", "70y", "--race", "japanese", "--regimen", "28 mg nasal at 0 min", "--at", "40min", "--json");

        var (_, plain) = Run("--model", "perez-ruixo-2021", "--weight", "70kg", "--regimen", "28 mg nasal at 0 min", "--at", "40min", "--json");
        Assert.Equal(0, code);
        Assert.True(Cmax(text) > 1.2 * Cmax(plain));
    }

    [Fact]
    public void Prints_a_table_for_people()
    {
        var (code, text) = Run("--model", "kamp-2020", "--weight", "70kg", "--regimen", "35 mg iv over 40 min", "--at", "40min");

        Assert.Equal(0, code);
        Assert.Contains("253.05", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_everything_that_is_wrong_at_once()
    {
        var (code, text) = Run("--model", "nobody-1999", "--weight", "70", "--regimen", "35 mg by mouth", "--at", "soon", "--json");

        Assert.Equal(1, code);
        Assert.All(["CLI101", "CLI102", "CLI104", "KIN101"], expected => Assert.Contains(expected, text, StringComparison.Ordinal));
    }

    private static double Cmax(string text) => JsonDocument.Parse(text).RootElement.GetProperty("summary").GetProperty("cmax").GetDouble();

    private static (int Code, string Text) Run(params string[] arguments)
    {
        var output = new StringWriter();
        var code = PredictCommand.Create().Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = TextWriter.Null });
        return (code, output.ToString());
    }
}

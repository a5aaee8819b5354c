using System.Text.Json;
using Mooring.Cli.Commands;

namespace Mooring.Tests.Cli;

public class AskingForADose
{
    [Fact]
    public void Answers_every_quantity_with_its_formula()
    {
        var (code, json) = Ask("--protocol", "TRD-IV-STD", "--weight", "82.4kg", "--dose", "0.5mg/kg", "--over", "40min", "--bag", "100mL",
            "--stock", "50mg/mL", "--height", "180cm", "--sex", "male");

        Assert.Equal(0, code);
        Assert.Equal("within-limits", json.GetProperty("decision").GetString());
        Assert.Equal(41.2, Value(json, "dose"));
        Assert.Equal(61.8, Value(json, "rate"));
        Assert.Equal(150, Value(json, "pump"));
    }

    [Fact]
    public void Says_that_a_reason_is_needed_past_a_soft_limit()
    {
        var (code, json) = Ask("--protocol", "trd-iv-std", "--weight", "95kg", "--dose", "0.75mg/kg", "--over", "45min");

        Assert.Equal(0, code);
        Assert.Equal("reason-needed", json.GetProperty("decision").GetString());
    }

    [Fact]
    public void Refuses_past_a_hard_limit()
    {
        var (code, json) = Ask("--protocol", "TRD-ESK-IN", "--weight", "70kg", "--dose", "4devices");

        Assert.Equal(1, code);
        Assert.Contains(json.GetProperty("limits").EnumerateArray(), limit =>
            limit.GetProperty("id").GetString() == "cap-total" && limit.GetProperty("result").GetString() == "broken");
    }

    [Theory]
    [InlineData("82.4")]
    [InlineData("82,4kg")]
    [InlineData("kg")]
    public void Is_wrong_usage_without_a_number_and_a_unit(string weight)
    {
        var error = new StringWriter();

        var code = DoseCommand.Create().Parse(["--protocol", "TRD-IV-STD", "--weight", weight]).Invoke(new() { Error = error });

        Assert.Equal(2, code);
        Assert.Contains(weight, error.ToString());
    }

    private static (int Code, JsonElement Json) Ask(params string[] args)
    {
        var output = new StringWriter();
        var code = DoseCommand.Create().Parse([.. args, "--json"]).Invoke(new() { Output = output });
        return (code, JsonDocument.Parse(output.ToString()).RootElement);
    }

    private static double Value(JsonElement json, string code) => json.GetProperty("quantities").EnumerateArray()
        .Single(line => line.GetProperty("code").GetString() == code).GetProperty("value").GetDouble();
}

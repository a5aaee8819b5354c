using Mooring.Content;
using Mooring.Content.Reading;


namespace Mooring.Tests.Devices;

public class CheckingTheCodeTable
{
    private static readonly string Sound = File.ReadAllText(Path.Combine(ContentFolder.Find(), "devices", "codes.yaml"));

    [Fact]
    public void The_table_in_force_is_sound() => Assert.Empty(DeviceCodes.ReadText(Sound, "codes.yaml").Faults);

    [Theory]
    [InlineData("sign: etco2", "sign: co2", "LIB301")]
    [InlineData("high: 45", "high: 4.5", "LIB302")]
    [InlineData("units: [percent]", "units: [per-cent]", "LIB303")]
    [InlineData("\"150344\"", "\"147842\"", "LIB304")]
    [InlineData("8310-5", "8310-6", "LIB305")]
    [InlineData("future-allowed: 1 min", "future-allowed: 1", "LIB107")]
    [InlineData("method: probe", "methd: probe", "LIB104")]
    public void A_planted_fault_is_found(string right, string wrong, string code)
    {
        var read = DeviceCodes.ReadText(Sound.Replace(right, wrong, StringComparison.Ordinal), "codes.yaml");

        Assert.False(read.IsSound);
        Assert.Contains(read.Faults, fault => fault.Code == code);
    }
}

using Mooring.Content.Yaml;
using Mooring.Kinetics.Quantities;

namespace Mooring.Tests.Storage.Library;

public class ReadingContentStrictly
{
    public enum Shade
    {
        PaleBlue,
        Red,
    }

    public sealed record Leaf
    {
        public required string Name { get; init; }

        public int? Count { get; init; }
    }

    public sealed record Plant
    {
        public required string Id { get; init; }

        public required TimeSpan WaitFor { get; init; }

        public required Quantity Limit { get; init; }

        public Shade Shade { get; init; }

        public string? Note { get; init; }

        public IReadOnlyList<Leaf> Leaves { get; init; } = [];

        public IReadOnlyDictionary<string, double> Sizes { get; init; } = new Dictionary<string, double>();
    }

    private const string Sound = "id: fern\nwait-for: 5 min\nlimit: 160 mm[Hg]\n";

    [Fact]
    public void Gives_the_record_with_its_lists_names_and_units()
    {
        var read = StrictYaml.ReadText<Plant>(
            Sound + "shade: pale-blue\nnote: null\nleaves:\n  - name: a\n    count: 3\nsizes: { big: 1.5 }\n", "fern.yaml");

        Assert.Empty(read.Faults);
        Assert.Equal(TimeSpan.FromMinutes(5), read.Value!.WaitFor);
        Assert.Equal(new Quantity(160, "mm[Hg]"), read.Value.Limit);
        Assert.Equal(Shade.PaleBlue, read.Value.Shade);
        Assert.Equal(3, read.Value.Leaves[0].Count);
        Assert.Equal(1.5, read.Value.Sizes["big"]);
        Assert.Equal(64, read.Hash.Length);
    }

    [Theory]
    [InlineData("LIB102", 4, "shade: [red\n")]
    [InlineData("LIB103", 4, "id: moss\n")]
    [InlineData("LIB104", 4, "colour: red\n")]
    [InlineData("LIB105", 5, "leaves:\n  - count: 3\n")]
    [InlineData("LIB106", 5, "leaves:\n  - { name: a, count: 3.5 }\n")]
    [InlineData("LIB106", 4, "leaves: none\n")]
    [InlineData("LIB106", 4, "sizes: { big: '1,5' }\n")]
    [InlineData("LIB108", 4, "note: &here a\n")]
    [InlineData("LIB109", 4, "shade: Red\n")]
    [InlineData("LIB110", 0, "---\nid: two\n")]
    public void Names_the_fault_and_its_line(string code, int line, string planted)
    {
        var read = StrictYaml.ReadText<Plant>(Sound + planted, "fern.yaml");

        Assert.Null(read.Value);
        var fault = Assert.Single(read.Faults);
        Assert.Equal(code, fault.Code);
        Assert.InRange(fault.Line, line, line + (code is "LIB102" ? 1 : 0));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("5 parsecs")]
    [InlineData("5,5 min")]
    [InlineData("min")]
    public void Refuses_a_number_without_a_unit_it_knows(string wait)
    {
        var read = StrictYaml.ReadText<Plant>($"id: fern\nwait-for: {wait}\nlimit: 1 kg\n", "fern.yaml");

        Assert.Equal(("LIB107", 2), (Assert.Single(read.Faults).Code, read.Faults[0].Line));
    }

    [Fact]
    public void Collects_every_fault_at_once()
    {
        var read = StrictYaml.ReadText<Plant>("wait-for: 5\nshade: green\nodd: 1\n", "fern.yaml");

        Assert.Equal(["LIB104", "LIB105", "LIB105", "LIB107", "LIB109"], read.Faults.Select(fault => fault.Code).Order());
    }

    [Fact]
    public void Says_when_there_is_no_such_file() =>
        Assert.Equal("LIB101", Assert.Single(StrictYaml.Read<Plant>("no-such-file.yaml").Faults).Code);
}

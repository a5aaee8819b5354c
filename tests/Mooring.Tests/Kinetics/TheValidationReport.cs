using System.CommandLine;
using System.Text.Json;
using Mooring.Cli.Commands;
using Mooring.Content;
using Mooring.Content.Reading;
using Mooring.Kinetics.Validation;
using Mooring.Tests.Docs;

namespace Mooring.Tests.Kinetics;

public class TheValidationReport
{
    private static readonly ValidationTable Table = KineticTerms.Load(ContentFolder.Find()).Validation!;

    [Fact]
    public void Misses_no_gate()
    {
        var results = Revalidation.Of(Table, Models.Library.All).Value!;

        Assert.Empty(results.Where(result => result.Passes == false).Select(result => $"{result.Study.Id} {result.Model.Id} {result.Value.Measure} {result.Ours} for {result.Value.Published}"));
        Assert.True(results.Count(result => result.Passes == true) > 60);
    }

    [Fact]
    public void Knows_a_model_that_is_wrong()
    {
        var doubled = Models.Kamp with { Parameters = [.. Models.Kamp.Parameters.Select(one => one.Id == "CL" ? one with { Value = new(252, "L/h") } : one)] };

        var results = Revalidation.Of(Table, [.. Models.Library.All.Where(model => model.Id != doubled.Id), doubled]).Value!;

        Assert.Contains(results, result => result.Model.Id == doubled.Id && result.Passes == false);
    }

    [Fact]
    public void Names_a_model_that_is_not_there() =>
        Assert.Contains(Revalidation.Of(Table, [Models.Kamp]).Objections, one => one.Code == "KIN351");

    [Fact]
    public void Page_in_the_docs_is_current_and_comes_as_json_too()
    {
        var page = Path.Combine(Directory.CreateTempSubdirectory("mooring-validation-").FullName, "validation.html");
        var output = new StringWriter();

        var code = PredictCommand.Create().Parse(["--validate", "--json", "--html", page]).Invoke(new InvocationConfiguration { Output = output, Error = TextWriter.Null });

        var first = JsonDocument.Parse(output.ToString()).RootElement[0];
        Assert.Equal(0, code);
        Assert.Equal(File.ReadAllText(Path.Combine(Checkout.Root, "docs", "kinetics", "validation.html")), File.ReadAllText(page));
        Assert.Equal("zanos-2018", first.GetProperty("study").GetString());
        Assert.InRange(first.GetProperty("ratio").GetDouble(), 1.36, 1.38);
        Directory.Delete(Path.GetDirectoryName(page)!, recursive: true);
    }

    [Fact]
    public void Still_wants_a_model_without_the_switch() =>
        Assert.Equal(4, PredictCommand.Create().Parse([]).Errors.Count);
}

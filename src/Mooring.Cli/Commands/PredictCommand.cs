using System.CommandLine;
using Mooring.Content;
using Mooring.Content.Reading;
using Mooring.Kinetics;
using Mooring.Kinetics.Models;

namespace Mooring.Cli.Commands;

/// <summary><c>mooring predict</c>: what a model expects after a regimen. 0 computed, 1 refused with every reason, 2 wrong usage.</summary>
public static class PredictCommand
{
    private static readonly Option<string> ModelId = new("--model") { Description = "The model, such as kamp-2020. Another name lists them all." };
    private static readonly Option<string> Weight = new("--weight") { Description = "Body weight, such as 70kg." };
    private static readonly Option<string> Regimen = new("--regimen") { Description = "Doses separated by ';', such as \"35 mg iv over 40 min; 28 mg nasal at 5 min; 0.5 mg/min iv from 0 min to 60 min\". Amounts are base; write 'hydrochloride' after the unit for those that are not." };
    private static readonly Option<string> At = new("--at") { Description = "Times separated by commas, such as 10min,20min,1.5h." };
    private static readonly Option<string?> Age = new("--age") { Description = "Age, such as 70y." };
    private static readonly Option<Ancestry?> Race = new("--race") { Description = "For models that ask: asian or japanese." };
    private static readonly Option<Scaling?> Scale = new("--scaling") { Description = "How the model follows weight, instead of its own way: none, linear or allometric." };
    private static readonly Option<int?> People = new("--band") { Description = "Adds the 5th, 50th and 95th percentile of so many virtual patients." };
    private static readonly Option<long> Seed = new("--seed") { Description = "The seed of the virtual patients.", DefaultValueFactory = _ => 1 };
    private static readonly Option<bool> Validate = new("--validate") { Description = "Instead of a prediction: reruns what papers published and shows both. 1 where a gate is missed." };
    private static readonly Option<string?> Html = new("--html") { Description = "With --validate: writes the report to this file as a page." };
    private static readonly Option<bool> Json = new("--json") { Description = "Machine-readable output." };

    /// <summary>The command, ready to be added to the root command.</summary>
    public static Command Create()
    {
        var command = new Command("predict", "Expected levels after a regimen, by a published model.")
        {
            ModelId, Weight, Regimen, At, Age, Race, Scale, People, Seed, Json, Validate, Html,
        };
        command.Validators.Add(given =>
        {
            if (given.GetValue(Validate))
                return;
            foreach (var needed in new Option[] { ModelId, Weight, Regimen, At }.Where(option => given.GetResult(option) is null))
                given.AddError($"Option '{needed.Name}' is required.");
        });
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult given)
    {
        var (output, error) = (given.InvocationConfiguration.Output, given.InvocationConfiguration.Error);
        if (given.GetValue(Validate))
            return ValidationReport.Run(given.GetValue(Html), given.GetValue(Json), output, error);
        var asked = new PredictRequest(
            given.GetRequiredValue(ModelId),
            given.GetRequiredValue(Weight),
            given.GetRequiredValue(Regimen),
            given.GetRequiredValue(At),
            given.GetValue(Age),
            given.GetValue(Race),
            given.GetValue(Scale),
            given.GetValue(People) is { } size ? new Population(size, given.GetValue(Seed)) : null);
        var library = KineticModels.Load(ContentFolder.Find());
        foreach (var fault in library.Faults)
            error.WriteLine(fault);

        var (prediction, objections) = asked.Compute(library);
        if (prediction is null)
        {
            PredictOutput.WriteObjections(objections, given.GetValue(Json) ? output : null, error);
            return 1;
        }

        if (given.GetValue(Json))
            PredictOutput.WriteJson(prediction, output);
        else
            PredictOutput.WriteTable(prediction, output);
        return 0;
    }
}

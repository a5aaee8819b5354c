using Mooring.Content.Yaml;
using Mooring.Kinetics.Models;
using Mooring.Kinetics.Solvers;

namespace Mooring.Content.Reading;

/// <summary>The kinetic models of the content folder. A file with a fault gives no model: half a model is none.</summary>
/// <param name="Faults">Everything wrong with any file: LIB codes from reading, KIN2xx from the model's own check.</param>
public sealed record KineticModels(IReadOnlyList<ContentRead<KineticModel>> Files, IReadOnlyList<LibraryFault> Faults)
{
    public const string Folder = "kinetics";

    /// <summary>In order of their ids.</summary>
    public IReadOnlyList<KineticModel> All { get; } =
        [.. Files.Where(file => file.IsSound && Faults.All(fault => fault.File != file.File)).Select(file => file.Value!).OrderBy(model => model.Id, StringComparer.Ordinal)];

    /// <summary>The model of that id, or null.</summary>
    public KineticModel? Find(string id) => All.FirstOrDefault(model => model.Id == id);

    /// <summary>Reads every file of <c>kinetics/</c> below the content folder.</summary>
    public static KineticModels Load(string contentFolder) => Load(new ContentReader(contentFolder));

    internal static KineticModels Load(ContentReader reader)
    {
        var before = reader.Faults.Count;
        var files = reader.Files(Folder).Select(file => reader.Note(Checked(reader.Open<KineticModel>(file)))).ToList();
        foreach (var file in files.Where(file => file.IsSound))
        {
            foreach (var route in file.Value!.Routes.Where(route => route.Venous is { } id && !files.Exists(other => other.Value is { Site: SamplingSite.Venous } model && model.Id == id)))
                reader.Fault("KIN206", file.File, $"The route {route.Route} names '{route.Venous}', which is no model of venous blood.");
        }

        return new(files, [.. reader.Faults.Skip(before)]);
    }

    private static ContentRead<KineticModel> Checked(ContentRead<KineticModel> file) =>
        file.IsSound && Faulty(file, file.Value).ToList() is { Count: > 0 } faults ? file with { Faults = faults } : file;

    private static IEnumerable<LibraryFault> Faulty(ContentRead<KineticModel> file, KineticModel model)
    {

        var faults = ModelCheck.Of(model).Select(one => new LibraryFault(one.Code, file.File, 0, $"{one.At}: {one.Says}"));
        return model.Id == Path.GetFileNameWithoutExtension(file.File)
            ? faults
            : faults.Append(new("LIB121", file.File, 0, $"The file must be named after the model, '{model.Id}.yaml'."));
    }
}

using Mooring.Kinetics.Models;

namespace Mooring.Storage.Library;

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
    public static KineticModels Load(string contentFolder)
    {
        var files = Directory.EnumerateFiles(Path.Combine(contentFolder, Folder), "*.yaml")
            .Order(StringComparer.Ordinal)
            .Select(StrictYaml.Read<KineticModel>)
            .ToList();
        return new(files, [.. files.SelectMany(Faulty)]);
    }

    private static IEnumerable<LibraryFault> Faulty(ContentRead<KineticModel> file)
    {
        if (!file.IsSound)
            return file.Faults;

        var faults = ModelCheck.Of(file.Value).Select(one => new LibraryFault(one.Code, file.File, 0, $"{one.At}: {one.Says}"));
        return file.Value.Id == Path.GetFileNameWithoutExtension(file.File)
            ? faults
            : faults.Append(new("LIB120", file.File, 0, $"The file must be named after the model, '{file.Value.Id}.yaml'."));
    }
}

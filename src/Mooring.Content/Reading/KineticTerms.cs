using Mooring.Kinetics.Measured;
using Mooring.Kinetics.Readiness;
using Mooring.Kinetics.Validation;

namespace Mooring.Content.Reading;

/// <summary>What stands beside the kinetic models: readiness, how a rated effect is read, what was published, and what may be asked. Null for a file with a fault.</summary>
public sealed record KineticTerms(ReadinessTerms? Readiness, EffectTerms? Effect, ValidationTable? Validation, PredictingTerms? Predicting)
{
    public const string Folder = "kinetics/terms";

    /// <summary>Reads <c>kinetics/terms/</c> below the content folder; faults stay with the reader.</summary>
    internal static KineticTerms Load(ContentReader reader) => new(
        reader.One<ReadinessTerms>($"{Folder}/readiness.yaml")?.Value,
        reader.One<EffectTerms>($"{Folder}/effect.yaml")?.Value,
        reader.One<ValidationTable>($"{Folder}/validation.yaml")?.Value,
        reader.One<PredictingTerms>($"{Folder}/predicting.yaml")?.Value);

    /// <exception cref="InvalidDataException">A file has a fault; <c>mooring check</c> tells which.</exception>
    public static KineticTerms Load(string contentFolder)
    {
        var reader = new ContentReader(contentFolder);
        var terms = Load(reader);
        return reader.Faults.Count == 0 ? terms : throw new InvalidDataException(reader.Faults[0].ToString());
    }
}

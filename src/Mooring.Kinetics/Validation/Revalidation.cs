using Mooring.Kinetics.Models;
using Mooring.Kinetics.Quantities;
using Mooring.Kinetics.Regimens;

namespace Mooring.Kinetics.Validation;

/// <summary>A published value beside ours.</summary>
/// <param name="Passes">Null where nothing is gated.</param>
public sealed record ValidationResult(PublishedStudy Study, PublishedValue Value, KineticModel Model, double Ours, bool? Passes)
{
    public double Ratio => Ours / Value.Published;
}

/// <summary>Runs the models against what was published.</summary>
public static class Revalidation
{
    /// <summary>Every value for every model it names, in the table's order.</summary>
    /// <returns>The results, or objections: KIN351 (no such model), KIN352 and KIN353 (a value that says too little), KIN1xx, KIN3xx.</returns>
    public static Answer<IReadOnlyList<ValidationResult>> Of(ValidationTable table, IReadOnlyList<KineticModel> models)
    {
        var (results, objections) = (new List<ValidationResult>(), new List<Objection>());
        foreach (var (study, value, id) in table.Studies.SelectMany(study => study.Values.SelectMany(value => value.Models.Select(id => (study, value, id)))))
        {
            if (models.FirstOrDefault(model => model.Id == id) is not { } model)
            {
                objections.Add(new("KIN351", $"There is no model '{id}'.", study.Id));
                continue;
            }

            var ours = Ours(value, model);
            objections.AddRange(ours.Objections.Select(one => one with { At = $"{study.Id} {one.At}" }));
            if (ours.IsGiven)
                results.Add(new(study, value, model, ours.Value, Gate(value, ours.Value)));
        }

        return objections.Count > 0 ? Answer<IReadOnlyList<ValidationResult>>.Object(objections) : results;
    }

    private static bool? Gate(PublishedValue value, double ours) => value switch
    {
        { Within: { } within } => ours / value.Published <= within && value.Published / ours <= within,
        { Low: { } low, High: { } high } => ours >= low && ours <= high,
        _ => null,
    };

    private static Answer<double> Ours(PublishedValue value, KineticModel model)
    {
        if (value.Measure == Measure.Level && value.At is null)
            return Answer<double>.Object([new("KIN352", "A level needs its time.", "at")]);
        var subject = new Subject(value.Weight ?? Weight.Kilograms(Solvers.Typical.ReferenceKilograms)) { AgeInYears = value.Age, Ancestry = value.Ancestry };
        var regimen = RegimenText.Read(value.Regimen, subject.Weight);
        if (!regimen.IsGiven)
            return Answer<double>.Object(regimen.Objections);

        var curve = Sampled.Of(model, subject, regimen.Value, value);
        return curve.IsGiven ? curve.Value.Read(value, subject) : Answer<double>.Object(curve.Objections);
    }
}

using Mooring.Kinetics.Models;
using Mooring.Kinetics.Regimens;
using Mooring.Kinetics.Solvers;

namespace Mooring.Kinetics;

/// <summary>How a virtual patient's curve is computed. Both are exact; they differ in speed and in what they can take.</summary>
public enum Engine
{
    /// <summary>The closed form where model and person have one, else the matrix exponential.</summary>
    Fastest,

    MatrixExponential,
}

/// <summary>
/// The curves of virtual patients, one after another. Make one for each thread: a patient's number and the seed decide
/// who it is, whoever walks it. Walking allocates nothing.
/// </summary>
public sealed class VirtualPatients
{
    private readonly CompiledModel anatomy;
    private readonly People people;
    private readonly StepSolver walker;
    private readonly ModalSolver? modes;
    private readonly double[] values;

    internal VirtualPatients(CompiledModel anatomy, People people, Regimen regimen, double[] times, Engine engine)
    {
        (this.anatomy, this.people, Times) = (anatomy, people, times.Length);
        walker = new(anatomy, regimen.Doses, times);
        modes = engine == Engine.Fastest ? ModalSolver.Of(anatomy, times) : null;
        values = new double[anatomy.Model.Parameters.Count];
    }

    /// <summary>How many levels at each time: plasma, effect site, then the metabolites that the model has.</summary>
    public int Readings => anatomy.Readings.Count;

    public int Times { get; }

    /// <summary>Whether the model has a closed form for these routes; single patients can still decline it.</summary>
    public bool HasClosedForm => modes is not null;

    /// <returns>The patients, or objections KIN3xx as from <see cref="Prediction.Band"/>.</returns>
    public static Answer<VirtualPatients> Of(
        KineticModel model, Subject subject, Regimen regimen, IReadOnlyList<TimeSpan> at, Population population, Engine engine = Engine.Fastest)
    {
        if (Possible.Check(model, subject, regimen, at, population) is { Count: > 0 } objections)
            return Answer<VirtualPatients>.Object(objections);

        var laid = ModelCompiler.Of(model, regimen.Routes, withArea: false);
        var drawn = new People(laid, Typical.Of(model, subject), population.Seed);
        return new VirtualPatients(laid, drawn, regimen, [.. at.Distinct().Order().Select(time => time.TotalMinutes)], engine);
    }

    /// <summary>Levels of one patient in ng/mL: reading r at time i, in order of time, goes to levels[r * Times + i].</summary>
    public void Walk(int patient, Span<double> levels)
    {
        people.Draw(patient, values);
        walker.Lay(values);
        if (modes is not null && modes.Load(values))
        {
            modes.Walk(walker.Jumps, walker.Factors, levels);
            return;
        }

        walker.Stepper.Load(values);
        walker.Walk(levels, 1, 0);
    }
}

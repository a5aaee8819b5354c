using Mooring.Kinetics;

namespace Mooring.Tests.Kinetics;

/// <summary>The closed form that draws the bands, held against the matrix exponential patient by patient.</summary>
public class TheFastPath
{
    private static readonly Population Few = new(60);

    public static TheoryData<string, string> Cases => new()
    {
        { "kamp-2020", "35 mg iv over 40 min" },
        { "kamp-2020", "10 mg iv at 0 min; 0.875 mg/min iv from 3.3 min to 20 min; 0.875 mg/min iv from 30 min to 50 min" },
        { "kamp-2020", "35 mg im at 0 min" },
        { "kamp-2020", "35 mg oral at 0 min; 25 mg sublingual at 20 min" },
        { "domino-1984", "35 mg iv over 40 min" },
        { "clements-1981", "35 mg im at 7 min" },
        { "hijazi-2003", "35 mg iv over 40 min" },
        { "herd-2007", "35 mg iv over 40 min" },
        { "hornik-2018", "35 mg iv over 40 min" },
        { "flint-2017", "35 mg iv over 40 min" },
        { "noppers-2011", "17.5 mg iv at 0 min" },
        { "otto-2021", "35 mg iv over 40 min" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Agrees_with_the_matrix_exponential_for_every_patient(string model, string regimen)
    {
        foreach (IReadOnlyList<TimeSpan> at in new[] { Models.Minutes(0, 240), [Models.Min(3.7), Models.Min(40), Models.Min(41), Models.Min(600)] })
        {
            var (fast, exact) = (Patients(model, regimen, at, Engine.Fastest), Patients(model, regimen, at, Engine.MatrixExponential));
            var (found, wanted) = (new double[fast.Readings * fast.Times], new double[fast.Readings * fast.Times]);
            Assert.True(fast.HasClosedForm);

            for (var patient = 0; patient < Few.Size; patient++)
            {
                fast.Walk(patient, found);
                exact.Walk(patient, wanted);
                for (var i = 0; i < found.Length; i++)
                    Assert.True(Math.Abs(found[i] - wanted[i]) <= 1e-9 * wanted[i] + 1e-9, $"{patient} {i}: {found[i]:R} for {wanted[i]:R}");
            }
        }
    }

    [Theory]
    [InlineData("perez-ruixo-2021", "84 mg nasal at 0 min")]
    [InlineData("simons-2022", "50 mg film at 0 min")]
    public void Leaves_what_it_can_not_take_to_the_matrix_exponential(string model, string regimen)
    {
        var (fast, exact) = (Patients(model, regimen, Models.Minutes(0, 120), Engine.Fastest), Patients(model, regimen, Models.Minutes(0, 120), Engine.MatrixExponential));
        var (found, wanted) = (new double[fast.Readings * fast.Times], new double[fast.Readings * fast.Times]);

        fast.Walk(7, found);
        exact.Walk(7, wanted);

        Assert.Equal(wanted, found);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-12)]
    [InlineData(1e-9)]
    [InlineData(1e-7)]
    [InlineData(1e-5)]
    [InlineData(2e-5)]
    [InlineData(1e-3)]
    public void Stays_right_where_absorption_nearly_equals_a_rate_of_the_body(double apart)
    {
        var body = Mooring.Kinetics.Solvers.Exponentials.Compartments(25, 84 / 60.0, 56, 161 / 60.0, 157, 79 / 60.0).Poles[1].Rate;
        var near = Models.Kamp with
        {
            Parameters = [.. Models.Kamp.Parameters.Select(one => one with { Varies = null, Value = one.Id == "KAim" ? new(body * (1 + apart), "/min") : one.Value })],
        };
        var regimen = Models.Read("35 mg im at 0 min");
        var fast = VirtualPatients.Of(near, Models.SeventyKilos, regimen, Models.Minutes(0, 240), Few).Value!;
        var found = new double[fast.Readings * fast.Times];

        fast.Walk(0, found);

        var exact = Models.Plasma(Models.Predict(near, regimen, Models.Minutes(0, 240)));
        Assert.All(exact.Select((level, i) => Math.Abs(level - found[i])), off => Assert.InRange(off, 0, 1e-6));
    }

    [Theory]
    [InlineData("kamp-2020", "35 mg iv over 40 min", Engine.Fastest)]
    [InlineData("kamp-2020", "35 mg im at 0 min", Engine.Fastest)]
    [InlineData("kamp-2020", "35 mg iv over 40 min", Engine.MatrixExponential)]
    [InlineData("perez-ruixo-2021", "84 mg nasal at 0 min", Engine.Fastest)]
    [InlineData("simons-2022", "50 mg film at 0 min; 20 mg iv over 20 min at 60 min", Engine.Fastest)]
    public void Allocates_nothing_for_a_patient(string model, string regimen, Engine engine)
    {
        var patients = Patients(model, regimen, Models.Minutes(0, 240), engine);
        var levels = new double[patients.Readings * patients.Times];
        for (var warm = 0; warm < 20; warm++)
            patients.Walk(warm, levels);

        // The runtime allocates once in a while as it compiles a method anew; what a patient costs, it costs in every round.
        var allocated = Enumerable.Range(0, 4).Select(_ => Allocated()).Min();

        Assert.Equal(0, allocated);

        long Allocated()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var patient = 0; patient < 200; patient++)
                patients.Walk(patient, levels);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static VirtualPatients Patients(string model, string regimen, IReadOnlyList<TimeSpan> at, Engine engine) =>
        VirtualPatients.Of(Models.Library.Find(model)!, Models.SeventyKilos, Models.Read(regimen), at, Few, engine).Value!;
}

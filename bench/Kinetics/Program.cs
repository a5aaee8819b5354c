using System.Diagnostics;
using System.Globalization;
using Mooring.Content;
using Mooring.Content.Reading;
using Mooring.Kinetics;
using Mooring.Kinetics.Quantities;
using Mooring.Kinetics.Regimens;

// One line a measurement: tool, threads, individuals a second, bytes allocated for each, and two levels for the check.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const double Seconds = 2;
var model = KineticModels.Load(ContentFolder.Find()).Find("kamp-2020")!;
var same = model with { Parameters = [.. model.Parameters.Select(one => one with { Varies = null })] };
var subject = new Subject(Weight.Kilograms(70)) { AgeInYears = 40 };
var regimen = RegimenText.Read("35 mg iv over 40 min", subject.Weight).Value!;
TimeSpan[] minutes = [.. Enumerable.Range(0, 241).Select(minute => TimeSpan.FromMinutes(minute))];

foreach (var (name, engine) in new[] { ("mooring-closed-form", Engine.Fastest), ("mooring-matrix-exponential", Engine.MatrixExponential) })
{
    var typical = Of(same, engine);
    var levels = new double[typical.Readings * typical.Times];
    typical.Walk(0, levels);
    Run(Of(model, engine), 2000);
    foreach (var threads in new[] { 1, 2 })
    {
        var results = new (int Count, long Bytes)[threads];
        var cpu = Environment.CpuUsage.TotalTime;
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, thread => results[thread] = For(Of(model, engine)));
        // Processor time, so that other work on the machine does not count; on an idle machine it is the time of the clock.
        var seconds = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds / threads;
        Console.WriteLine($"{name} {threads} {results.Sum(one => one.Count) / seconds:F0} {results.Sum(one => one.Bytes) / (double)results.Sum(one => one.Count):F2} {levels[40]:F5} {levels[(2 * 241) + 240]:F5}");
    }
}

var running = Regimen.Nothing.RunAt(Rate.MilligramsPerMinute(0.875), TimeSpan.Zero);
for (var round = 0; round < 6; round++)
{
    var (watch, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
    var futures = WhatIf.Compare(model, subject, running, new Change.Stop(), TimeSpan.FromMinutes(20), minutes, new(1000));
    if (round > 2 && futures.IsGiven)
        Console.WriteLine($"mooring-refresh {Environment.ProcessorCount} {watch.Elapsed.TotalMilliseconds:F1} {(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / Environment.ProcessorCount:F1}");
}

VirtualPatients Of(Mooring.Kinetics.Models.KineticModel of, Engine engine) =>
    VirtualPatients.Of(of, subject, regimen, minutes, new Population(1000), engine).Value!;

static long Run(VirtualPatients patients, int count)
{
    var levels = new double[patients.Readings * patients.Times];
    var before = GC.GetAllocatedBytesForCurrentThread();
    for (var patient = 0; patient < count; patient++)
        patients.Walk(patient, levels);
    return GC.GetAllocatedBytesForCurrentThread() - before;
}

static (int Count, long Bytes) For(VirtualPatients patients)
{
    var levels = new double[patients.Readings * patients.Times];
    var before = GC.GetAllocatedBytesForCurrentThread();
    var (count, watch) = (0, Stopwatch.StartNew());
    while (watch.ElapsedMilliseconds < Seconds * 1000)
    {
        for (var i = 0; i < 100; i++)
            patients.Walk(count++, levels);
    }

    return (count, GC.GetAllocatedBytesForCurrentThread() - before);
}

using System.Diagnostics;
using Mooring.Fhir.Mapping;
using Mooring.Tests.Fhir;

// One line: processor time of the first bundle of a process, of one after it, what one allocates, and the most memory held.
var bundle = SyntheticBundle.Make(seed: 7, entries: 700);
var process = Process.GetCurrentProcess();
var now = new DateTimeOffset(2026, 5, 1, 9, 0, 0, TimeSpan.Zero);
var first = Cost(1);
for (var warm = 0; warm < 30; warm++)
    Read();
var allocated = GC.GetTotalAllocatedBytes(precise: true);
Read();
allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
var then = Cost(30);
process.Refresh();
Console.WriteLine(FormattableString.Invariant($"{first:0.0} {then:0.00} {allocated / 1048576.0:0.0} {process.PeakWorkingSet64 / 1048576.0:0}"));

double Cost(int times)
{
    process.Refresh();
    var before = process.TotalProcessorTime;
    for (var time = 0; time < times; time++)
        Read();
    process.Refresh();
    return (process.TotalProcessorTime - before).TotalMilliseconds / times;
}

void Read()
{
#if BYHAND
    var read = BundleCharts.Read(bundle, ["sertraline"], now);
#else
    var read = BundleCharts.Read(bundle, new FhirTerms { Antidepressants = ["sertraline"] }, now);
#endif
    if (!read.IsDone || read.Value.Patients.Count != 1)
        throw new InvalidOperationException("The bundle was not read.");
}

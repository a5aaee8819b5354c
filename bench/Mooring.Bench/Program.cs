using System.Globalization;
using Mooring.Bench;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.WriteLine($"{Environment.ProcessorCount} processors, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, {Environment.OSVersion}");
Console.WriteLine("Command: dotnet run -c Release --project bench/Mooring.Bench. Read the ratios: the figures are this machine's.");
await Messages.Measure();
Bands.Measure();
Screening.Measure();

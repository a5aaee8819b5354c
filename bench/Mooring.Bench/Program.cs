using System.Globalization;
using Mooring.Bench;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["host", var folder, var chairs, var viewers])
{
    await ClinicHost.Run(folder, int.Parse(chairs), int.Parse(viewers));
    return;
}

Console.WriteLine($"{Environment.ProcessorCount} processors, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, {Environment.OSVersion}");
switch (args)
{
    case ["receivers", ..]:
        await Receivers.Measure(rounds: 2, TimeSpan.FromSeconds(2));
        break;
    case ["predictions"]:
        Bands.Measure();
        Screening.Measure();
        break;
    default:
        Console.WriteLine("receivers | predictions");
        break;
}

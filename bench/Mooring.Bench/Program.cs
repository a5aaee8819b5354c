using System.Globalization;
using Mooring.Bench;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["host", var folder, var chairs, var viewers])
{
    await ClinicHost.Run(folder, int.Parse(chairs, CultureInfo.InvariantCulture), int.Parse(viewers, CultureInfo.InvariantCulture));
    return;
}

double Given(string name, double usual) => Array.IndexOf(args, name) is >= 0 and var at ? double.Parse(args[at + 1], CultureInfo.InvariantCulture) : usual;

Console.WriteLine($"{Environment.ProcessorCount} processors, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, {Environment.OSVersion}. Read the ratios: the figures are this machine's.");
switch (args.FirstOrDefault())
{
    case "receivers":
        await Receivers.Measure((int)Given("--rounds", 3), TimeSpan.FromSeconds(Given("--seconds", 3)));
        break;
    case "load":
        await Load.Measure(Given("--minutes", 30), (int)Given("--chairs", 200), (int)Given("--viewers", 50), Array.IndexOf(args, "--out") is >= 0 and var at ? args[at + 1] : "load.txt");
        break;
    case "predictions":
        Bands.Measure();
        Screening.Measure();
        break;
    case "terminology":
        await Terms.Measure((int)Given("--names", 250_000));
        break;
    case "day":
        await DayPages.Measure();
        break;
    case "sign-ins":
        await SignIns.Measure();
        break;
    case "backup":
        await BackingUp.Measure((int)Given("--chairs", 200), Given("--seconds", 60), (int)Given("--rounds", 2));
        break;
    default:
        Console.WriteLine("receivers [--rounds 3] [--seconds 3] | load [--minutes 30] [--chairs 200] [--viewers 50] [--out load.txt] | predictions | terminology [--names 250000] | day | sign-ins | backup [--chairs 200] [--seconds 60] [--rounds 2]");
        break;
}

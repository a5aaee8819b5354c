using System.CommandLine;
using Mooring.Cli.Demo;
using Mooring.Devices.Mllp;
using Mooring.Web;

namespace Mooring.Cli.Commands;

/// <summary>How a clinic's server is started; the doctor is told the same, and says what it thinks of it.</summary>
internal sealed class ServeOptions
{
    private readonly Option<int> port = new("--port") { Description = "Where browsers come; 0 takes any free port.", DefaultValueFactory = _ => 5080 };
    private readonly Option<int> mllp = new("--mllp-port") { Description = "Where monitors send HL7 over MLLP without TLS; 0 takes any free port. Nobody listens there unless this is given: on the plain port a device proves nothing.", DefaultValueFactory = _ => -1 };
    private readonly Option<int> names = new("--new-devices-a-day") { Description = "New names of devices that one address may bring in a day; more on the day on which many are set up.", DefaultValueFactory = _ => new MllpLimits().NewNamesADay };
    private readonly Option<string> log = new("--log") { Description = "text, or json for a collector. Times are UTC; nothing of a patient is in it.", DefaultValueFactory = _ => "text" };
    private readonly Option<DirectoryInfo> data = DataOption.Create();
    private readonly Option<DirectoryInfo?> keys = DataOption.Keys();
    private readonly NetworkOptions network = new();
    private readonly TlsOptions devices = new();
    private readonly KeepingOptions keeping = new();

    public void AddTo(Command command)
    {
        log.AcceptOnlyFromAmong("text", "json");
        foreach (var option in new Option[] { port, mllp, names, data, keys, log })
            command.Add(option);
        network.AddTo(command);
        devices.AddTo(command);
        keeping.AddTo(command);
    }

    public ServerOptions Read(ParseResult parsed)
    {
        var own = DataOption.Host(parsed.GetValue(data)!, parsed.GetValue(keys));
        return keeping.Read(parsed, network.Read(parsed, own with
        {
            Port = parsed.GetValue(port),
            MllpPort = parsed.GetValue(mllp) is >= 0 and var plain ? plain : null,
            MllpTls = devices.Read(parsed),
            Mllp = Limits(parsed.GetValue(names)),
            IsJsonLog = parsed.GetValue(log) == "json",
            // A folder that the demonstration made stays one.
            IsDemo = File.Exists(DemoFile.In(own.DataFolder)),
        }));
    }

    private static MllpLimits Limits(int namesADay) => new() { NewNamesADay = namesADay, MostNamesWaiting = Math.Max(namesADay, new MllpLimits().MostNamesWaiting) };
}

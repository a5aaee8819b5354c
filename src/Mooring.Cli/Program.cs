using System.CommandLine;
using Mooring.Cli.Commands;

var root = new RootCommand("Mooring: an open clinic system for ketamine-assisted therapy.")
{
    ServeCommand.Create(),
    CheckCommand.Create(),
    ScreenCommand.Create(),
    ScoreCommand.Create(),
    DoseCommand.Create(),
    PredictCommand.Create(),
    SimulateMonitorCommand.Create(),
};
return await root.Parse(args).InvokeAsync();

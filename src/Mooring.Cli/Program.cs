using System.CommandLine;
using Mooring.Cli.Commands;

var root = new RootCommand("Mooring: an open clinic system for ketamine-assisted therapy.")
{
    DemoCommand.Create(),
    ServeCommand.Create(),
    UserCommand.Create(),
    CheckCommand.Create(),
    ScreenCommand.Create(),
    ScoreCommand.Create(),
    DoseCommand.Create(),
    PredictCommand.Create(),
    ImportCommand.Create(),
    TerminologyCommand.Create(),
    ReadingsCommand.Create(),
    VerifyCommand.Create(),
    BackupCommand.Create(),
    RestoreCommand.Create(),
    KeysCommand.Create(),
    DoctorCommand.Create(),
    DowntimeCommand.Create(),
    AuditCommand.Create(),
    IncidentCommand.Create(),
    ProjectionsCommand.Create(),
    ExportCommand.Create(),
    SimulateMonitorCommand.Create(),
    ReplayCommand.Create(),
    SbomCommand.Create(),
};

var parsed = root.Parse(args);
var code = await parsed.InvokeAsync();
return parsed.Errors.Count > 0 ? 2 : code;

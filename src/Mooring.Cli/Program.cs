using System.CommandLine;
using Mooring.Cli.Commands;

var root = new RootCommand("Mooring: an open clinic system for ketamine-assisted therapy.")
{
    ServeCommand.Create(),
};
return await root.Parse(args).InvokeAsync();

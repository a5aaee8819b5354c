using System.CommandLine;
using Mooring.Practice.Records;

namespace Mooring.Cli.Commands;

/// <summary>Which lines of the access log are wanted.</summary>
internal sealed class AuditOptions
{
    private readonly Option<DateTimeOffset?> from = new("--from") { Description = "From this moment on, such as 2026-11-30T08:00Z; the first line unless given." };
    private readonly Option<DateTimeOffset?> until = new("--until") { Description = "Before this moment; the last line unless given." };
    private readonly Option<Guid?> patient = new("--patient") { Description = "Whose chart: the patient's id, as it stands in the address of their pages." };
    private readonly Option<string?> person = new("--person") { Description = "Whose acts: their id, or their whole name." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { from, until, patient, person })
            command.Add(option);
    }

    public AuditWanted Read(ParseResult parsed) => new(parsed.GetValue(from), parsed.GetValue(until), parsed.GetValue(patient), parsed.GetValue(person));
}

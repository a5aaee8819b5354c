using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Practice.Records;
using Mooring.Storage;
using Mooring.Storage.Audit;

namespace Mooring.Cli.Commands;

/// <summary>Writes into the access log what was taken out of a clinic at the command line, under the name of the command.</summary>
internal static class CommandReads
{
    /// <summary>Enters the clinic as this command.</summary>
    /// <param name="rights">What it needs, and no more.</param>
    public static void Enter(IServiceProvider scope, Id<Clinic> clinic, string command, params ReadOnlySpan<Right> rights) =>
        scope.GetRequiredService<ClinicScope>().Enter(clinic, Actor.Job($"mooring {command}", rights));

    /// <summary>Always a line of its own. Where the store takes none, that is said: what was asked for is written all the same.</summary>
    public static async Task Write(IServiceProvider scope, IReadOnlyList<Guid> patients, Guid? session, TextWriter errors, CancellationToken cancel)
    {
        var (within, log) = (scope.GetRequiredService<ClinicScope>(), scope.GetRequiredService<ReadLog>());
        await log.Write(new(within.Clinic, within.Actor!, null, ReadKind.Exported, within.Actor!.Name, patients) { Session = session }, cancel);
        if (log.Waiting > 0)
            await errors.WriteLineAsync("CLI125 That this was read could not be written into the access log: the database takes nothing now. Note it by hand.");
    }

    /// <summary>Whose session it is; nobody where it is not of the clinic that is entered.</summary>
    public static async Task<IReadOnlyList<Guid>> Of(IServiceProvider scope, Id<Clinical.Sessions.Session> session, CancellationToken cancel) =>
        await scope.GetRequiredService<ChartReads>().PatientOf(session, cancel) is { } patient ? [patient] : [];
}

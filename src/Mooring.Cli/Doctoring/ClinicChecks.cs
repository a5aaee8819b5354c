using Microsoft.Extensions.DependencyInjection;
using Mooring.Practice.Operations;
using Mooring.Web;

namespace Mooring.Cli.Doctoring;

/// <summary>What the clinic itself tells: its backups, its drills, its people.</summary>
internal static class ClinicChecks
{
    public static async Task<IReadOnlyList<Finding>> Of(ServerOptions options, CancellationToken cancel)
    {
        await using var app = MooringHost.Build(options with { MllpPort = null });
        await using var scope = app.Services.CreateAsyncScope();
        var seen = await scope.ServiceProvider.GetRequiredService<OperationsLog>().Seen(cancel);
        var people = await scope.ServiceProvider.GetRequiredService<PeopleCount>().Of(cancel);
        return [.. Backups(seen, options.Clock.GetUtcNow()), .. People(people)];
    }

    private static IEnumerable<Finding> Backups(OperationsSeen seen, DateTimeOffset now)
    {
        if (seen.Backup is not { } backup)
            yield return new("no-backup", true, "No backup was ever made.", "Give serve --backup-to, or run mooring backup each night (deploy/mooring-backup.timer).");
        else if (seen.IsBackupDue(now))
            yield return new("old-backup", true, FormattableString.Invariant($"The last backup is of {backup.At:yyyy-MM-dd HH:mm}Z."), "Look why none was made since, and make one: mooring backup.");
        if (seen.Drill is { IsGood: false } failed && !(seen.GoodDrill?.At > failed.At))
            yield return new("failed-drill", true, FormattableString.Invariant($"The last restore drill, of {failed.At:yyyy-MM-dd}, found: {string.Join(' ', failed.Faults)}"), "Mend it before it is needed, and drill again.");
        if (seen.IsDrillDue(now))
            yield return new("no-drill", true, "No backup was put back and proven in the last 90 days.", "Run mooring restore --drill (deploy/mooring-drill.timer).");
    }

    private static IEnumerable<Finding> People(ClinicPeople people)
    {
        if (people.Managers == 1)
            yield return new("one-manager", true, "Only one person may manage the staff: if they are away or locked out, nobody can.", "Give a second person that role.");
        if (people.WithoutSecondFactor > 0)
            yield return new("no-second-factor", true, FormattableString.Invariant($"{people.WithoutSecondFactor} of {people.Active} who sign in have no second factor."), "Have them set one up at their next sign-in.");
    }
}

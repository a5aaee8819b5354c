using Mooring.Clinical;
using Mooring.Practice.Operations;
using Mooring.Practice.Records;

namespace Mooring.Tests.Practice;

/// <summary>What was done with keys and backups is found where the log is asked for it.</summary>
public class KeysAndDrillsInTheLog
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Are_of_their_kind()
    {
        await using var clinic = await ClinicInMemory.Open();
        var now = clinic.Clock.GetUtcNow();
        await clinic.As<OperationsLog, bool>(Role.Manager, async log =>
        {
            await log.Write(new KeyAct(now, "A new key seals."), "mooring keys", Cancel);
            await log.Write(new BackupMade(now, "copy", 1, 1, null, WithKeys: false), "mooring backup", Cancel);
            await log.Write(new DrillDone(now, now, 1, null, 1, 1, []), "mooring restore", Cancel);
            return true;
        });

        var found = await clinic.As<AccessLogDesk, Outcome<AccessPage>>(Role.PrivacyOfficer, desk => desk.Ask(new(null, null, null, null, null) { Kind = AccessKind.Keys }, Cancel));

        Assert.Equal(["drill", "backed-up", "keys"], found.Value!.Lines.Select(line => line.Action));
    }
}

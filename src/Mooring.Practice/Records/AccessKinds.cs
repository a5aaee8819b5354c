using Mooring.Storage.Audit;

namespace Mooring.Practice.Records;

/// <summary>What the log can be asked for by kind.</summary>
public enum AccessKind
{
    Looks,
    Searches,
    PrintsAndExports,
    Changes,
    SignIns,
    Refusals,
    Links,
    OpenedWithReason,
    Keys,
}

/// <summary>Which lines are of which kind.</summary>
internal static class AccessKinds
{
    public static IReadOnlyList<string> Actions(AccessKind kind) => kind switch
    {
        AccessKind.Looks => ["viewed", "listed", "opened", "left"],
        AccessKind.Searches => ["searched"],
        AccessKind.PrintsAndExports => ["printed", "exported"],
        AccessKind.Changes => ["added", "changed", "removed", "filed"],
        AccessKind.SignIns => [AccessActs.SignedIn, AccessActs.SignedOut, AccessActs.SignInRefused],
        AccessKind.Refusals => [AccessActs.PageRefused, AccessActs.SignInRefused, AccessActs.LinkFailed],
        AccessKind.Links => [AccessActs.LinkMade, AccessActs.LinkOpened, AccessActs.LinkFailed, AccessActs.LinkEnded],
        AccessKind.OpenedWithReason => [AccessActs.ChartOpened],
        _ => [AccessActs.Keys, AccessActs.BackedUp, AccessActs.Drill],
    };
}

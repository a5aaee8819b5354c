using Mooring.Practice.Records;
using Mooring.Storage.Audit;

namespace Mooring.Web.Pages.Reports;

/// <summary>What a line of the access log is about, in words.</summary>
internal static class AccessWords
{
    /// <summary>The page without its ids, or the table and which of its columns changed.</summary>
    public static string Of(AccessLine line)
    {
        // The page Backups and keys says more.
        if (line.What == "operations")
            return "the clinic's data as a whole";
        var what = line.What switch
        {
            "/" => "Today",
            "/patients/{id}" => "patient page",
            "/sessions/{id}" => "bedside",
            ['/', ..] => string.Join(' ', line.What.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != "{id}")).Replace('-', ' '),
            _ => line.What.Replace('_', ' '),
        };
        return line.Columns.Count == 0 ? what : $"{what}: {string.Join(", ", line.Columns)}";
    }

    public static string Of(AccessKind kind) => kind switch
    {
        AccessKind.Looks => "Looks at charts",
        AccessKind.Searches => "Searches",
        AccessKind.PrintsAndExports => "Prints and exports",
        AccessKind.Changes => "Changes",
        AccessKind.SignIns => "Sign-ins and sign-outs",
        AccessKind.Refusals => "Refusals",
        AccessKind.Links => "Links of patients",
        AccessKind.OpenedWithReason => "Restricted charts opened with a reason",
        _ => "Keys and drills",
    };

    /// <summary>What for something was read or changed.</summary>
    public static string Of(Purpose? purpose) => purpose switch
    {
        Purpose.Treatment => "treatment",
        Purpose.Operations => "running the clinic",
        Purpose.Own => "own record",
        _ => "–",
    };
}

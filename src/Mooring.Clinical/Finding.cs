namespace Mooring.Clinical;

/// <summary>
/// What a criterion found. Unknown comes first because it is what <c>default</c> must mean: what nobody measured is
/// not normal.
/// </summary>
public enum Finding
{
    Unknown,
    NotMet,
    Met,
}

/// <summary>Combining findings keeps what is unknown, unless something known already decides.</summary>
public static class Findings
{
    /// <summary>Met when all are; one that is not met decides; otherwise unknown wins.</summary>
    public static Finding All(this IEnumerable<Finding> findings)
    {
        var all = Finding.Met;
        foreach (var finding in findings)
        {
            if (finding == Finding.NotMet)
                return Finding.NotMet;
            if (finding == Finding.Unknown)
                all = Finding.Unknown;
        }

        return all;
    }

    /// <summary>Met when one is; not met only when every one is known not to be.</summary>
    public static Finding Any(this IEnumerable<Finding> findings)
    {
        var any = Finding.NotMet;
        foreach (var finding in findings)
        {
            if (finding == Finding.Met)
                return Finding.Met;
            if (finding == Finding.Unknown)
                any = Finding.Unknown;
        }

        return any;
    }

    public static Finding Not(this Finding finding) => finding switch
    {
        Finding.Met => Finding.NotMet,
        Finding.NotMet => Finding.Met,
        _ => Finding.Unknown,
    };
}

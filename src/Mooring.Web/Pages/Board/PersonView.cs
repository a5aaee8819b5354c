namespace Mooring.Web.Pages.Board;

/// <summary>Something due at a chair, for the one who has it.</summary>
public sealed record PersonDueView(string Says, string Chair, string By, DateTimeOffset At, bool IsDue, string Link)
{
    /// <summary>A step that waits since then, and has no hour at which it is late.</summary>
    public bool Waits { get; init; }
}

/// <summary>One person, their chairs, and what is next at them.</summary>
public sealed record PersonView(string Name, IReadOnlyList<string> Chairs, IReadOnlyList<PersonDueView> Due)
{
    private const int Most = 8;

    /// <summary>Chairs that nobody has come first.</summary>
    public static IReadOnlyList<PersonView> Of(IEnumerable<ChairView> cards) =>
    [
        .. cards.Where(card => card.Session is not null)
            .GroupBy(card => card.InCareOf)
            .OrderBy(theirs => theirs.Key is not null).ThenBy(theirs => theirs.Key, StringComparer.Ordinal)
            .Select(theirs => new PersonView(
                theirs.Key ?? "No nurse assigned",
                [.. theirs.Select(card => card.Chair.Name)],
                [.. theirs.SelectMany(card => card.Due).OrderBy(due => due.At).Take(Most)])),
    ];
}

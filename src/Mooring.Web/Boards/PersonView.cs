namespace Mooring.Web.Boards;

/// <summary>Something due at a chair, for the one who has it.</summary>
public sealed record PersonDueView(string Says, string Chair, string By, DateTimeOffset At, bool IsDue, string Link);

/// <summary>One person, her chairs, and what is next at them.</summary>
public sealed record PersonView(string Name, IReadOnlyList<string> Chairs, IReadOnlyList<PersonDueView> Due)
{
    private const int Most = 8;

    /// <summary>Chairs that nobody has come first.</summary>
    public static IReadOnlyList<PersonView> Of(IEnumerable<ChairView> cards) =>
    [
        .. cards.Where(card => card.Session is not null)
            .GroupBy(card => card.InCareOf)
            .OrderBy(hers => hers.Key is not null).ThenBy(hers => hers.Key, StringComparer.Ordinal)
            .Select(hers => new PersonView(
                hers.Key ?? "Nobody yet",
                [.. hers.Select(card => card.Chair.Name)],
                [.. hers.SelectMany(card => card.Due).OrderBy(due => due.At).Take(Most)])),
    ];
}

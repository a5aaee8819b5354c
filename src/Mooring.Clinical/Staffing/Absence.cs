namespace Mooring.Clinical.Staffing;

/// <summary>Somebody who works here is away.</summary>
/// <param name="From">The first day, at the clinic.</param>
/// <param name="Until">The last day.</param>
public sealed record Absence(Guid Id, Guid Person, string Name, DateOnly From, DateOnly Until)
{
    /// <summary>Who takes over what is named for them; null where all of the role do.</summary>
    public Guid? Deputy { get; init; }

    public string? DeputyName { get; init; }

    public bool IsOn(DateOnly day) => From <= day && day <= Until;
}

/// <summary>For whom somebody stands in.</summary>
/// <param name="Deputy">Null where nobody does, and it is everybody's of the role.</param>
public sealed record StandIn(string Away, DateOnly Until, Guid? Deputy, string? DeputyName)
{
    /// <summary>Whether this person sees what is named for who is away.</summary>
    public bool IsFor(Guid person) => Deputy is null || Deputy == person;
}

/// <summary>Who is away on a day, and who stands in. Nothing of anybody is left without a person who sees it.</summary>
/// <param name="today">Those who are away on that day.</param>
/// <param name="roles">The roles of everybody who may come in.</param>
public sealed class AwayOn(IReadOnlyList<Absence> today, IReadOnlyDictionary<Guid, IReadOnlyList<Role>> roles)
{
    /// <summary>Those who are away.</summary>
    public IReadOnlyList<Guid> People { get; } = [.. today.Select(absence => absence.Person).Distinct()];

    /// <summary>
    /// Who stands in for this person in something that waits for these roles; null when the person is here. A deputy who is
    /// away too is followed by theirs; one who may not do it, or no longer works here, is none.
    /// </summary>
    /// <param name="notFor">Who may not do it, though of the role.</param>
    public StandIn? For(Guid person, IReadOnlyList<Role> forRoles, Guid? notFor)
    {
        if (AbsenceOf(person) is not { } away)
            return null;
        HashSet<Guid> asked = [person];
        var deputy = away;
        while (deputy.Deputy is { } next && asked.Add(next))
        {
            if (AbsenceOf(next) is { } also)
                deputy = also;
            else
                return roles.TryGetValue(next, out var theirs) && theirs.Intersect(forRoles).Any() && next != notFor
                    ? new(away.Name, away.Until, next, deputy.DeputyName) : Nobody(away);
        }

        return Nobody(away);
    }

    private Absence? AbsenceOf(Guid person) => today.Where(absence => absence.Person == person).MaxBy(absence => absence.Until);

    private static StandIn Nobody(Absence away) => new(away.Name, away.Until, null, null);
}

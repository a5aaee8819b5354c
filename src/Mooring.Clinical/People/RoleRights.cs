namespace Mooring.Clinical;

/// <summary>What roles may do, as the content of this clinic says.</summary>
public sealed class RoleRights(RoleTerms terms)
{
    private readonly Dictionary<Role, Rights> byRole = terms.Roles.ToDictionary(term => term.Role, term => Rights.Of([.. term.Rights]));

    public IReadOnlyList<RoleTerm> Terms => terms.Roles;

    /// <summary>The roles that somebody who works here can have.</summary>
    public IReadOnlyList<RoleTerm> Staff => [.. terms.Roles.Where(term => term.Role != Role.Patient)];

    /// <summary>Everything that any of these roles may do.</summary>
    public Rights Of(IEnumerable<Role> roles) => roles.Aggregate(default(Rights), (all, role) => all | byRole.GetValueOrDefault(role));

    /// <summary>The same person with what their roles may do; what is no person keeps what it was given.</summary>
    public Actor Give(Actor actor) => actor.Kind == ActorKind.Person ? actor with { Rights = Of(actor.Roles) } : actor;

    /// <summary>In which of their roles somebody does this, in words; the first one where none has the right any more.</summary>
    public string NameFor(Actor by, Right right) =>
        (terms.Roles.FirstOrDefault(term => by.Is(term.Role) && term.Rights.Contains(right)) ?? terms.Roles.FirstOrDefault(term => by.Role == term.Role))?.Name ?? by.Name;

    /// <summary>The roles that have it.</summary>
    public IReadOnlyList<Role> Holders(Right right) => [.. terms.Roles.Where(term => term.Rights.Contains(right)).Select(term => term.Role)];
}

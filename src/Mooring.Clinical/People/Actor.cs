using System.Text.Json.Serialization;

namespace Mooring.Clinical;

/// <summary>Who acts: kept with every event and every audited change, under the name and the roles of that time.</summary>
/// <param name="Id">Who. A patient who acts has the patient id here; what is no person has none.</param>
/// <param name="Name">The name shown in the record.</param>
/// <param name="Role">The first of their roles; null for what is no person.</param>
public sealed record Actor(Guid Id, string Name, Role? Role = null)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ActorKind Kind { get; init; }

    /// <summary>Their other roles; null when they have one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Role>? MoreRoles { get; init; }

    /// <summary>What they may do now. It is never kept: who acted once has the rights of today, or none any more.</summary>
    [JsonIgnore]
    public Rights Rights { get; init; }

    /// <summary>How entries before there were kinds said that no person acted; they called it a nurse.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsDevice
    {
        get => Kind == ActorKind.Device;
        init => Kind = value ? ActorKind.Device : Kind;
    }

    /// <summary>All roles, the first one first; none for what is no person.</summary>
    [JsonIgnore]
    public IReadOnlyList<Role> Roles => Kind == ActorKind.Person && Role is { } first ? [first, .. MoreRoles ?? []] : [];

    [JsonIgnore]
    public bool IsPatient => Is(Clinical.Role.Patient);

    public static Actor Device(string name) => new(Guid.Empty, name) { Kind = ActorKind.Device };

    /// <param name="rights">What this work needs, and no more.</param>
    public static Actor Job(string name, params ReadOnlySpan<Right> rights) => new(Guid.Empty, name) { Kind = ActorKind.Job, Rights = Rights.Of(rights) };

    public bool May(Right right) => Rights.Has(right);

    public bool Is(Role role) => Roles.Contains(role);

    /// <summary>Whether content that names these roles means this person.</summary>
    public bool IsOneOf(IReadOnlyList<Role> roles) => Roles.Any(roles.Contains);

    /// <summary>The same person in the same roles; what they may do changes without them.</summary>
    public bool Equals(Actor? other) =>
        other is not null && Id == other.Id && Name == other.Name && Kind == other.Kind && Roles.SequenceEqual(other.Roles);

    public override int GetHashCode() => HashCode.Combine(Id, Name, Kind);
}

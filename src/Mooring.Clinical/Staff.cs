namespace Mooring.Clinical;

/// <summary>What a person does in the clinic; it decides what she may see and sign.</summary>
public enum Role
{
    Prescriber,
    Nurse,
    Therapist,
    FrontDesk,
    Manager,
    Patient,
}

/// <summary>A person who acts: kept with every event and every audited change, as she was called at the time.</summary>
/// <param name="Id">Who. A patient acting for herself has her patient id here.</param>
/// <param name="Name">The name shown in the record.</param>
/// <param name="Role">The role she acted in.</param>
public sealed record Actor(Guid Id, string Name, Role Role)
{
    /// <summary>What the product does by itself, such as filing a monitor's values. It never decides care.</summary>
    public static Actor Device(string name) => new(Guid.Empty, name, Role.Nurse) { IsDevice = true };

    public bool IsDevice { get; init; }
}

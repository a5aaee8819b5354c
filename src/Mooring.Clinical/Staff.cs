namespace Mooring.Clinical;

/// <summary>What a person does in the clinic; it decides what they may see and sign.</summary>
public enum Role
{
    Prescriber,
    Nurse,
    Therapist,
    FrontDesk,
    Manager,
    Patient,
}

/// <summary>A person who acts: kept with every event and every audited change, under the name of that time.</summary>
/// <param name="Id">Who. A patient who acts has the patient id here.</param>
/// <param name="Name">The name shown in the record.</param>
/// <param name="Role">The role they acted in.</param>
public sealed record Actor(Guid Id, string Name, Role Role)
{
    /// <summary>What the product does by itself, such as filing a monitor's values. It never decides care.</summary>
    public static Actor Device(string name) => new(Guid.Empty, name, Role.Nurse) { IsDevice = true };

    public bool IsDevice { get; init; }
}

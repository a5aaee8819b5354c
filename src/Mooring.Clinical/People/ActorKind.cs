namespace Mooring.Clinical;

/// <summary>What acts. Only persons have roles; the others may do what the code that makes them says.</summary>
public enum ActorKind
{
    /// <summary>Staff, or a patient.</summary>
    Person = 0,

    /// <summary>A monitor or a pump whose values are filed.</summary>
    Device = 1,

    /// <summary>The product itself, such as an import. It never decides care.</summary>
    Job = 2,

    /// <summary>Another program that comes through the FHIR window.</summary>
    App = 3,
}

using Mooring.Clinical;

namespace Mooring.Storage.Audit;

/// <summary>What for something was read or changed.</summary>
public enum Purpose
{
    /// <summary>By somebody who may read charts, or by a device in the chair.</summary>
    Treatment,

    /// <summary>Running the clinic: by whoever works here without charts, by the product itself, at the command line.</summary>
    Operations,

    /// <summary>By patients, of their own record.</summary>
    Own,
}

/// <summary>The purpose follows from who acts: nobody is asked for it, and nobody can choose it.</summary>
internal static class Purposes
{
    public static Purpose Of(Actor? by) => by switch
    {
        { IsPatient: true } => Purpose.Own,
        { Kind: ActorKind.Device } => Purpose.Treatment,
        { Kind: ActorKind.Person } when by.May(Right.ReadCharts) => Purpose.Treatment,
        _ => Purpose.Operations,
    };
}

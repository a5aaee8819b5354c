using Mooring.Clinical;

namespace Mooring.Storage;

/// <summary>What every kept row has: whose clinic it is. Set once, when the row is added, never by hand.</summary>
public abstract class OwnedRow
{
    public Id<Clinic> ClinicId { get; set; }
}

/// <summary>A row whose changes are kept in the audit trail, and that two people can not overwrite unseen.</summary>
public abstract class ChartRow : OwnedRow
{
    /// <summary>Grows with each change; a save that started from an older one is refused.</summary>
    public int Version { get; set; }
}

/// <summary>The row of a patient: its key is whose chart a change belongs to.</summary>
public interface IPatientRow;

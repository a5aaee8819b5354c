namespace Mooring.Devices.Simulator;

/// <summary>What goes on in a simulated session.</summary>
public enum Scenario
{
    Normal,

    /// <summary>Blood pressure climbs far above the usual rise.</summary>
    HypertensiveSurge,

    /// <summary>A short fall of SpO2 with slow breathing.</summary>
    Desaturation,

    /// <summary>The finger sensor falls off for a minute.</summary>
    SensorOff,

    /// <summary>The link is cut for half a minute; then the monitor sends what it kept.</summary>
    DisconnectAndCatchUp,

    /// <summary>Messages come in another order, some twice, some again under another id.</summary>
    DuplicateAndReordered,

    /// <summary>For half a minute the monitor names another patient: the last one was not discharged from it.</summary>
    WrongPatient,

    /// <summary>What real monitors send that no standard knows.</summary>
    DirtyVendorValues,
}

/// <summary>One moment of a simulated patient. Null: there is no reading.</summary>
public sealed record SimulatedSigns(
    double HeartRate, double? SpO2, double? PulseRate, double RespiratoryRate, double EtCO2, double Temperature, double Systolic, double Diastolic)
{
    public double MeanPressure => Diastolic + (Systolic - Diastolic) / 3;
}

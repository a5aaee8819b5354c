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

    /// <summary>The monitor goes silent for half a minute and then sends what it kept.</summary>
    Disconnect,
}

/// <summary>One moment of a simulated patient. Null: there is no reading.</summary>
public sealed record SimulatedSigns(
    double HeartRate, double? SpO2, double? PulseRate, double RespiratoryRate, double EtCO2, double Temperature, double Systolic, double Diastolic)
{
    public double MeanPressure => Diastolic + (Systolic - Diastolic) / 3;
}

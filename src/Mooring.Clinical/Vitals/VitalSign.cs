namespace Mooring.Clinical.Vitals;

/// <summary>
/// A number that a monitor or a pump reports, with its one unit here and its codes in the standards.
/// Codes: LOINC and UCUM from the FHIR R4 vital signs profiles, MDC from ISO/IEEE 11073-10101.
/// </summary>
/// <param name="Code">Our short name, as the command line prints it.</param>
/// <param name="Name">As a nurse says it.</param>
/// <param name="Unit">UCUM; values are converted to it on the way in.</param>
/// <param name="Loinc">LOINC, where there is one.</param>
/// <param name="Decimals">How many decimals are shown.</param>
public sealed record VitalSign(string Code, string Name, string Unit, string? Loinc, int Decimals = 0)
{
    public static readonly VitalSign HeartRate = new("hr", "Heart rate", "/min", "8867-4");
    public static readonly VitalSign SpO2 = new("spo2", "SpO2", "%", "59408-5");
    public static readonly VitalSign RespiratoryRate = new("rr", "Respiratory rate", "/min", "9279-1");
    public static readonly VitalSign Systolic = new("nibp-sys", "Systolic", "mm[Hg]", "8480-6");
    public static readonly VitalSign Diastolic = new("nibp-dia", "Diastolic", "mm[Hg]", "8462-4");
    public static readonly VitalSign MeanPressure = new("nibp-map", "Mean pressure", "mm[Hg]", "8478-0");
    public static readonly VitalSign EtCO2 = new("etco2", "EtCO2", "mm[Hg]", "19891-1");
    public static readonly VitalSign Temperature = new("temp", "Temperature", "Cel", "8310-5", 1);
    public static readonly VitalSign PumpRate = new("pump-rate", "Pump rate", "mL/h", null, 1);
    public static readonly VitalSign PumpSetting = new("pump-set", "Pump setting", "mL/h", null, 1);
    public static readonly VitalSign PumpVolume = new("pump-volume", "Volume delivered", "mL", null, 1);

    public static IReadOnlyList<VitalSign> All { get; } =
    [
        HeartRate, SpO2, RespiratoryRate, Systolic, Diastolic, MeanPressure, EtCO2, Temperature, PumpRate, PumpSetting, PumpVolume,
    ];

    /// <summary>The sign with this code, or null: an unknown code is never guessed at.</summary>
    public static VitalSign? Find(string code) => All.FirstOrDefault(sign => sign.Code == code);

    public override string ToString() => Code;
}

namespace Mooring.Devices.Simulator;

/// <summary>A scenario as it is asked for by name.</summary>
/// <param name="Happens">What the made-up patient and the monitor do.</param>
/// <param name="Expect">What a receiver must make of it.</param>
public sealed record ScenarioWords(string Name, Scenario Scenario, string Happens, string Expect)
{
    public static IReadOnlyList<ScenarioWords> All { get; } =
    [
        new("normal", Scenario.Normal,
            "The usual course: pressure and pulse rise a little with the infusion and come back.", "Everything is filed."),
        new("hypertensive-surge", Scenario.HypertensiveSurge,
            "The pressure climbs by 45 mmHg around minute 3, pulse with it, and falls again.", "Everything is filed; the limits are passed."),
        new("desaturation", Scenario.Desaturation,
            "SpO2 falls by 10 around second 90 while breathing slows and CO2 rises.", "Everything is filed; the limits are passed."),
        new("sensor-off", Scenario.SensorOff,
            "From second 30 to 90 the finger sensor is off: empty values marked as not available.", "Nothing is filed for the sensor in that minute, and no zero."),
        new("disconnect-and-catch-up", Scenario.DisconnectAndCatchUp,
            "From second 30 to 60 the link is cut; then the monitor sends what it kept, oldest first.", "Every value is filed once, at the time it was measured."),
        new("duplicate-and-reordered", Scenario.DuplicateAndReordered,
            "Of four messages in a row one is sent twice, one again under another id, all in shuffled order.", "Every value is filed once; the one measured last is the present one."),
        new("wrong-patient", Scenario.WrongPatient,
            "From second 30 to 60 the monitor names another patient.", "The values of that time are parked; before and after, they are filed."),
        new("dirty-vendor-values", Scenario.DirtyVendorValues,
            "In turn: an impossible number for \"none\", text for a number, a unit that does not belong, a code with another's name, a private code, a pressure upside down, a decimal comma, a zero from a sensor that is off.",
            "What is dirty is kept apart with its text; all else in the same message is filed."),
    ];
}

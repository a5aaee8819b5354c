namespace Mooring.Clinical.Vitals;

/// <summary>What the letters of IHE PCD-04 stand for. The device's own text stays as it was sent.</summary>
public static class AlarmWords
{
    public static string Priority(string? sent) => sent switch
    {
        "PH" => "high",
        "PM" => "medium",
        "PL" => "low",
        "PI" => "advisory",
        "PN" => "none",
        null or "" or "PU" => "not said",
        _ => sent,
    };

    public static string Type(string? sent) => sent switch
    {
        "SP" => "about the patient",
        "ST" => "technical",
        "SA" => "advisory",
        null or "" => "",
        _ => sent,
    };

    /// <summary>In the form of IHE PCD-04 an alarm that is not said to be paused is enabled.</summary>
    public static string Inactivation(string? sent) => string.IsNullOrEmpty(sent) ? "enabled" : sent.Replace('-', ' ');

    public static string Stage(AlarmStage stage) => stage switch
    {
        AlarmStage.On => "on",
        AlarmStage.Over => "over",
        _ => "unknown",
    };
}

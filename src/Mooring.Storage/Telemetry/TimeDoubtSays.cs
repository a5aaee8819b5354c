namespace Mooring.Storage.Telemetry;

/// <summary>Why the time of a value is less than certain, in the sentence that is kept with it.</summary>
public static class TimeDoubtSays
{
    public const string ZoneAssumed = "The device sent no time zone; the clinic's was assumed.";
    public const string Ahead = "The device's clock is ahead.";
    public const string AheadWithoutZone = "The device's clock is ahead, and it sent no time zone.";

    /// <summary>Dated later than it arrived, by more than the table allows.</summary>
    public static bool IsMisdated(string? doubt) => doubt is Ahead or AheadWithoutZone;
}

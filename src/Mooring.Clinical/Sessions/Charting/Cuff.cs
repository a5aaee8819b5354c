using Mooring.Clinical.Vitals;

namespace Mooring.Clinical.Sessions.Charting;

public enum Position
{
    Seated,
    Reclined,
    Supine,
    OnSide,
    Standing,
}

/// <summary>Where the cuff of a blood pressure was.</summary>
public enum CuffSite
{
    LeftArm,
    RightArm,
    Wrist,
    Thigh,
}

/// <summary>How a blood pressure was taken, as far as somebody said it. A monitor says nothing of it.</summary>
/// <param name="In">The position of the patient; null where nobody said.</param>
/// <param name="On">Where the cuff was; null where nobody said.</param>
public sealed record Cuff(Position? In = null, CuffSite? On = null)
{
    public static Cuff NotSaid { get; } = new();

    /// <summary>Whether a set holds a pressure, so that there was a cuff at all.</summary>
    public static bool IsIn(IEnumerable<ChartedValue> values) => values.Any(value => IsOf(value.Sign));

    public static bool IsOf(VitalSign sign) => sign == VitalSign.Systolic || sign == VitalSign.Diastolic || sign == VitalSign.MeanPressure;

    /// <summary>As it stands in the set by hand with a pressure that was charted last in this session.</summary>
    public static Cuff LastOf(Session session) =>
        session.Told.Select(entry => entry.What).OfType<VitalsCharted>()
            .LastOrDefault(set => set.Values.Any(value => IsOf(value.Sign) && value.Source == ValueSource.Hand))?.Cuff ?? NotSaid;

    /// <summary>"sitting, left arm"; "not said" where neither was.</summary>
    public string InWords => this == NotSaid ? "not said" : string.Join(", ", new[] { In is { } position ? Say(position) : null, On is { } site ? Describe.Words(site) : null }.OfType<string>());

    public static string Say(Position position) => position switch
    {
        Position.Seated => "sitting",
        Position.Reclined => "semi-reclined",
        Position.Supine => "lying",
        _ => Describe.Words(position),
    };
}

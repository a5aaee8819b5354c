namespace Mooring.Clinical.Facts;

/// <summary>Where the true value lies beside the one that is written, as in "&lt;0.1".</summary>
public enum Bound
{
    Exactly,
    Below,
    AtMost,
    AtLeast,
    Above,
}

public static class Bounds
{
    /// <summary>As it is written before the number.</summary>
    public static string Sign(this Bound bound) => bound switch { Bound.Below => "<", Bound.AtMost => "<=", Bound.AtLeast => ">=", Bound.Above => ">", _ => "" };
}

/// <summary>The values that something may have: from and to, each with or without the end itself.</summary>
public readonly record struct ValueSpan(double From, double To, bool WithFrom = true, bool WithTo = true)
{
    public static ValueSpan Of(double value, Bound bound) => bound switch
    {
        Bound.Below => new(double.NegativeInfinity, value, false, false),
        Bound.AtMost => new(double.NegativeInfinity, value, false),
        Bound.AtLeast => new(value, double.PositiveInfinity, true, false),
        Bound.Above => new(value, double.PositiveInfinity, false, false),
        _ => new(value, value),
    };

    public Finding AtLeast(double limit) => From >= limit ? Finding.Met : To < limit || (To.Equals(limit) && !WithTo) ? Finding.NotMet : Finding.Unknown;

    public Finding Above(double limit) => From > limit || (From.Equals(limit) && !WithFrom) ? Finding.Met : To <= limit ? Finding.NotMet : Finding.Unknown;
}

namespace Mooring.Clinical;

/// <summary>The way a dose goes in. Routes are never exchanged or converted into each other.</summary>
public enum DoseRoute
{
    /// <summary>Into a vein.</summary>
    Iv,

    /// <summary>Into a muscle.</summary>
    Im,

    /// <summary>Under the skin.</summary>
    Sc,

    /// <summary>By nasal spray.</summary>
    Nasal,

    /// <summary>Under the tongue.</summary>
    Sl,

    /// <summary>By mouth.</summary>
    Po,
}

/// <summary>How a route is said in a sentence.</summary>
public static class RouteWords
{
    public static string Of(DoseRoute route) => route switch
    {
        DoseRoute.Iv => "into a vein",
        DoseRoute.Im => "into a muscle",
        DoseRoute.Sc => "under the skin",
        DoseRoute.Nasal => "by nasal spray",
        DoseRoute.Sl => "under the tongue",
        _ => "by mouth",
    };
}

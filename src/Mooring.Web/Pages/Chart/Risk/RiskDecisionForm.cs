using System.Globalization;
using Mooring.Clinical;
using Mooring.Clinical.Screening;

namespace Mooring.Web.Pages.Chart.Risk;

/// <summary>What is decided on a screener, as typed.</summary>
public sealed class RiskDecisionForm
{
    public Guid Screener { get; set; }

    public string? Decided { get; set; }

    public DosingAnswer Dosing { get; set; }

    public string? Assessment { get; set; }

    public string? LevelOfCare { get; set; }

    public string? WhyDosing { get; set; }

    public string? StaysWith { get; set; }

    public bool RepeatsScreener { get; set; }

    public bool SafetyPlan { get; set; }

    public string? ContactBy { get; set; }

    /// <summary>On the clinic's clock, within the next day: 09:30.</summary>
    public string? ContactAt { get; set; }

    /// <summary>Null where nothing of it was written. A time that can not be read is left in the past, and refused there.</summary>
    internal HighRiskGround? AsGround(Clinic clinic, DateTimeOffset now) => new()
    {
        Assessment = Assessment?.Trim() ?? "",
        LevelOfCare = LevelOfCare?.Trim() ?? "",
        WhyDosing = WhyDosing?.Trim() ?? "",
        StaysWith = StaysWith?.Trim() ?? "",
        RepeatsScreener = RepeatsScreener,
        SafetyPlan = SafetyPlan,
        ContactBy = ContactBy?.Trim() ?? "",
        ContactAt = TimeOnly.TryParse(ContactAt, CultureInfo.InvariantCulture, out var time) ? Next(clinic, time, now) : DateTimeOffset.MinValue,
    };

    // The next time the clinic's clock shows it.
    private static DateTimeOffset Next(Clinic clinic, TimeOnly time, DateTimeOffset now)
    {
        var today = clinic.InstantOf(clinic.DayOf(now), time);
        return today > now ? today : clinic.InstantOf(clinic.DayOf(now).AddDays(1), time);
    }
}

namespace Mooring.Clinical.Screening;

/// <summary>Whether dosing may go on that day, in the words of who decided.</summary>
public enum DosingAnswer
{
    NotSaid,
    Held,
    MayGoOn,
}

/// <summary>
/// What a prescriber records before a dose is given to somebody at high risk: all of it, on the same day, for one patient.
/// </summary>
public sealed record HighRiskGround
{
    /// <summary>What the full assessment found.</summary>
    public required string Assessment { get; init; }

    /// <summary>Which level of care was found right, and why not a higher one.</summary>
    public required string LevelOfCare { get; init; }

    public required string WhyDosing { get; init; }

    /// <summary>Who stays with the patient without a break until they leave.</summary>
    public required string StaysWith { get; init; }

    /// <summary>The screener is asked again before the patient leaves.</summary>
    public required bool RepeatsScreener { get; init; }

    /// <summary>The patient holds a safety plan in writing.</summary>
    public required bool SafetyPlan { get; init; }

    /// <summary>Who reaches the patient again, as soon as <see cref="RiskPathway.ContactWithin"/> says.</summary>
    public required string ContactBy { get; init; }

    public required DateTimeOffset ContactAt { get; init; }

    /// <summary>Everything that is missing: SCR207, SCR208 and SCR210 to SCR215, each at its field.</summary>
    public IEnumerable<Refusal> Missing(RiskPathway pathway, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(Assessment))
            yield return new("SCR207", "Write what the full assessment found.", "assessment");
        if (string.IsNullOrWhiteSpace(LevelOfCare))
            yield return new("SCR210", "Write which level of care is right.", "levelOfCare");
        if (string.IsNullOrWhiteSpace(WhyDosing))
            yield return new("SCR211", "Write why dosing today is right.", "whyDosing");
        if (string.IsNullOrWhiteSpace(StaysWith))
            yield return new("SCR212", "Name the person who stays with the patient until they leave.", "staysWith");
        if (!RepeatsScreener)
            yield return new("SCR213", "The screener is asked again before the patient leaves; say so.", "repeatsScreener");
        if (!SafetyPlan)
            yield return new("SCR214", "The patient needs a safety plan in hand; say so.", "safetyPlan");
        if (string.IsNullOrWhiteSpace(ContactBy))
            yield return new("SCR215", $"Name who reaches the patient within {pathway.ContactSays}.", "contactBy");
        if (ContactAt <= now || ContactAt > now + pathway.ContactWithin)
            yield return new("SCR208", $"The contact is booked within the next {pathway.ContactSays}.", "contactAt");
    }
}

/// <summary>What a clinician decided after seeing the screener's answers.</summary>
/// <param name="Dosing">What a prescriber said about dosing; of anybody else it is <see cref="DosingAnswer.NotSaid"/>.</param>
public sealed record RiskDisposition(Actor By, DateTimeOffset At, string Decided, DosingAnswer Dosing = DosingAnswer.NotSaid)
{
    /// <summary>Only at high risk, and only where dosing may go on.</summary>
    public HighRiskGround? Ground { get; init; }
}

/// <summary>For which protocol and day it is asked whether dosing is held.</summary>
/// <param name="Protocol">Null where no protocol is meant yet.</param>
/// <param name="IsMonitored">The clinic declared itself an inpatient or monitored setting.</param>
/// <param name="PrescriberOnSite">The prescriber who decided is on site now.</param>
public sealed record DosingAsked(string? Protocol, DateTimeOffset Now, Func<DateTimeOffset, DateOnly> DayOf, bool IsMonitored = false, bool PrescriberOnSite = false)
{
    public bool IsToday(DateTimeOffset at) => DayOf(at) == DayOf(Now);
}

using Mooring.Clinical.Instruments;

namespace Mooring.Clinical.Screening;

public enum RiskState
{
    NotOpen,
    NeedsScreener,
    NeedsDisposition,
    Closed,
}

/// <param name="BlocksGoingOn">Nothing else may go on while this is true.</param>
/// <param name="Dosing">What the level means for dosing; <see cref="SuicideRisk.Holds"/> says whether it is held now.</param>
public sealed record RiskStep(RiskState State, bool BlocksGoingOn, RiskDosing Dosing, string? Level, string Do);

public static class SuicideRisk
{
    /// <summary>
    /// Where the step stands. It opens when a score raises the flag or the screener finds any level, and closes only when a
    /// clinician recorded a decision after the newest screener.
    /// </summary>
    /// <param name="flaggedAt">When a score last opened the step; null when none did.</param>
    /// <param name="screener">The newest screener, of either form, and when it was taken; one older than the flag does not answer it.</param>
    public static RiskStep Assess(
        RiskPathway pathway, DateTimeOffset? flaggedAt, (Score Score, DateTimeOffset At)? screener, RiskDisposition? disposition)
    {
        var answers = screener is { } taken && (flaggedAt is null || taken.At >= flaggedAt) ? screener : null;
        if (answers is null)
        {
            return flaggedAt is null
                ? new(RiskState.NotOpen, false, RiskDosing.Open, null, "")
                : new(RiskState.NeedsScreener, true, RiskDosing.Held, null, "Take the suicide-risk screener now; nothing else goes on before it.");
        }

        if (answers.Value.Score.Band is not { } band)
            return new(RiskState.NeedsScreener, true, RiskDosing.Held, null, "The suicide-risk screener is incomplete; take it again before anything else.");

        var level = pathway.Levels.First(each => each.Id == band);
        if (level.Dosing == RiskDosing.Open && band == "none" && flaggedAt is null)
            return new(RiskState.NotOpen, false, RiskDosing.Open, band, level.Do);

        return disposition is { } decided && decided.At >= answers.Value.At
            ? new(RiskState.Closed, false, level.Dosing, band, decided.Decided)
            : new(RiskState.NeedsDisposition, true, level.Dosing, band, level.Do);
    }

    /// <summary>
    /// Why nothing may be given (SCR201 the step is open, SCR202 held by the level, SCR218 by a prescriber, SCR217 nobody
    /// decided today, SCR206, SCR219 and SCR220 what is missing at the gravest level); null when dosing need not wait.
    /// </summary>
    /// <param name="disposition">The newest one; it counts only for the clinic's day on which it was recorded.</param>
    public static Refusal? Holds(RiskPathway pathway, RiskStep step, RiskDisposition? disposition, DosingAsked asked)
    {
        if (step.BlocksGoingOn)
            return new("SCR201", $"The suicide-risk step is open. {step.Do}");
        if (step.Dosing == RiskDosing.Open)
            return null;

        var decided = step.State == RiskState.Closed && disposition?.By.May(Right.DecideDosingAtRisk) == true && asked.IsToday(disposition.At) ? disposition : null;
        if (decided is { Dosing: DosingAnswer.Held })
            return new("SCR218", $"{decided.By.Name} decided today that dosing is held: {decided.Decided}");
        if (step.Dosing == RiskDosing.Decided)
        {
            return decided is { Dosing: DosingAnswer.MayGoOn }
                ? null
                : new("SCR217", $"At the level '{step.Level}' a prescriber decides today whether dosing may go on; nobody has. It is recorded under Suicide risk.");
        }

        return AtHigh(pathway, step, decided, asked);
    }

    private static Refusal? AtHigh(RiskPathway pathway, RiskStep step, RiskDisposition? decided, DosingAsked asked)
    {
        var names = string.Join(" and ", pathway.AtHigh.Select(each => each.Protocol));
        if (pathway.AtHigh.FirstOrDefault(each => each.Protocol == asked.Protocol) is not { } protocol)
            return new("SCR202", $"Dosing is held at the level '{step.Level}'. Only {names} may open at it, on the day's decision of a prescriber on site. A newer screener at a lower level ends this.");
        if (protocol.MonitoredSetting && !asked.IsMonitored)
            return new("SCR206", $"{protocol.Protocol} at the level '{step.Level}' is given only in an inpatient or monitored setting, which this clinic has not declared.");
        if (decided is not { Dosing: DosingAnswer.MayGoOn, Ground: not null })
            return new("SCR219", $"At the level '{step.Level}' a prescriber on site records today: the full assessment, the level of care, why dosing is right, who stays, the screener before leaving, the safety plan, and the contact within {pathway.ContactSays}.");
        return asked.PrescriberOnSite ? null : new("SCR220", $"{decided.By.Name}, who decided, is not marked as on site now.");
    }
}

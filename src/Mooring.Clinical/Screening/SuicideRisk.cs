using Mooring.Clinical.Instruments;

namespace Mooring.Clinical.Screening;

/// <summary>What a triage level asks for, as the clinic reviewed it.</summary>
public sealed record RiskLevel
{
    public required string Id { get; init; }

    /// <summary>The screener's triage level that leads here.</summary>
    public required bool HoldsDosing { get; init; }

    public required string Do { get; init; }
}

/// <summary>The suicide-risk step: its instruments, and what each level asks for.</summary>
public sealed record RiskPathway
{
    public required int Version { get; init; }

    /// <summary>The step that an instrument's flag opens.</summary>
    public required string Step { get; init; }

    public required string Screener { get; init; }

    public required IReadOnlyList<RiskLevel> Levels { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

/// <summary>What a clinician decided after seeing the screener's answers.</summary>
public sealed record RiskDisposition(Actor By, DateTimeOffset At, string Decided);

public enum RiskState
{
    NotOpen,
    NeedsScreener,
    NeedsDisposition,
    Closed,
}

/// <param name="BlocksGoingOn">Nothing else may go on while this is true.</param>
/// <param name="HoldsDosing">Dosing waits, whatever else is done.</param>
public sealed record RiskStep(RiskState State, bool BlocksGoingOn, bool HoldsDosing, string? Level, string Do);

public static class SuicideRisk
{
    /// <summary>
    /// Where the step stands. It opens when a score raises the flag or the screener finds any level, and closes only when a
    /// clinician recorded what she decided after the newest screener.
    /// </summary>
    /// <param name="flaggedAt">When a score last opened the step; null when none did.</param>
    /// <param name="screener">The newest screener and when it was taken; one older than the flag does not answer it.</param>
    public static RiskStep Assess(
        RiskPathway pathway, DateTimeOffset? flaggedAt, (Score Score, DateTimeOffset At)? screener, RiskDisposition? disposition)
    {
        var answers = screener is { } taken && (flaggedAt is null || taken.At >= flaggedAt) ? screener : null;
        if (answers is null)
        {
            return flaggedAt is null
                ? new(RiskState.NotOpen, false, false, null, "")
                : new(RiskState.NeedsScreener, true, true, null, "Take the suicide-risk screener now; nothing else goes on before it.");
        }

        if (answers.Value.Score.Band is not { } band)
            return new(RiskState.NeedsScreener, true, true, null, "The suicide-risk screener is incomplete; take it again before anything else.");

        var level = pathway.Levels.First(each => each.Id == band);
        if (band == "none" && flaggedAt is null)
            return new(RiskState.NotOpen, false, false, band, level.Do);

        return disposition is { } decided && decided.At >= answers.Value.At
            ? new(RiskState.Closed, false, level.HoldsDosing, band, decided.Decided)
            : new(RiskState.NeedsDisposition, true, true, band, level.Do);
    }
}

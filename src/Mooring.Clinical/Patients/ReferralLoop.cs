namespace Mooring.Clinical.Patients;

/// <summary>What a referrer is owed, in the order in which it comes.</summary>
public enum ReferralStep
{
    Received,
    Seen,
    Decision,
    CourseSummary,
    Discharge,
}

/// <summary>A step that was done.</summary>
/// <param name="On">The day on which it was done.</param>
/// <param name="Letter">The letter by which the referrer was told; null where there was none.</param>
public sealed record ReferralStepDone(ReferralStep Step, DateOnly On, Actor By, DateTimeOffset At, Guid? Letter = null, string Says = "");

/// <summary>What the chart knows that makes a step due.</summary>
public sealed record ReferralFacts(DateOnly? DecidedOn, DateOnly? ReviewedOn, DateOnly? StoppedOn);

/// <summary>One step as it stands.</summary>
/// <param name="DueSince">Since when it is owed; null while it is not.</param>
public sealed record ReferralState(ReferralStep Step, ReferralStepDone? Done, DateOnly? DueSince)
{
    public bool IsOpen => Done is null && DueSince is not null;
}

/// <summary>A referral is closed only when whoever referred knows what came of it.</summary>
public static class ReferralLoop
{
    /// <summary>Nobody waits for an answer to somebody who came by themselves.</summary>
    public static bool HasReferrer(Referral referral) => !string.Equals(referral.From.Trim(), "self", StringComparison.OrdinalIgnoreCase);

    /// <summary>Every step in its order. Whoever was decided on was seen, and a discharge says what a summary would have said.</summary>
    public static IReadOnlyList<ReferralState> Of(DateOnly receivedOn, IReadOnlyList<ReferralStepDone> done, ReferralFacts facts, Actor by, DateTimeOffset receivedAt)
    {
        ReferralStepDone? Last(ReferralStep step) => done.LastOrDefault(one => one.Step == step);
        return
        [
            new(ReferralStep.Received, Last(ReferralStep.Received) ?? new(ReferralStep.Received, receivedOn, by, receivedAt), receivedOn),
            new(ReferralStep.Seen, Last(ReferralStep.Seen), facts.DecidedOn is null ? receivedOn : null),
            new(ReferralStep.Decision, Last(ReferralStep.Decision), facts.DecidedOn),
            new(ReferralStep.CourseSummary, Last(ReferralStep.CourseSummary) ?? Last(ReferralStep.Discharge), facts.ReviewedOn),
            new(ReferralStep.Discharge, Last(ReferralStep.Discharge), facts.StoppedOn),
        ];
    }

    /// <summary>The step to be written to the referrer next; null when nothing is owed. That somebody was seen is not written.</summary>
    public static ReferralState? Owed(IEnumerable<ReferralState> states) => states.FirstOrDefault(state => state.IsOpen && state.Step is not (ReferralStep.Received or ReferralStep.Seen));
}

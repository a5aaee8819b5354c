using System.Globalization;

namespace Mooring.Clinical.Pathways;

public enum Stage
{
    Referral,
    Screening,
    Consent,
    Plan,
    Sessions,
    Review,
}

public enum StageState
{
    Next,
    Now,
    Done,
    Blocked,
}

/// <summary>The one thing to do next; the pages know where each is done.</summary>
public enum PathwayAct
{
    Nothing,
    SettleRisk,
    TakeHistory,
    AskQuestionnaires,
    DecideScreening,
    SignConsent,
    MakePlan,
    SignPlan,
    OpenSession,
    GoToSession,
    Review,
}

public sealed record PathwayStage(Stage Stage, StageState State, string Says);

/// <param name="By">Whose work it is; anyone may read it.</param>
public sealed record PathwayStep(PathwayAct Act, string Title, string Says, IReadOnlyList<Role> By)
{
    /// <summary>Since when it waits, where an hour is known.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The last day on which what it renews still held.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Whose it is not, though of that role.</summary>
    public Guid? NotBy { get; init; }
}

/// <summary>Where a person is on the way, and the one thing to do next.</summary>
public sealed record Pathway(IReadOnlyList<PathwayStage> Stages, Stage Now, PathwayStep Next)
{
    private static readonly IReadOnlyList<Role> Clinicians = [Role.Prescriber, Role.Nurse, Role.Therapist];
    private static readonly IReadOnlyList<Role> Prescribers = [Role.Prescriber];
    private static readonly IReadOnlyList<Role> Bedside = [Role.Prescriber, Role.Nurse];

    /// <param name="today">The clinic's day.</param>
    public static Pathway Of(PathwayFacts facts, DateOnly today)
    {
        var now = StageNow(facts, today);
        var next = facts.RiskOpen
            ? new(PathwayAct.SettleRisk, "Settle the suicide-risk step", facts.RiskSays, Clinicians)
            : PathwayWaits.On(NextIn(now, facts, today), facts, today);
        return new([.. Enum.GetValues<Stage>().Select(stage => new PathwayStage(stage, StateOf(stage, now, facts), PathwayWords.Of(stage, facts, today)))], now, next);
    }

    private static Stage StageNow(PathwayFacts facts, DateOnly today)
    {
        if (facts.Sessions?.Running is not null)
            return Stage.Sessions;
        if (facts.Review is { IsDue: true })
            return Stage.Review;
        if (facts.Referral is null)
            return Stage.Referral;
        if (!facts.IsEligible(today))
            return Stage.Screening;
        if (!facts.HasConsent(today))
            return Stage.Consent;
        if (facts.Plan?.SignedAt is null)
            return Stage.Plan;
        // A dose that stands on the calendar is given before the course is looked back on.
        return facts.Sessions is { NextOn: null } sessions && sessions.Held >= facts.Plan.Sessions ? Stage.Review : Stage.Sessions;
    }

    private static StageState StateOf(Stage stage, Stage now, PathwayFacts facts)
    {
        if (stage == now)
            return facts.RiskOpen || (stage == Stage.Sessions && facts.HoldsDosing && facts.Sessions?.Running is null) ? StageState.Blocked : StageState.Now;
        return stage < now ? StageState.Done : StageState.Next;
    }

    private static PathwayStep NextIn(Stage now, PathwayFacts facts, DateOnly today) => now switch
    {
        Stage.Referral => new(PathwayAct.Nothing, "Write the referral", "Nobody wrote down who refers this person, and why.", []),
        Stage.Screening => InScreening(facts, today),
        Stage.Consent => new(PathwayAct.SignConsent, "Go through consent", "Teach back, questions, signature.", Clinicians),
        Stage.Plan when facts.Plan is null => new(PathwayAct.MakePlan, "Make the plan", "Protocol, weight, dose and visits.", Prescribers),
        Stage.Plan => new(PathwayAct.SignPlan, "Sign the plan", facts.Plan!.Name, Prescribers),
        Stage.Sessions => InSessions(facts),
        _ => facts.Review is { IsDue: false, DecidedAt: not null }
            ? new(PathwayAct.Nothing, "Nothing is due", facts.Review.Decided ?? "The review is done.", [])
            : new(PathwayAct.Review, "Review the course", "Continue, adjust or stop, on the scores.", Prescribers),
    };

    private static PathwayStep InScreening(PathwayFacts facts, DateOnly today)
    {
        if (facts.Screening is { Eligibility: Eligibility.NotEligible })
            return new(PathwayAct.Nothing, "Not eligible", "Screening ended without treatment here. Decide again if the facts changed.", []);
        if (facts.Screening is { Eligibility: Eligibility.Deferred, Until: { } until } && today < until)
            return new(PathwayAct.Nothing, "Deferred", string.Create(CultureInfo.InvariantCulture, $"Screening goes on from {until:MMM d, yyyy}."), []);
        if (facts.Screening is { AwaitsDirector: true, Until: var ends } && (ends is not { } last || today <= last))
            return new(PathwayAct.DecideScreening, "Agree as medical director", "What was passed asks for the medical director too: another prescriber reads it and agrees.", Prescribers) { NotBy = facts.Screening.DecidedBy };
        if (facts.SheetsDue.Count > 0)
            return new(PathwayAct.AskQuestionnaires, "Get the questionnaires", $"Missing: {string.Join(", ", facts.SheetsDue)}.", Clinicians);
        if (facts.Unreviewed.Count > 0)
            return new(PathwayAct.TakeHistory, "Go through the history", $"Not reviewed: {string.Join(", ", facts.Unreviewed.Select(list => PathwayWords.Of(list)))}.", Clinicians);
        return new(PathwayAct.DecideScreening, "Decide on screening", "The questionnaires and the history are here; screening says what else a protocol needs.", Prescribers);
    }

    private static PathwayStep InSessions(PathwayFacts facts)
    {
        if (facts.Sessions?.Running is not null)
            return new(PathwayAct.GoToSession, "Go to the session", "A session is going on now.", Bedside);
        if (facts.HoldsDosing)
            return new(PathwayAct.SettleRisk, "Dosing is held", facts.RiskSays, Prescribers);
        var next = facts.Sessions?.NextOn is { } on ? string.Create(CultureInfo.InvariantCulture, $"Planned for {on:ddd, MMM d, yyyy}.") : "No day is set.";
        return new(PathwayAct.OpenSession, string.Create(CultureInfo.InvariantCulture, $"Open session {(facts.Sessions?.Held ?? 0) + 1}"), next, Bedside);
    }
}

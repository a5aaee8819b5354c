namespace Mooring.Clinical.Pathways;

/// <summary>Since when the next step could have been taken.</summary>
internal static class PathwayWaits
{
    public static PathwayStep On(PathwayStep step, PathwayFacts facts, DateOnly today) => step with
    {
        Since = Since(step.Act, facts),
        Due = step.Act switch
        {
            PathwayAct.DecideScreening when facts.Screening is { Until: { } until } && until < today => until,
            PathwayAct.SignConsent when facts.Consent is { IsWithdrawn: false, Until: var until } && until < today => until,
            PathwayAct.OpenSession => facts.Sessions?.NextOn,
            _ => null,
        },
    };

    private static DateTimeOffset? Since(PathwayAct act, PathwayFacts facts) => act switch
    {
        PathwayAct.AskQuestionnaires or PathwayAct.TakeHistory => Latest(facts.Referral?.ReceivedAt, facts.HeardAt),
        PathwayAct.DecideScreening when facts.Screening is { AwaitsDirector: true } decided => decided.DecidedAt,
        PathwayAct.DecideScreening => Latest(facts.Referral?.ReceivedAt, facts.HeardAt),
        PathwayAct.SignConsent => facts.Screening?.DecidedAt,
        PathwayAct.MakePlan or PathwayAct.SignPlan => Latest(facts.Screening?.DecidedAt, facts.Consent?.SignedAt),
        PathwayAct.Review => facts.Sessions?.LastEndedAt,
        _ => null,
    };

    private static DateTimeOffset? Latest(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;
}

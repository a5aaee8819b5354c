using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Bedside;
using Mooring.Clinical.Sessions.Leaving;

namespace Mooring.Clinical.Staffing;

/// <summary>Somebody who says that they are in the house.</summary>
/// <param name="HasAdvancedLifeSupport">Says that the certificate in advanced life support is current.</param>
public sealed record OnSite(Actor Who, DateTimeOffset Since, bool HasAdvancedLifeSupport);

/// <summary>A rule on staffing that is not kept now, as a sentence. It stops nothing: people are called, not blocked.</summary>
/// <param name="Rule">The id in the terms, or <c>nobody</c> for a chair that nobody has taken.</param>
public sealed record StaffingNotice(string Rule, string Says);

/// <summary>Holds who is here, and who has which chair, against the clinic's rules. Who did not say so is not here.</summary>
public static class StaffingView
{
    public static IReadOnlyList<StaffingNotice> Notices(StaffingTerms terms, IReadOnlyList<Session> seated, IReadOnlyList<OnSite> here, DateTimeOffset now)
    {
        var open = seated.Where(session => session.PhaseAt(now) is Phase.Dosing or Phase.Recovering).ToList();
        return [.. Nobody(open), .. TooMany(terms, open, now), .. Missing(terms, open, here)];
    }

    private static IEnumerable<StaffingNotice> Nobody(IEnumerable<Session> open) =>
        from session in open
        where session.InCareOf is null
        select new StaffingNotice("nobody", $"No nurse is assigned to {session.Chair}.");

    // Different phases share one person's attention: two of three in recovery leave a third of it.
    private static IEnumerable<StaffingNotice> TooMany(StaffingTerms terms, IEnumerable<Session> open, DateTimeOffset now)
    {
        foreach (var theirs in open.Where(session => session.InCareOf is not null).GroupBy(session => session.InCareOf!.Id))
        {
            var rules = theirs.Select(session => terms.Ratios.FirstOrDefault(ratio => ratio.Phases.Contains(session.PhaseAt(now)))).OfType<StaffRatio>().ToList();
            if (rules.Sum(ratio => 1.0 / ratio.Patients) <= 1 + 1e-9)
                continue;
            var strictest = rules.MinBy(ratio => ratio.Patients)!;
            yield return new(strictest.Id, $"{theirs.First().InCareOf!.Name} has {string.Join(", ", theirs.Select(session => session.Chair))}; the clinic's rule is {string.Join(", and ", rules.Select(ratio => ratio.Says).Distinct())}.");
        }
    }

    private static IEnumerable<StaffingNotice> Missing(StaffingTerms terms, List<Session> open, IReadOnlyList<OnSite> here)
    {
        var atChairs = open.Select(session => session.InCareOf?.Id).OfType<Guid>().Distinct().ToList();
        return from need in terms.OnSite
               where open.Any(session => need.Routes.Contains(session.Plan.Route))
               where !IsHere(need.Needs, here, atChairs)
               select new StaffingNotice(need.Id, $"Not on site, as far as is known: {need.Says}.");
    }

    private static bool IsHere(Presence needs, IReadOnlyList<OnSite> here, List<Guid> atChairs) => needs switch
    {
        Presence.Prescriber => here.Any(one => one.Who.May(Right.Prescribe)),
        Presence.AdvancedLifeSupport => here.Any(one => one.HasAdvancedLifeSupport),
        Presence.SecondPerson => here.Any(one => one.Who.May(Right.WitnessDoses) && !atChairs.Contains(one.Who.Id)),
        _ => false,
    };
}

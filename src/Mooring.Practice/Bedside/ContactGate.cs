using Mooring.Clinical;
using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Practice.Scheduling;

namespace Mooring.Practice.Bedside;

/// <summary>What the appointment book says to the discharge criterion about the next contact.</summary>
/// <param name="Item">The criterion.</param>
/// <param name="Booked">Day, hour and person; null while nothing is booked.</param>
public sealed record ContactShown(string Item, string? Booked)
{
    /// <summary>SES300: nothing is booked, whatever was ticked.</summary>
    internal Refusal NotBooked => new("SES300", "No contact after today is booked with an hour and a person. Book it, or a prescriber waives it with a reason.", Item);

    /// <summary>What was typed, with the book's answer where the book has one and nobody said “not yet”.</summary>
    internal IReadOnlyList<CriterionTyped> Fill(IReadOnlyList<CriterionTyped> typed) =>
        Booked is null || typed.Any(one => one.Item == Item && one.Met == Finding.NotMet) ? typed
            : [.. typed.Where(one => one.Item != Item), new() { Item = Item, Met = Finding.Met, Value = Booked }];

    internal Refusal? Against(CriterionTyped typed) => Booked is null && typed.Item == Item && typed.Met == Finding.Met ? NotBooked : null;

    /// <summary>What stands in the way of leaving, by the book as it is now.</summary>
    internal IEnumerable<Refusal> Settle(IEnumerable<Refusal> inTheWay) =>
        [.. inTheWay.Where(refusal => refusal.Code != "SES181" || refusal.At != Item), .. Booked is null ? [NotBooked] : Array.Empty<Refusal>()];
}

/// <summary>Answers the criterion about the next contact from the appointment book.</summary>
public sealed class ContactGate(NextContactDesk contacts)
{
    /// <summary>Null where the session's rules do not ask the book.</summary>
    public async Task<ContactShown?> Of(Session session, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.Pack.Discharge.Criteria.FirstOrDefault(one => one.Needs == CriterionNeed.NextContact) is { } criterion
            ? new(criterion.Id, await contacts.Says(new(session.Plan.Patient), cancel)) : null;
    }

    /// <summary>Everything that still stands in the way of leaving.</summary>
    public async Task<IReadOnlyList<Refusal>> InTheWay(Session session, DateTimeOffset now, CancellationToken cancel)
    {
        var inTheWay = session.InTheWay(now);
        return await Of(session, cancel) is { } shown ? [.. shown.Settle(inTheWay)] : inTheWay;
    }
}

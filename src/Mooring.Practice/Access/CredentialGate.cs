using Mooring.Clinical;
using Mooring.Clinical.Staffing;
using Mooring.Storage;

namespace Mooring.Practice.Access;

/// <summary>How somebody stands with one kind of license or certificate.</summary>
public sealed record CredentialDue(Guid Person, string Name, CredentialStanding What);

/// <summary>Asks what the licenses and certificates of staff bar, and what is to be told of them.</summary>
public sealed class CredentialGate(MooringDb db, StaffDesk staff, CredentialDesk desk, TimeProvider clock)
{
    /// <summary>Why the one who acts does not do it, CRE101 or CRE102; null when nothing bars it.</summary>
    public async Task<Refusal?> Against(CredentialBar act, CancellationToken cancel)
    {
        var who = db.Acting();
        return CredentialStanding.Against(act, who.Name, desk.Terms, [.. who.Roles], await desk.Entries(who.Id, cancel), await staff.Today(clock, cancel));
    }

    /// <summary>CRE110: what somebody says of themselves on site, where the entry of it has ended. What nobody entered is believed.</summary>
    internal async Task<Refusal?> Contradicts(Presence said, CancellationToken cancel)
    {
        var who = db.Acting();
        var ended = CredentialStanding.Of(desk.Terms, [.. who.Roles], await desk.Entries(who.Id, cancel), await staff.Today(clock, cancel))
            .FirstOrDefault(one => one.Kind.Proves == said && one.State == CredentialState.Ended);
        return ended is null ? null : new("CRE110", Sentence.Of(
            "Your {kind} ended on {day}. Say that you are here without it, or ask a manager to enter the new date under Staff, licenses.",
            ("kind", ended.Kind.Name), ("day", ended.Entry!.LastDay!.Value)), "advanced");
    }

    /// <summary>What has ended or ends soon: of everybody for whoever manages staff, of themselves for all others. Ended ones first.</summary>
    public async Task<IReadOnlyList<CredentialDue>> Due(CancellationToken cancel) =>
        [.. (await All(cancel)).Where(one => one.What.State is CredentialState.Ended or CredentialState.EndsSoon).OrderByDescending(one => one.What.State).ThenBy(one => one.What.Entry!.LastDay)];

    /// <summary>Each kind that they need or have, of the same people.</summary>
    public async Task<IReadOnlyList<CredentialDue>> All(CancellationToken cancel)
    {
        var (me, today) = (db.Acting(), await staff.Today(clock, cancel));
        var isManager = db.Unless(Right.ManageStaff) is null;
        var entries = (await desk.Entries(isManager ? null : me.Id, cancel)).ToLookup(entry => entry.Person);
        if (!isManager)
            return Of(me.Id, me.Name, [.. me.Roles]);
        return [.. (await staff.All(cancel)).Where(person => !person.IsDisabled).SelectMany(person => Of(person.Id, person.FullName, person.Roles))];

        IReadOnlyList<CredentialDue> Of(Guid id, string name, IReadOnlyList<Role> roles) =>
            [.. CredentialStanding.Of(desk.Terms, roles, [.. entries[id]], today).Select(one => new CredentialDue(id, name, one))];
    }
}

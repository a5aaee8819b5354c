using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Storage;
using Mooring.Storage.Accounts;

namespace Mooring.Practice.Operations;

/// <summary>How many may come in, over all clinics here.</summary>
public sealed record ClinicPeople(int Active, int Managers, int WithoutSecondFactor);

/// <summary>Counts people for whoever looks after the installation: numbers, no names.</summary>
public sealed class PeopleCount(MooringDb db, RoleRights rights)
{
    public async Task<ClinicPeople> Of(CancellationToken cancel)
    {
        var people = (await db.Set<StaffRow>().IgnoreQueryFilters().AsNoTracking().ToListAsync(cancel)).Where(person => person is { IsDisabled: false, PasswordHash: not null }).ToList();
        return new(people.Count, people.Count(person => person.AsActor(rights).May(Right.ManageStaff)), people.Count(person => !person.TwoFactorEnabled));
    }
}

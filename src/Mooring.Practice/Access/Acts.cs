using Mooring.Clinical;
using Mooring.Storage;

namespace Mooring.Practice.Access;

/// <summary>Who acts, and which day it is at the clinic.</summary>
internal static class Acts
{
    public static Actor Acting(this MooringDb db) =>
        db.ClinicScope.Actor ?? throw new InvalidOperationException("Nobody acts: the route lacks its policy.");

    public static async Task<DateOnly> Today(this StaffDesk staff, TimeProvider clock, CancellationToken cancel) =>
        (await staff.Clinic(cancel))!.DayOf(clock.GetUtcNow());
}

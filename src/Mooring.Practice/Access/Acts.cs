using Mooring.Clinical;
using Mooring.Storage;

namespace Mooring.Practice.Access;

/// <summary>Who acts, and which day it is at the clinic.</summary>
internal static class Acts
{
    public static Actor Acting(this MooringDb db) =>
        db.ClinicScope.Actor ?? throw new InvalidOperationException("Nobody acts: the route lacks its policy.");

    /// <summary>
    /// The refusal of what no role of this actor may do, WEB150; null when one may. While a clinic is founded nobody acts yet.
    /// </summary>
    public static Refusal? Unless(this MooringDb db, Right right) => db.ClinicScope.Actor is { } by && !by.May(right)
        ? new("WEB150", "None of your roles may do this. A manager says who has which role.")
        : null;

    public static async Task<DateOnly> Today(this StaffDesk staff, TimeProvider clock, CancellationToken cancel) =>
        (await staff.Clinic(cancel))!.DayOf(clock.GetUtcNow());
}

namespace Mooring.Practice.Access;

/// <summary>Which day it is at the clinic.</summary>
internal static class ClinicDay
{
    public static async Task<DateOnly> Today(this StaffDesk staff, TimeProvider clock, CancellationToken cancel) =>
        (await staff.Clinic(cancel))!.DayOf(clock.GetUtcNow());
}

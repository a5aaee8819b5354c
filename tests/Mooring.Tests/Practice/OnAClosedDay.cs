using Mooring.Clinical;
using Mooring.Clinical.Settings;
using Mooring.Practice.Access;
using Mooring.Practice.Bedside;
using Mooring.Practice.Settings;

namespace Mooring.Tests.Practice;

/// <summary>A visit and a plan are asked about; who stands at the chair knows that they are there, and is not.</summary>
public class OnAClosedDay
{
    private const int MinutesToSunday = 6 * 24 * 60;

    [Fact]
    public async Task A_session_is_opened_and_begun_without_a_question()
    {
        await using var clinic = await ClinicInMemory.Open();
        clinic.Clock.Pass(MinutesToSunday);

        var seat = await ChairInMemory.Arriving(clinic);

        Assert.False(await IsOpen(clinic));
        Assert.Equal(seat.Session, (await seat.Ready()).Id);
    }

    [Fact]
    public async Task A_session_is_opened_on_a_holiday_too()
    {
        await using var clinic = await ClinicInMemory.Open();
        var today = clinic.Clinic.DayOf(clinic.Clock.GetUtcNow());
        Assert.Empty((await clinic.As(Role.Manager, (SettingsDesk desk) => desk.Change(new ClosedDayAdded(today, "Founders Day"), 0, default))).Refusals);

        var seat = await ChairInMemory.Arriving(clinic);

        Assert.False(await IsOpen(clinic));
        Assert.NotNull(await clinic.As(Role.Nurse, (SessionDesk desk) => desk.Find(seat.Session, default)));
    }

    private static async Task<bool> IsOpen(ClinicInMemory clinic) =>
        (await clinic.As(Role.Nurse, (StaffDesk desk) => desk.Clinic(default)))!.Opening.IsOpen(clinic.Clinic.DayOf(clinic.Clock.GetUtcNow()));
}

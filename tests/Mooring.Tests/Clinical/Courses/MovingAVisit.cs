using Mooring.Clinical.Courses;
using Mooring.Clinical.Protocols;

namespace Mooring.Tests.Clinical.Courses;

/// <summary>A visit that would leave the days of its plan is asked about.</summary>
public class MovingAVisit
{
    private static readonly DateOnly Monday = new(2026, 3, 9);
    private static readonly Protocol Standard = Content.Protocol("TRD-IV-STD");
    private static readonly IReadOnlyList<Visit> Laid = Schedule.For(Standard, CourseLayout.Of(Standard, null, null), 0, Monday, new CourseDays(_ => true));

    [Theory]
    [InlineData(0, false)]
    [InlineData(3, false)]
    [InlineData(4, true)]
    [InlineData(-1, true)]
    public void Is_asked_about_outside_its_days(int days, bool isAsked)
    {
        var visit = new Visit(VisitKind.Integration, 1, Monday, Monday.AddDays(3), "Integration", []);

        Assert.Equal(isAsked, Asks(visit, (visit.On, visit.Until), Monday.AddDays(days)));
    }

    [Theory]
    [InlineData(2, 5, true)]
    [InlineData(2, 4, false)]
    [InlineData(2, 9, true)]
    [InlineData(7, 20, false)]
    [InlineData(7, 22, true)]
    [InlineData(7, 19, true)]
    [InlineData(8, 29, true)]
    [InlineData(8, 27, true)]
    public void Is_asked_about_too_near_to_another_dose_by_the_phase_of_the_earlier_one(int session, int day, bool isAsked)
    {
        var dose = Laid.Single(visit => visit.Kind == VisitKind.Dosing && visit.Session == session);

        Assert.Equal(isAsked, Asks(dose, (dose.On, dose.Until), Monday.AddDays(day)));
    }

    private static bool Asks(Visit visit, (DateOnly, DateOnly) laid, DateOnly to) =>
        VisitMove.Asks(visit, laid, to, [.. Laid.Where(other => other.Kind == VisitKind.Dosing)], Standard)?.Code == (visit.Kind == VisitKind.Dosing ? VisitMove.Crowded : VisitMove.Outside);
}

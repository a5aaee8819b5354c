using Mooring.Kinetics;
using Mooring.Kinetics.Models;

namespace Mooring.Tests.Kinetics;

public class AddingUpACourse
{
    private static readonly DateOnly First = new(2026, 3, 2);

    [Fact]
    public void Sums_doses_and_areas_over_sessions_and_routes()
    {
        var course = CourseExposure.Of([Session(7, "35 mg im at 0 min"), Session(0, "35 mg iv over 40 min")]).Value!;

        Assert.Equal([First, First.AddDays(7)], course.Sessions.Select(one => one.On));
        Assert.Equal(70, course.Sessions[1].GivenSoFar.InMilligrams, 9);
        Assert.Equal(35, course.Sessions[1].Given[DoseRoute.Im].InMilligrams, 9);
        Assert.Equal(
            course.Sessions.Sum(one => one.Area.InNanogramHoursPerMilliliter), course.Sessions[1].AreaSoFar.InNanogramHoursPerMilliliter, 9);
    }

    [Fact]
    public void Never_adds_esketamine_to_the_racemate()
    {
        var course = CourseExposure.Of([Session(0, "35 mg iv over 40 min"), Session(3, "56 mg nasal at 0 min", "perez-ruixo-2021")]).Value!;

        Assert.Equal(56, course.Sessions[1].GivenSoFar.InMilligrams, 9);
        Assert.Contains(course.Caveats, caveat => caveat.Contains("added up apart", StringComparison.Ordinal));
    }

    [Fact]
    public void Says_which_session_can_not_be_computed()
    {
        var answer = CourseExposure.Of([Session(0, "35 mg iv over 40 min"), Session(3, "3500 mg iv over 40 min")]);

        Assert.Equal(("KIN305", "2026-03-05 regimen"), (Assert.Single(answer.Objections).Code, answer.Objections[0].At));
    }

    private static SessionDoses Session(int day, string regimen, string model = "kamp-2020") =>
        new(First.AddDays(day), Models.Library.Find(model)!, Models.SeventyKilos, Models.Read(regimen));
}

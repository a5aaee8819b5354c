using Mooring.Clinical;
using Mooring.Clinical.Sessions.Bedside;
using Mooring.Clinical.Sessions.Correcting;
using Mooring.Clinical.Sessions.Dosing;
using Mooring.Clinical.Sessions.Leaving;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Sessions;

public class LookingAfterTheLine
{
    [Fact]
    public void Goes_from_placed_to_removed_and_says_what_went_wrong()
    {
        var chair = Placed()
            .Then(20, session => session.CheckAccess(At(20)))
            .Then(25, session => session.ComplicateAccess(At(25), new("infiltration", "Arm raised")))
            .Then(60, session => session.RemoveAccess(At(60), siteWell: false, "a little red"));

        Assert.Null(chair.Session.Access);
        Assert.Equal(
            ["IV line checked: fine.", "IV line: infiltration; Arm raised.", "IV line removed, site not well, a little red."],
            Timeline.Of(chair.Session).Select(line => line.Says).Where(says => says.StartsWith("IV line", StringComparison.Ordinal)).Skip(1));
    }

    [Fact]
    public void Is_not_looked_at_before_it_is_placed_nor_after_it_is_out()
    {
        var none = Infusion().CheckedIn().Session;
        var gone = Placed().Then(60, session => session.RemoveAccess(At(60), siteWell: true)).Session;

        Refused.With("SES221", none.CheckAccess(At(5)));
        Refused.With("SES221", gone.RemoveAccess(At(61), siteWell: true));
    }

    [Fact]
    public void Is_not_taken_out_while_the_infusion_runs_through_it()
    {
        var running = Infusion().Cleared().Then(7, session => session.PlaceAccess(At(7), "left forearm")).Then(10, session => session.StartInfusion(At(10), TheBag));

        Refused.With("SES223", running.Session.RemoveAccess(At(12), siteWell: true));
        Assert.True(running.Then(13, session => session.Pause(At(13), "line")).Session.RemoveAccess(At(14), siteWell: true).IsDone);
    }

    [Fact]
    public void Says_what_is_wrong_and_what_was_done()
    {
        var session = Placed().Session;

        Refused.With("SES216", session.ComplicateAccess(At(9), new("", "Arm raised")));
        Refused.With("SES218", session.ComplicateAccess(At(9), new("phlebitis", " ")));
        Refused.With("SES222", session.RemoveAccess(At(9), siteWell: false));
        Refused.With("SES220", session.PlaceAccess(At(9), "left hand", attempts: 0));
    }

    [Fact]
    public void Keeps_the_patient_from_leaving_with_the_line_in()
    {
        var recovering = Infusion().Cleared().Then(7, session => session.PlaceAccess(At(7), "left forearm"))
            .Then(10, session => session.StartInfusion(At(10), TheBag)).Then(50, session => session.StopInfusion(At(50), completed: true));

        Refused.With("SES264", recovering.Session.AnswerCriterion(At(60), "remove-line", Finding.Met));
        var removed = recovering.Then(61, session => session.RemoveAccess(At(61), siteWell: true));
        Assert.True(removed.Session.AnswerCriterion(At(62), "remove-line", Finding.Met).IsDone);
    }

    private static Chairside Placed() => Infusion().CheckedIn().Then(5, session => session.PlaceAccess(At(5), "left forearm", "22 G", 2));
}

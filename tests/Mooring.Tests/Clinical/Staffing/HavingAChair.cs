using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Bedside;
using Mooring.Clinical.Sessions.Json;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Clinical.Staffing;
using Mooring.Content;
using Mooring.Tests.Clinical.Sessions;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Staffing;

public class HavingAChair
{
    private static readonly StaffingTerms Terms = LibraryLoad.From(ContentFolder.Find()).Staffing!.Value;

    private static readonly OnSite Lifesaver = new(Prescriber, Nine, HasAdvancedLifeSupport: true);
    private static readonly OnSite Helper = new(Content.As(AnId(104), "Dag Linden", Role.Therapist), Nine, HasAdvancedLifeSupport: false);

    [Fact]
    public void Begins_with_nobody_and_needs_no_words_then()
    {
        var chair = Running();
        Assert.Null(chair.Session.InCareOf);

        chair.Then(11, session => session.TakeOver(At(11)));

        Assert.Equal(Nurse, chair.Session.InCareOf);
    }

    [Fact]
    public void Passes_on_only_with_what_was_said()
    {
        var chair = Running().Then(11, session => session.TakeOver(At(11)));

        var silent = chair.Session.TakeOver(At(20, SecondNurse));
        var again = chair.Session.TakeOver(At(20));
        chair.Then(20, session => session.TakeOver(At(20, SecondNurse), "Calm, 118/74, next round at 9:20."), SecondNurse);

        Assert.Equal("SES283", Assert.Single(silent.Refusals).Code);
        Assert.Equal("SES282", Assert.Single(again.Refusals).Code);
        Assert.Equal(SecondNurse, chair.Session.InCareOf);
        Assert.Equal("Taken over from Ada Rowan: Calm, 118/74, next round at 9:20.", Describe.What(chair.Session.Journal[^1].What, chair.Session.Pack));
        Assert.Equal(chair.Session.Journal[^1], SessionJson.Read(SessionJson.Bytes(chair.Session.Journal[^1])));
    }

    [Fact]
    public void Ends_when_the_patient_leaves()
    {
        var chair = Recovering().Then(52, session => session.TakeOver(At(52))).Charted(110).Charted(125).FitToLeave(125)
            .Then(126, session => session.Discharge(At(126), []));

        Assert.Null(chair.Session.InCareOf);
        Assert.Contains("SES280", chair.Session.TakeOver(At(127, SecondNurse)).Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public void Of_two_while_the_drug_works_is_said_and_of_three_in_recovery_is_not()
    {
        Session[] dosing = [Taken(Running()), Taken(Running())];
        Session[] recovering = [Taken(Recovering()), Taken(Recovering()), Taken(Recovering())];

        var two = StaffingView.Notices(Terms, dosing, [Lifesaver, Helper], Minute(30));
        var three = StaffingView.Notices(Terms, recovering, [Lifesaver, Helper], Minute(60));
        var mixed = StaffingView.Notices(Terms, [recovering[0], dosing[0]], [Lifesaver, Helper], Minute(30));

        Assert.Contains("Ada Rowan has Chair 2, Chair 2", Assert.Single(two).Says, StringComparison.Ordinal);
        Assert.Empty(three);
        Assert.Equal("dosing", Assert.Single(mixed).Rule);
    }

    [Fact]
    public void Is_asked_of_every_chair_in_use_and_the_house_of_what_its_routes_need()
    {
        var open = Running().Session;
        var spray = Spray().Session;

        var alone = StaffingView.Notices(Terms, [open], [], Minute(30)).Select(notice => notice.Rule);
        var kept = StaffingView.Notices(Terms, [Taken(Running())], [Lifesaver], Minute(30));
        var arriving = StaffingView.Notices(Terms, [spray], [], Minute(30));

        Assert.Equal(["nobody", "advanced-life-support", "second-person"], alone);
        Assert.Empty(kept);
        Assert.Empty(arriving);
    }

    private static Chairside Running() => Infusion().Running();

    private static Chairside Recovering() => Infusion().Recovering();

    private static Session Taken(Chairside chair) => chair.Then(55, session => session.TakeOver(At(55))).Session;
}

using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Clinical.Sessions.Dosing;
using Mooring.Clinical.Sessions.Limits;
using Mooring.Clinical.Watching;
using Mooring.Tests.Clinical.Sessions;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Watching;

public class PatientLimits
{
    private static readonly OwnLimitSet Later = new("nibp-sys", LimitLevel.Warn, BoundKind.AtLeast, 172, "usual for this patient", Prescriber);

    [Fact]
    public void Stand_in_place_of_the_packs_on_that_side_and_level()
    {
        var chair = Set(Later);

        Assert.Empty(Notices.Of(chair.Charted(15, 171).Session, Minute(16)));
        var notice = Assert.Single(Notices.Of(chair.Charted(20, 172).Session, Minute(21)));
        Assert.Equal("Systolic 172 mmHg: patient limit, 172 mmHg or more.", Watch.Says(notice.Beyond[0]));
        Assert.Equal(LimitLevel.Critical, Notices.Of(chair.Charted(25, 180).Session, Minute(26)).Single().Level);
    }

    [Fact]
    public void May_count_from_the_resting_value()
    {
        var chair = Set(Later with { Kind = BoundKind.RisesBy, Value = 45 });

        Assert.Empty(Notices.Of(chair.Charted(15, 164).Session, Minute(16)));
        Assert.Single(Notices.Of(chair.Charted(20, 165).Session, Minute(21)));
    }

    [Fact]
    public void Are_set_and_taken_back_by_a_prescriber_with_a_reason()
    {
        var session = Infusion().Running().Session;

        Refused.With("SES123", session.SetOwnLimit(At(12), Later with { Prescriber = Nurse }));
        Refused.With("SES206", session.SetOwnLimit(At(12, Prescriber), Later with { Reason = " " }));
        Refused.With("SES271", session.SetOwnLimit(At(12, Prescriber), Later with { Value = 190 }));
        Refused.With("SES270", session.SetOwnLimit(At(12, Prescriber), Later with { Of = "pump-rate" }));
        Refused.With("SES272", session.SetOwnLimit(At(12, Prescriber), Later with { Of = "etco2", Kind = BoundKind.FallsBy, Value = 5 }));
        var set = Set(Later).Session;
        Refused.With("SES123", set.LiftOwnLimit(At(13), new("nibp-sys", LimitLevel.Warn, BoundKind.AtLeast, "no longer")));
        Refused.With("SES273", set.LiftOwnLimit(At(13, Prescriber), new("nibp-sys", LimitLevel.Critical, BoundKind.AtLeast, "no longer")));
    }

    [Fact]
    public void Give_the_packs_back_when_they_are_taken_back()
    {
        var lifted = Set(Later).Then(13, session => session.LiftOwnLimit(At(13, Prescriber), new("nibp-sys", LimitLevel.Warn, BoundKind.AtLeast, "settled")), Prescriber);

        Assert.Equal("see-systolic-high", Notices.Of(lifted.Charted(15, 165).Session, Minute(16)).Single().Beyond[0].Limit.Id);
    }

    [Fact]
    public void Come_along_from_an_earlier_session_of_the_course()
    {
        var opened = Infusion().Running().Session;
        var plan = opened.Plan with { OwnLimits = [Later with { ForCourse = true }] };

        var next = Session.Replay(opened.Journal.Select(entry => entry.What is SessionOpened ? entry with { What = new SessionOpened(plan) } : entry), Iv);

        Assert.Contains(next.Limits, limit => limit.Id == "own-nibp-sys-Warn-AtLeast");
        Assert.DoesNotContain(next.Limits, limit => limit.Id == "see-systolic-rise");
    }

    [Theory]
    [InlineData(98, 93, "see-oxygen-low")]
    [InlineData(93, 92, null)]
    [InlineData(93, 91, "see-oxygen-very-low-baseline")]
    [InlineData(91, 90, null)]
    [InlineData(91, 89, "see-oxygen-very-low")]
    public void A_low_resting_saturation_has_limits_of_its_kind(double atRest, double now, string? expected)
    {
        var session = Infusion().CheckedIn().Answered().Charted(4, spo2: atRest)
            .Then(5, session => session.DecideGo(At(5, Prescriber), go: true, null, Prescriber), Prescriber)
            .Then(6, session => session.TakeTimeOut(At(6), "ketamine", session.Plan.Dose, SecondNurse, session.PumpFor(100)))
            .Then(10, session => session.StartInfusion(At(10), TheBag)).Charted(15, spo2: now).Session;

        Assert.Equal(expected, Watch.Findings(session, Iv, Minute(16)).SingleOrDefault(found => found.Limit.Of == "spo2")?.Limit.Id);
    }

    private static Chairside Set(OwnLimitSet own) => Infusion().Running().Then(12, session => session.SetOwnLimit(At(12, Prescriber), own), Prescriber);
}

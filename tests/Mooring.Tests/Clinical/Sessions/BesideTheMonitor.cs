using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Vitals;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Sessions;

/// <summary>A number typed by hand is held against what the monitor shows at that moment.</summary>
public class BesideTheMonitor
{
    public static TheoryData<string, double, double> FarApart => new()
    {
        { "spo2", 72, 98 }, { "hr", 98, 72 }, { "rr", 30, 14 }, { "nibp-sys", 150, 122 }, { "nibp-dia", 50, 76 }, { "temp", 38.2, 36.6 },
    };

    public static TheoryData<string, double, double> AsItHappens => new()
    {
        { "spo2", 97, 98 }, { "hr", 78, 72 }, { "rr", 18, 14 }, { "nibp-sys", 128, 122 }, { "nibp-dia", 70, 76 }, { "temp", 37.2, 36.6 },
    };

    [Theory]
    [MemberData(nameof(FarApart))]
    public void A_number_far_from_it_is_asked_about_once(string of, double typed, double shown)
    {
        var session = Infusion().Running().Session;

        Refused.With("SES168", session.ChartVitals(At(20), [Hand(of, typed)], shown: [Monitor(of, shown, 20)]));
        Assert.True(session.ChartVitals(At(20), [Hand(of, typed) with { Confirmed = true }], shown: [Monitor(of, shown, 20)]).IsDone);
    }

    [Theory]
    [MemberData(nameof(AsItHappens))]
    public void A_number_near_it_is_not(string of, double typed, double shown) =>
        Assert.True(Infusion().Running().Session.ChartVitals(At(20), [Hand(of, typed)], shown: [Monitor(of, shown, 20)]).IsDone);

    [Fact]
    public void The_question_names_both_numbers()
    {
        var refused = Infusion().Running().Session.ChartVitals(At(20), [Hand("spo2", 72)], shown: [Monitor("spo2", 98, 20)]);

        Assert.StartsWith("SpO2 72% by hand, the monitor says 98%: keep it?", Assert.Single(refused.Refusals).Says, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_monitor_showed_at_another_time_asks_nothing() =>
        Assert.True(Infusion().Running().Session.ChartVitals(At(20), [Hand("spo2", 92)], shown: [Monitor("spo2", 98, 23)]).IsDone);

    [Fact]
    public void What_was_taken_from_the_monitor_is_not_held_against_it()
    {
        var taken = new ChartedValue(VitalSign.SpO2, 92, Minute(20), ValueSource.Device);

        Assert.True(Infusion().Running().Session.ChartVitals(At(20), [taken], shown: [Monitor("spo2", 98, 20)]).IsDone);
    }

    [Fact]
    public void Every_pack_says_how_far_each_sign_of_the_keypad_may_lie_apart() =>
        Assert.All(new[] { Iv, Im, Sc, SlowSc, Sublingual, ByMouth, Nasal }, pack =>
            Assert.Empty(new[] { "nibp-sys", "nibp-dia", "hr", "spo2", "rr", "temp" }.Except(pack.Entry.Differs.Select(differing => differing.Of))));

    private static ChartedValue Hand(string of, double value) => new(VitalSign.Find(of)!, value, Minute(20));

    private static Observed Monitor(string of, double value, double minute) => new(of, value, Minute(minute), ValueSource.Device, Guid.Empty);
}

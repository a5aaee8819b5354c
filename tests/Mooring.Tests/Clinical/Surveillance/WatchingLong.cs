using Mooring.Clinical.Surveillance;

namespace Mooring.Tests.Clinical.Surveillance;

public class WatchingLong
{
    private static readonly DateTimeOffset Referred = new(2026, 1, 5, 15, 0, 0, TimeSpan.Zero);
    private static readonly SurveillancePlan Plan = ScreeningContent.Library.Surveillance!.Value;

    [Fact]
    public void Everything_with_a_baseline_is_due_from_the_referral_until_it_is_done()
    {
        var due = Due(new(Referred), Referred.AddDays(3));

        Assert.Equal(["bladder", "kidney", "liver", "thyroid", "cognition", "pdmp", "drug-screen", "ecg", "blood-pressure"], due.Select(check => check.Check.Id));
        Assert.All(due, check => Assert.Equal((Referred, (DateTimeOffset?)null), (check.Since, check.Last)));
        Assert.Empty(Due(new(Referred), Referred.AddDays(3), _ => Referred.AddDays(1)));
    }

    [Theory]
    [InlineData(49, null, false)]
    [InlineData(50, null, true)]
    [InlineData(null, null, true)]
    [InlineData(30, "I48.0", true)]
    [InlineData(30, "F33.1", false)]
    public void An_ecg_is_due_from_an_age_or_with_a_heart_disease(int? age, string? condition, bool isDue)
    {
        var care = new CareTimes(Referred) { Age = age, Conditions = condition is null ? [] : [condition] };

        Assert.Equal(isDue, Due(care, Referred.AddDays(3)).Any(check => check.Check.Id == "ecg"));
    }

    [Fact]
    public void The_bladder_is_asked_about_at_every_fourth_session()
    {
        var third = Care(sessions: 3);
        var fourth = Care(sessions: 4);

        Assert.DoesNotContain(Due(third, third.Sessions[^1].AddHours(5), Before), check => check.Check.Id == "bladder");
        var bladder = Assert.Single(Due(fourth, fourth.Sessions[^1].AddHours(5), Before), check => check.Check.Id == "bladder");
        Assert.Equal(fourth.Sessions[3], bladder.Since);
        Assert.Equal("Every fourth session", bladder.Timing.Says);
    }

    [Fact]
    public void The_count_of_sessions_starts_again_when_it_was_done()
    {
        var care = Care(sessions: 7);

        Assert.DoesNotContain(Due(care, care.Sessions[^1].AddHours(5), _ => care.Sessions[3].AddHours(1)), check => check.Check.Id == "bladder");
    }

    [Theory]
    [InlineData(90, 2, false)]
    [InlineData(91, 2, true)]
    [InlineData(200, 200, false)]
    [InlineData(365, 200, true)]
    public void The_liver_is_watched_every_quarter_while_doses_go_on_and_then_every_year(int days, int sinceSession, bool isDue)
    {
        var first = Referred.AddDays(10);
        var now = first.AddDays(days);
        var care = new CareTimes(Referred) { Sessions = [first, now.AddDays(-sinceSession)] };

        var due = Due(care, now, _ => first);

        Assert.Equal(isDue, due.Any(check => check.Check.Id == "liver"));
    }

    [Fact]
    public void Only_somebody_with_a_bipolar_disorder_is_rated_for_mania()
    {
        var today = Referred.AddDays(20);
        var care = new CareTimes(Referred) { Sessions = [Referred.AddDays(10)], SessionDay = today };

        Assert.DoesNotContain(Due(care, today.AddHours(9), Before), check => check.Check.Id == "mood-switch");
        Assert.Contains(Due(care with { Conditions = ["F31.81"] }, today.AddHours(9), Before), check => check.Check.Id == "mood-switch");
        Assert.DoesNotContain(Due(care with { Conditions = ["F31.81"] }, today.AddHours(9), _ => today.AddHours(8)), check => check.Check.Id == "mood-switch");
    }

    [Fact]
    public void Suicide_risk_is_asked_for_a_week_after_the_last_session()
    {
        var care = Care(sessions: 1);

        Assert.DoesNotContain(Due(care, care.Sessions[0].AddDays(6), Before), check => check.Check.Id == "suicide");
        Assert.Contains(Due(care, care.Sessions[0].AddDays(7), Before), check => check.Check.Id == "suicide");
        Assert.DoesNotContain(Due(care, care.Sessions[0].AddDays(31), Before), check => check.Check.Id == "suicide");
    }

    [Fact]
    public void A_fading_effect_is_looked_for_every_month_after_the_induction()
    {
        var care = Care(sessions: 6) with { InductionEndedAt = Referred.AddDays(30) };

        Assert.DoesNotContain(Due(Care(sessions: 6), Referred.AddDays(90)), check => check.Check.Id == "fading");
        Assert.DoesNotContain(Due(care, Referred.AddDays(59)), check => check.Check.Id == "fading");
        Assert.Contains(Due(care, Referred.AddDays(60)), check => check.Check.Id == "fading");
        Assert.DoesNotContain(Due(care, Referred.AddDays(70), _ => Referred.AddDays(61)), check => check.Check.Id == "fading");
    }

    [Fact]
    public void Says_what_asks_to_stop_and_on_what_ground() => Assert.All(Plan.Checks, check =>
    {
        Assert.NotEmpty(check.Refer);
        Assert.NotEmpty(check.Because);
    });

    private static DateTimeOffset? Before(SurveillanceCheck check) => Referred.AddDays(1);

    private static CareTimes Care(int sessions) => new(Referred) { Sessions = [.. Enumerable.Range(0, sessions).Select(session => Referred.AddDays(10 + (4 * session)))] };

    private static IReadOnlyList<DueCheck> Due(CareTimes care, DateTimeOffset now, Func<SurveillanceCheck, DateTimeOffset?>? last = null) =>
        Plan.DueFor(care, last ?? (_ => null), now);
}

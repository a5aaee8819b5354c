using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Kinetics.Models;
using Mooring.Kinetics.Quantities;
using Mooring.Practice.Curves;

namespace Mooring.Tests.Practice;

/// <summary>What the curves of a session are drawn from, and when there are none.</summary>
public class DrawingASession
{
    [Fact]
    public async Task Shows_what_was_typed_what_happened_and_what_is_predicted()
    {
        await using var clinic = await ClinicInMemory.Open();
        var seat = await ChairInMemory.Arriving(clinic);
        await seat.Dosed();

        var series = (await Ask(clinic, (SeriesDesk desk) => desk.Of(seat.Session, default)))!;

        Assert.Equal([122], series.Signals["nibp-sys"].V);
        Assert.Equal("America/Chicago", series.Zone);
        Assert.Contains(series.Events, mark => mark.Kind == "dose");
        Assert.NotNull(series.Prediction);
    }

    [Fact]
    public async Task Has_nothing_of_a_session_of_elsewhere_and_nothing_new_from_devices_that_sent_nothing()
    {
        await using var clinic = await ClinicInMemory.Open();
        var seat = await ChairInMemory.Arriving(clinic);
        var now = clinic.Clock.GetUtcNow();

        Assert.Null(await Ask(clinic, (SeriesDesk desk) => desk.Of(Id<Session>.New(now), default)));
        var (points, until) = await Ask(clinic, (SeriesDesk desk) => desk.Since(seat.Session, now, default));
        Assert.Empty(points);
        Assert.Equal(now, until);
    }

    [Theory]
    [InlineData("KAP-IM")]
    [InlineData("no-such-protocol")]
    public async Task Asks_a_model_of_this_weight_and_age_whatever_screening_knows(string protocol)
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);

        var subject = await Ask(clinic, (SubjectDesk desk) => desk.Of(patient, protocol, Weight.Kilograms(72), 41, default));

        Assert.Equal((72, 41), (subject.Weight.InKilograms, subject.AgeInYears));
        Assert.Empty(subject.Circumstances);
        Assert.Null(subject.BodyMassIndex);
    }

    [Fact]
    public async Task Estimates_readiness_in_recovery_and_not_before()
    {
        await using var clinic = await ClinicInMemory.Open();
        var seat = await ChairInMemory.Arriving(clinic);
        var ready = await seat.Ready();
        var before = await Ask(clinic, (ReadinessDesk desk) => desk.Of(ready, clinic.Clock.GetUtcNow(), default));

        var recovering = await seat.Dose();
        clinic.Clock.Pass(10);
        var after = await Ask(clinic, (ReadinessDesk desk) => desk.Of(recovering, clinic.Clock.GetUtcNow(), default));

        Assert.Null(before);
        Assert.True(after!.IsGiven, string.Join(' ', after.Objections.Select(one => one.Says)));
    }

    [Fact]
    public async Task Weighs_no_level_before_a_dose_and_none_from_the_future()
    {
        await using var clinic = await ClinicInMemory.Open();
        var seat = await ChairInMemory.Arriving(clinic);
        var ready = await seat.Ready();
        var early = await Ask(clinic, (LevelDesk desk) => desk.Of(ready, Level(clinic.Clock.GetUtcNow()), default));

        var dosed = await seat.Dose();
        var late = await Ask(clinic, (LevelDesk desk) => desk.Of(dosed, Level(clinic.Clock.GetUtcNow().AddMinutes(1)), default));

        Assert.Equal(["SER111"], early.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(["SER112"], late.Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public async Task Weighs_the_people_of_a_model_by_a_level()
    {
        await using var clinic = await ClinicInMemory.Open();
        var seat = await ChairInMemory.Arriving(clinic);
        var dosed = await seat.Dosed();

        var read = await Ask(clinic, (LevelDesk desk) => desk.Of(dosed, Level(clinic.Clock.GetUtcNow().AddMinutes(-5)), default));

        Assert.Empty(read.Refusals);
        Assert.InRange(read.Value!.EffectiveSize, 1, read.Value.Of);
    }

    private static LevelAsked Level(DateTimeOffset at) => new(at, 150, Salt.Base, SamplingSite.Venous, "LC-MS");

    private static Task<T> Ask<TDesk, T>(ClinicInMemory clinic, Func<TDesk, Task<T>> ask)
        where TDesk : notnull => clinic.As(Role.Prescriber, ask);
}

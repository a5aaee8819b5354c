using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Practice.Bedside;
using Mooring.Practice.Courses;
using Mooring.Practice.Curves;
using Mooring.Practice.Timepoints;

namespace Mooring.Tests.Practice;

/// <summary>What later care counts from: sessions held, what was given, what went wrong.</summary>
public class AfterASession
{
    [Fact]
    public async Task Counts_only_a_session_in_which_something_was_given()
    {
        await using var clinic = await ClinicInMemory.Open();
        var seat = await ChairInMemory.Arriving(clinic);
        var before = await Ask(clinic, (CourseDesk desk) => desk.Held(seat.Patient, default));

        await seat.Dosed();
        var held = Assert.Single(await Ask(clinic, (CourseDesk desk) => desk.Held(seat.Patient, default)));

        Assert.Empty(before);
        Assert.Equal((seat.Session, 36), (held.Id, Math.Round(held.Total.InMilligrams)));
    }

    [Fact]
    public async Task Knows_no_improvement_of_somebody_who_answered_nothing()
    {
        await using var clinic = await ClinicInMemory.Open();
        var seat = await ChairInMemory.Arriving(clinic);
        await seat.Dosed();

        Assert.Empty(await Ask(clinic, (CourseDesk desk) => desk.Outcomes(seat.Patient, default)));
        Assert.Null((await Ask(clinic, (CourseDesk desk) => desk.Outcome(seat.Patient, "phq-9", null, default)))?.Improvement);
    }

    [Fact]
    public async Task Dates_care_from_the_first_dose_and_knows_nothing_of_a_stranger()
    {
        await using var clinic = await ClinicInMemory.Open();
        var seat = await ChairInMemory.Arriving(clinic);
        var started = clinic.Clock.GetUtcNow();
        await seat.Dosed();

        var care = (await Ask(clinic, (CareTimesDesk desk) => desk.Of(seat.Patient, default)))!;

        Assert.Equal([started], care.Sessions);
        Assert.Null(care.InductionBeganAt); // No plan was signed, so there is no course to count.
        Assert.Equal(new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero), care.SessionDay);
        Assert.Equal(41, care.Age);
        Assert.Null(await Ask(clinic, (CareTimesDesk desk) => desk.Of(Id<Patient>.New(started), default)));
    }

    [Fact]
    public async Task Adds_up_what_was_given()
    {
        await using var clinic = await ClinicInMemory.Open();
        var seat = await ChairInMemory.Arriving(clinic);
        var nothing = await Ask(clinic, (ExposureDesk desk) => desk.Of(seat.Patient, default));

        await seat.Dosed();
        var given = await Ask(clinic, (ExposureDesk desk) => desk.Of(seat.Patient, default));

        Assert.Null(nothing.Exposure);
        Assert.Empty(given.LeftOut);
        Assert.Equal(new DateOnly(2026, 3, 2), Assert.Single(given.Exposure!.Sessions).On);
    }

    [Fact]
    public async Task Names_what_was_given_and_no_model_describes()
    {
        await using var clinic = await ClinicInMemory.Open();
        var seat = await ChairInMemory.Arriving(clinic, protocol: "NOT-MODELED");
        await seat.Dosed();

        var given = await Ask(clinic, (ExposureDesk desk) => desk.Of(seat.Patient, default));

        Assert.Null(given.Exposure);
        Assert.Equal("2026-03-02: 36 mg of ketamine into a vein; no model describes it.", Assert.Single(given.LeftOut));
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "SES907")]
    public async Task Opens_no_further_session_after_a_serious_event_until_it_is_reviewed(bool serious, string? code)
    {
        await using var clinic = await ClinicInMemory.Open();
        var seat = await ChairInMemory.Arriving(clinic);
        await seat.Dosed();
        await seat.Do(Role.Nurse, (AdverseEventDesk desk) => desk.RecordAdverseEvent(
            seat.Session, new() { Term = "nausea", Grade = 2, Action = "Watched", Outcome = AdverseOutcome.Ongoing, Serious = serious }, seat.Stamp(), default));

        var open = Assert.Single(await Ask(clinic, (AdverseDesk desk) => desk.OpenAfter(seat.Session, default)));

        Assert.Equal(code, (await Ask(clinic, (AdverseDesk desk) => desk.Blocks(seat.Patient, default)))?.Code);
        Assert.Equal(open.At, Assert.Single(await Ask(clinic, (AdverseDesk desk) => desk.Of(seat.Patient, default))).At);
    }

    private static Task<T> Ask<TDesk, T>(ClinicInMemory clinic, Func<TDesk, Task<T>> ask)
        where TDesk : notnull => clinic.As(Role.Prescriber, ask);
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Demo;
using Mooring.Practice.Bedside;
using Mooring.Practice.Records;
using Mooring.Storage;
using Mooring.Storage.Journals;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Sessions;

public class WalkingASession
{
    private readonly SetClock clock = new(new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero));

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Goes_from_check_in_to_both_signatures(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.Ready();
        await bedside.Start();
        clock.Pass(10);
        await bedside.Vitals(158, 94);
        await bedside.Do(Role.Nurse, (DosingDesk desk, EntryStamp stamp) => desk.Pause(bedside.Session, new() { Reason = "nausea" }, stamp, default));
        await bedside.Do(Role.Nurse, (DosingDesk desk, EntryStamp stamp) => desk.Resume(bedside.Session, stamp, default));
        clock.Pass(30);
        await bedside.Do(Role.Nurse, (DosingDesk desk, EntryStamp stamp) => desk.StopInfusion(bedside.Session, new() { Completed = true }, stamp, default));
        clock.Pass(61);
        await bedside.Vitals();
        await bedside.Leave();

        var signed = await bedside.Do(Role.Prescriber, (SigningDesk desk, EntryStamp stamp) => desk.Sign(bedside.Session, new(), stamp, default));

        Assert.Equal(Phase.Discharged, signed.Phase);
        signed = await bedside.Do(Role.Nurse, (SigningDesk desk, EntryStamp stamp) => desk.Sign(bedside.Session, new(), stamp, default));
        Assert.Equal(Phase.Signed, signed.Phase);
        Assert.Equal(36, signed.DoseSoFar(clock.GetUtcNow()).InMilligrams, 1);
        Assert.Equal("Mara Alder", signed.TimeOutDone!.VerifiedBy.Name);
        Assert.Equal("Ben Rowan", signed.Told.Single(entry => entry.What is TimeOut).By.Name);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Changes_nothing_when_a_form_is_sent_twice(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.Ready();
        var stamp = bedside.Stamp();
        var form = Bedside.Set(124, 80);

        var once = await bedside.By(Role.Nurse, (ChartingDesk desk, EntryStamp _) => desk.Chart(bedside.Session, form, stamp, default));
        clock.Pass(1);
        var twice = await bedside.By(Role.Nurse, (ChartingDesk desk, EntryStamp _) => desk.Chart(bedside.Session, form, stamp with { HappenedAt = clock.GetUtcNow() }, default));

        Assert.True(twice.IsDone);
        Assert.Equal(once.Value!.LastSeq, twice.Value.LastSeq);
        Assert.Equal(stamp.HappenedAt, twice.Value.Chart.Last("hr")!.At);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Needs_another_person_for_the_time_out(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.Go();
        var read = new TimeOutForm { Drug = "ketamine", Milligrams = "36", PumpRate = "150", PumpVolume = "100", PumpConcentration = "0.36" };
        var asked = bedside.Stamp();
        await bedside.By(Role.Nurse, (TimeOutDesk desk, EntryStamp stamp) => desk.AskTimeOut(bedside.Session, read, stamp, default), asked);

        var same = await bedside.By(Role.Nurse, (TimeOutDesk desk, EntryStamp stamp) => desk.ConfirmTimeOut(bedside.Session, read with { Request = asked.EventId }, stamp, default));
        var misread = await bedside.By(Role.Prescriber, (TimeOutDesk desk, EntryStamp stamp) => desk.ConfirmTimeOut(bedside.Session, read with { Request = asked.EventId, Milligrams = "360" }, stamp, default));

        Assert.Equal(["SES131"], same.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(["SES133"], misread.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(Phase.Checking, (await bedside.Find())!.Phase);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Gives_a_chair_to_one_patient_at_a_time(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine, clock);
        var first = await Bedside.Arriving(clinic, clock);
        var second = await Bedside.Arriving(clinic, clock, chair: "Chair 2");
        await first.Ready();
        var form = new CheckInForm { Chair = first.Chair.Value, Name = true, BirthDate = true };

        var refused = await second.By(Role.Nurse, (ArrivingDesk desk, EntryStamp stamp) => desk.CheckIn(second.Session, form, stamp, default));
        await first.Start();
        clock.Pass(40);
        await first.Do(Role.Nurse, (DosingDesk desk, EntryStamp stamp) => desk.StopInfusion(first.Session, new() { Completed = true }, stamp, default));
        clock.Pass(61);
        await first.Leave();
        var seated = await second.By(Role.Nurse, (ArrivingDesk desk, EntryStamp stamp) => desk.CheckIn(second.Session, form, stamp, default));

        Assert.Equal(["STO161"], refused.Refusals.Select(refusal => refusal.Code));
        Assert.True(seated.IsDone);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Is_not_there_for_another_clinic(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine, clock);
        var bedside = await Bedside.Arriving(clinic, clock);

        var (seen, noted) = await clinic.As(Role.Nurse, async services =>
        {
            services.GetRequiredService<ClinicScope>().Enter(new(Guid.CreateVersion7(clock.GetUtcNow())), clinic.Person(Role.Nurse));
            var desk = services.GetRequiredService<SessionDesk>();
            return (await desk.Find(bedside.Session, default), await services.GetRequiredService<ChartingDesk>().Note(bedside.Session, new() { Text = "Hello" }, bedside.Stamp(), default));
        });

        Assert.Null(seen);
        Assert.Equal("STO110", Assert.Single(noted.Refusals).Code);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Shows_where_its_journal_was_tampered_with(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.Ready();
        var before = await Walk(clinic);

        await clinic.As(Role.Manager, services => services.GetRequiredService<MooringDb>().Database.ExecuteSqlRawAsync(
            engine == Engine.Sqlite
                ? "UPDATE journal SET \"Bytes\" = CAST(replace(CAST(\"Bytes\" AS TEXT), 'Ben Rowan', 'Tom Sedge') AS BLOB) WHERE \"Seq\" = 3"
                : "UPDATE journal SET \"Bytes\" = convert_to(replace(convert_from(\"Bytes\", 'UTF8'), 'Ben Rowan', 'Tom Sedge'), 'UTF8') WHERE \"Seq\" = 3"));
        var after = await Walk(clinic);

        Assert.Null(before.Break);
        Assert.Equal(3, after.Break!.Seq);
    }

    private static Task<VerifiedJournal> Walk(TestClinic clinic) => clinic.As(
        Role.Manager, async services => (await services.GetRequiredService<VerifyDesk>().Walk(null, default)).Single());
}

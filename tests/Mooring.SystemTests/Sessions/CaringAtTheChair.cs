using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions.Bedside;
using Mooring.Clinical.Sessions.Correcting;
using Mooring.Clinical.Sessions.Limits;
using Mooring.Clinical.Sessions.Preparing;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Demo;
using Mooring.Practice.Bedside;
using Mooring.Practice.Chairs;
using Mooring.Practice.Reporting;
using Mooring.Storage.Journals;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Sessions;

/// <summary>All that happens around the drug, as the desk keeps it.</summary>
public class CaringAtTheChair
{
    private readonly SetClock clock = new(new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Keeps_it_all_and_counts_the_notices_when_the_patient_leaves()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        var id = bedside.Session;
        await bedside.Ready();
        await bedside.Do(Role.Nurse, (LineDesk desk, EntryStamp stamp) => desk.PlaceAccess(id, new() { Pick = "Left forearm", Gauge = "22 G" }, stamp, default));
        var drawn = await bedside.Do(Role.Nurse, (PreparationDesk desk, EntryStamp stamp) => desk.Prepare(id, new() { Lot = "L42", Expires = new(2027, 1, 31), Strength = "50", Drawn = "0.72", Opened = "500", Total = "100" }, stamp, default));
        Assert.Contains((await bedside.By(Role.Nurse, (PreparationDesk desk, EntryStamp stamp) => desk.CheckPreparation(id, new() { Entry = drawn.Preparations[0].Id }, stamp, default))).Refusals, refusal => refusal.Code == "SES131");
        await bedside.Do(Role.Prescriber, (PreparationDesk desk, EntryStamp stamp) => desk.CheckPreparation(id, new() { Entry = drawn.Preparations[0].Id }, stamp, default));
        await bedside.Do(Role.Prescriber, (WatchingDesk desk, EntryStamp stamp) => desk.SetOwnLimit(id, new() { Of = "nibp-sys", Level = LimitLevel.Warn, Kind = BoundKind.AtLeast, Value = "170", Reason = "usual for this patient", ForCourse = true }, stamp, default));
        await bedside.Start();
        await bedside.Do(Role.Nurse, (ComfortDesk desk, EntryStamp stamp) => desk.ChangeComfort(id, new() { Tap = "music|Music on" }, stamp, default));
        await bedside.Do(Role.Nurse, (ComfortDesk desk, EntryStamp stamp) => desk.Comes(id, new() { Name = "Lark Sedge", As = "Therapist" }, stamp, default));
        clock.Pass(10);

        await bedside.Vitals(168, 84);
        Assert.Empty((await Picture(bedside)).Notices);
        clock.Pass(5);
        await bedside.Vitals(184, 112);
        var notice = Assert.Single((await Picture(bedside)).Notices);
        clock.Pass(1);
        await bedside.Do(Role.Nurse, (WatchingDesk desk, EntryStamp stamp) => desk.Acknowledge(id, new() { Group = notice.Group, OpenedAt = notice.OpenedAt.UtcTicks, Action = "Infusion paused" }, stamp, default));
        await bedside.Do(Role.Nurse, (DosingDesk desk, EntryStamp stamp) => desk.Pause(id, new() { Pick = "Pressure" }, stamp, default));
        await bedside.Do(Role.Nurse, (RescueDesk desk, EntryStamp stamp) => desk.GiveRescue(id, new() { Medicine = "Ondansetron", Dose = "4 mg", Route = "IV", For = "Nausea", OrderedBy = "Mara Alder", Way = OrderWay.Verbal, ReadBack = true }, null, stamp, default));
        var asked = await bedside.Do(Role.Nurse, (ComfortDesk desk, EntryStamp stamp) => desk.RaiseConcern(id, new() { Kind = "chest-pain", Words = "it squeezes" }, stamp, default));
        clock.Pass(1);
        await bedside.Do(Role.Nurse, (ComfortDesk desk, EntryStamp stamp) => desk.AnswerConcern(id, new() { Concern = asked.Concerns[0].Id, How = "Looked at it and well" }, stamp, default));
        await bedside.Do(Role.Nurse, (RescueDesk desk, EntryStamp stamp) => desk.SetOxygen(id, new() { Flow = "2", Through = "Nasal cannula" }, stamp, default));
        clock.Pass(5);
        await bedside.Vitals();
        await bedside.Do(Role.Nurse, (RescueDesk desk, EntryStamp stamp) => desk.StopOxygen(id, new(), stamp, default));
        await bedside.Do(Role.Nurse, (DosingDesk desk, EntryStamp stamp) => desk.Resume(id, stamp, default));
        clock.Pass(40);
        await bedside.Do(Role.Nurse, (DosingDesk desk, EntryStamp stamp) => desk.StopInfusion(id, new() { Completed = true }, stamp, default));
        var wasted = await bedside.Do(Role.Nurse, (PreparationDesk desk, EntryStamp stamp) => desk.Waste(id, new() { Milligrams = "464", How = "Drug disposal bottle" }, stamp, default));
        await bedside.Do(Role.Prescriber, (PreparationDesk desk, EntryStamp stamp) => desk.WitnessWaste(id, new() { Entry = wasted.Wastes[0].Id }, stamp, default));
        clock.Pass(125);
        await bedside.Vitals();
        await bedside.Do(Role.Nurse, (LineDesk desk, EntryStamp stamp) => desk.RemoveAccess(id, new() { SiteWell = true }, stamp, default));
        await bedside.Do(Role.Nurse, (LeavingDesk desk, EntryStamp stamp) => desk.CheckStanding(
            id, new() { RestSystolic = "122", RestDiastolic = "76", OneSystolic = "116", OneDiastolic = "74", ThreeSystolic = "119", ThreeDiastolic = "75" }, stamp, default));

        var left = await bedside.Leave();

        var counted = left.Told.Select(entry => entry.What).OfType<NoticesShown>().Single();
        Assert.Equal(["pressure", "symptom"], counted.Notices.Select(line => line.Group));
        Assert.All(counted.Notices, line => Assert.Equal(TimeSpan.FromMinutes(1), line.AnsweredAt - line.OpenedAt));
        var summary = await clinic.As(Role.Manager, services => services.GetRequiredService<NoticeCountDesk>().Over(TimeSpan.FromDays(7), default));
        Assert.Equal((1, 2, 0), (summary.Sessions, summary.Kinds.Sum(kind => kind.Answered), summary.Kinds.Sum(kind => kind.Unanswered)));
        Assert.Equal(2 / summary.Hours, summary.PerHour, 6);
        Assert.All(Timeline.Of(left), line => Assert.EndsWith(".", line.Says, StringComparison.Ordinal));
    }

    private static Task<NoticePicture> Picture(Bedside bedside) => bedside.Clinic.As(Role.Nurse, async services =>
    {
        var desk = services.GetRequiredService<WatchingDesk>();
        return await desk.Notices((await services.GetRequiredService<SessionDesk>().Find(bedside.Session, default))!, default);
    });
}

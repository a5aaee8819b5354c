using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Screening;
using Mooring.Content.Library;
using Mooring.Practice.Notes;
using Mooring.Practice.Plans;

namespace Mooring.Demo;

/// <summary>Makes the demo: four chairs, fourteen people at different stages, one session running and one in recovery.</summary>
public sealed class DemoClinic(DemoStage stage, ClinicalLibrary library, DateTimeOffset now)
{
    private readonly DemoPathway pathway = new(stage, library);
    private readonly DemoBook book = new(stage, now);
    private readonly Dictionary<DemoPerson, Id<Patient>> people = [];

    /// <summary>How long ago the infusion at chair 1 and the last spray at chair 2 were.</summary>
    public static readonly TimeSpan InfusingSince = TimeSpan.FromMinutes(18);

    public static readonly TimeSpan RecoveringSince = TimeSpan.FromMinutes(70);

    /// <summary>The names by which the monitors of chairs 1 to 3 and the pump of chair 1 introduce themselves.</summary>
    public static readonly string[] Monitors = ["00A0C90001000001", "00A0C90001000002", "00A0C90001000003"];

    public const string Pump = "00A0C90002000001";

    /// <summary>The person whose own pages the demo opens.</summary>
    public Id<Patient> Self { get; private set; }

    /// <summary>The numbers of the people whose monitors run, by chair.</summary>
    public Dictionary<int, string> Connected { get; } = [];

    public async Task Make()
    {
        await DemoSettings.Set(stage, now, Ago(days: 45));
        var chairs = await Chairs();
        await book.Open(Ago(days: 40));
        await Early();
        await Middle();
        await Courses(chairs);
        await LongCourses(chairs);
        await Today(chairs);
        await book.Fill(people);
    }

    private async Task<IReadOnlyList<Chair>> Chairs()
    {
        List<Chair> chairs = [];
        for (var number = 1; number <= 4; number++)
        {
            var (name, room) = (FormattableString.Invariant($"Chair {number}"), number <= 2 ? "Cove" : "Lagoon");
            chairs.Add(await stage.Seats(Ago(days: 40)).Chair(name, room, DevicesAt(number)));
        }

        return chairs;
    }

    private static string[] DevicesAt(int chair) =>
        [.. Monitors.Skip(chair - 1).Take(1), .. chair == 1 ? [Pump] : Array.Empty<string>()];

    // Referred, asked, and at risk: before anything is decided.
    private async Task Early()
    {
        people[DemoCast.Referred] = await pathway.Refer(DemoCast.Referred, Ago(hours: 3));
        people[DemoCast.Asked] = Self = await pathway.Refer(DemoCast.Asked, Ago(days: 2));
        await Known(DemoCast.AtRisk, days: 1);
        await Known(DemoCast.Waiting, days: 3);
    }

    // Decided, consented, not yet planned.
    private async Task Middle()
    {
        var not = await Known(DemoCast.NotEligible, days: 6);
        await pathway.Decide(not, DemoCast.NotEligible, EligibilityChoice.NotEligible, "An unsecured aneurysm. Referred back with a letter.", Ago(days: 5));
        var eligible = await Known(DemoCast.Eligible, days: 5);
        await pathway.Decide(eligible, DemoCast.Eligible, EligibilityChoice.Eligible, "Two adequate trials failed; nothing stands against it.", Ago(days: 3));
        await stage.Do(Role.FrontDesk, now, (Practice.Tasks.CallBackDesk desk) => desk.Ask(eligible, Guid.CreateVersion7(now), "Whether the morning medicines are taken on the day of a session.", "After 5 in the afternoon.", default));
        var consented = await Known(DemoCast.Consented, days: 8);
        await pathway.Decide(consented, DemoCast.Consented, EligibilityChoice.Eligible, "Suitable, with the therapist taking part.", Ago(days: 6));
        await pathway.Consent(consented, DemoCast.Consented, Ago(days: 2));
    }

    // People with sessions behind them: questionnaires, notes, calls.
    private async Task Courses(IReadOnlyList<Chair> chairs)
    {
        foreach (var person in new[] { DemoCast.InCourse, DemoCast.ToReview })
        {
            var sessions = person.Phq.Count - 1;
            var id = await Planned(person, startDaysAgo: 4 + 4 * sessions);
            var visits = await pathway.DosingVisits(id, Ago(days: 1));
            foreach (var (number, visit) in visits.Where(visit => visit.What.On < stage.Clinic.DayOf(now)).Take(sessions).Index())
                await Held(id, person, visit, chairs[3].Id, number);
            if (person == DemoCast.InCourse)
                await DemoChart.Fill(stage, id, Ago(days: (4 * sessions) + 12), Ago(hours: 20));
        }
    }

    // One kept well by sessions further and further apart, and one whose course waits.
    private async Task LongCourses(IReadOnlyList<Chair> chairs)
    {
        var kept = await Planned(DemoCast.Maintained, startDaysAgo: 35);
        var today = stage.Clinic.DayOf(now);
        foreach (var (number, visit) in (await pathway.DosingVisits(kept, Ago(days: 30))).Take(4).Index())
            await Held(kept, DemoCast.Maintained, visit, chairs[3].Id, number);
        await pathway.Maintain(kept, 14, today.AddDays(-9), Ago(days: 12));
        var booster = (await pathway.DosingVisits(kept, Ago(days: 9))).First(visit => visit.State == VisitState.Planned && visit.SessionId is null);
        await Held(kept, DemoCast.Maintained, booster, chairs[3].Id, 4);

        var paused = await Planned(DemoCast.Paused, startDaysAgo: 11);
        await Held(paused, DemoCast.Paused, (await pathway.DosingVisits(paused, Ago(days: 11)))[0], chairs[3].Id, 0);
        await pathway.Pause(paused, "A tooth is taken out next week; goes on when the antibiotics are finished.", Ago(days: 8));
    }

    private async Task Today(IReadOnlyList<Chair> chairs)
    {
        var infusing = await Seat(DemoCast.Infusing, chairs[0], now - InfusingSince, 1);
        await infusing.Prepare();
        await infusing.Take(Role.Nurse);
        await infusing.Infuse();
        await infusing.Vitals(5, 128, 80, 78, 98, 14, dissociation: 1);
        await infusing.Vitals(10, 134, 84, 82, 97, 15, sedation: 5, dissociation: 3);
        await infusing.Note(11, "Eye mask on, music playing. Says that the room feels far away, and that this is all right.");

        var recovering = await Seat(DemoCast.Recovering, chairs[1], now - RecoveringSince, 2);
        await recovering.Prepare();
        await recovering.Take(Role.Therapist);
        await recovering.Spray(2);
        await recovering.Vitals(40, 146, 90, 84, 97, 14, sedation: 4, dissociation: 5);
        await recovering.Recover(45);
        await recovering.Vitals(60, 136, 84, 78, 98, 14, dissociation: 2);

        var arriving = await Seat(DemoCast.Arriving, chairs[2], now + TimeSpan.FromMinutes(40), 3);
        await arriving.Arrive();

        foreach (var role in new[] { Role.Nurse, Role.Prescriber, Role.Therapist })
        {
            await stage.Do(role, now, (Practice.Access.PresenceDesk desk) => desk.Come(role != Role.Therapist, default));
        }
    }

    private async Task<DemoSession> Seat(DemoPerson person, Chair chair, DateTimeOffset doseAt, int number)
    {
        var id = await Planned(person, startDaysAgo: 0);
        var visit = (await pathway.DosingVisits(id, now))[0];
        var patient = await stage.Ask(Role.Nurse, now, (Practice.Patients.PatientDesk desk) => desk.Find(id, default));
        Connected[number] = patient!.Number;
        await book.Dosing(id, visit, chair.Id, doseAt);
        await DemoNotes.Write(stage, Role.Therapist, Ago(days: 1), id, "preparation", visit.Id.ToString(), ("intention", "“To be a little less afraid of the evenings.”"), ("fears", "Losing control; being looked at."),
            ("touch", "A hand on the shoulder only, when asked for; “stop” or a raised hand ends it."), ("agreements", "Eye mask, own music, no talk unless the patient begins."));
        return await pathway.Open(id, visit, chair.Id, doseAt);
    }

    /// <summary>Referred, known, found eligible, consented, planned; the first dosing falls so many days before today.</summary>
    private async Task<Id<Patient>> Planned(DemoPerson person, int startDaysAgo)
    {
        var id = await Known(person, days: startDaysAgo + 9);
        await pathway.Decide(id, person, EligibilityChoice.Eligible, "Two adequate trials failed; nothing stands against it.", Ago(days: startDaysAgo + 7));
        await pathway.Consent(id, person, Ago(days: startDaysAgo + 5));
        await pathway.Plan(id, person, stage.Clinic.DayOf(Ago(days: startDaysAgo)), Ago(days: startDaysAgo + 3));
        return id;
    }

    private async Task<Id<Patient>> Known(DemoPerson person, int days)
    {
        var id = await pathway.Refer(person, Ago(days: days + 2));
        await pathway.TakeHistory(id, person, Ago(days: days));
        people[person] = id;
        return id;
    }

    private async Task Held(Id<Patient> id, DemoPerson person, PlannedVisit visit, Id<Chair> chair, int number)
    {
        var doseAt = Local(visit.What.On, 10);
        var session = await pathway.Open(id, visit, chair, doseAt);
        await session.Prepare();
        await session.Infuse();
        await session.Vitals(10, 130, 82, 80, 98, 14, dissociation: 3);
        await session.Vitals(30, 141, 88, 86, 97, 15, sedation: 4, dissociation: 6 - number / 2);
        await session.Stop(40);
        if (number == 1)
            await session.Harm(50, "nausea", 1, "Lay still, fan; passed within ten minutes.");
        await session.Vitals(60, 126, 80, 76, 98, 14, dissociation: 1);
        await session.Vitals(110, 122, 78, 74, 98, 14);
        await session.Leave(112, person.Escort);

        await DemoNotes.Integrate(stage, id, visit, number, doseAt + TimeSpan.FromDays(1));
        if (number == 0)
        {
            await stage.Do(Role.Therapist, doseAt + TimeSpan.FromDays(1), (TherapyNoteDesk desk) => desk.WritePsychotherapy(
                id, Id<PsychotherapyNote>.New(doseAt), "Between us: the brother's illness is nearer than it sounds.", default));
        }

        // The call after the newest session is still to be made.
        if (number < person.Phq.Count - 2)
            await pathway.Call(id, visit, doseAt + TimeSpan.FromDays(1));

        var scored = doseAt + TimeSpan.FromDays(3);
        if (scored < now)
            await pathway.Ask(id, "phq-9", DemoPerson.PhqAnswers(person.Phq[number + 1]), "day-7", scored);
    }

    private DateTimeOffset Ago(int days = 0, int hours = 0) => now - TimeSpan.FromHours(days * 24 + hours);

    private DateTimeOffset Local(DateOnly day, int hour)
    {
        var local = day.ToDateTime(new TimeOnly(hour, 0));
        return new(local, stage.Clinic.Zone.GetUtcOffset(local));
    }
}

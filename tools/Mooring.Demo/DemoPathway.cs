using System.Globalization;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Screening;
using Mooring.Clinical.Sessions;
using Mooring.Content.Library;
using Mooring.Practice.Bedside;
using Mooring.Practice.Consents;
using Mooring.Practice.Courses;
using Mooring.Practice.FollowUp;
using Mooring.Practice.Histories;
using Mooring.Practice.Patients;
using Mooring.Practice.Planning;
using Mooring.Practice.Plans;
using Mooring.Practice.Questionnaires;
using Mooring.Practice.Referrals;
using Mooring.Practice.Screening;

namespace Mooring.Demo;

/// <summary>The steps of the pathway, taken by the people whose work they are, through the product's own desks.</summary>
public sealed class DemoPathway(DemoStage stage, ClinicalLibrary library)
{
    private static readonly DayOfWeek[] EveryDay = Enum.GetValues<DayOfWeek>();

    public Task<Id<Patient>> Refer(DemoPerson person, DateTimeOffset at) => stage.Do(
        Role.FrontDesk,
        at,
        (ReferralDesk desk) => desk.TakeIn(
            new()
            {
                GivenName = person.Given,
                FamilyName = person.Family,
                BirthDate = person.Born,
                Sex = person.Sex,
                Pronoun = person.Pronoun,
                Language = person.Language,
                Phone = "+1 555 0142",
                From = "Dr. Willa Oakes",
                Reason = person.Reason,
                Urgency = person.Urgency,
            },
            default));

    /// <summary>History, goals, pressure and weight, the three questionnaires; every list gone through together.</summary>
    public async Task TakeHistory(Id<Patient> id, DemoPerson person, DateTimeOffset at)
    {
        var known = (await stage.Ask(Role.Nurse, at, (PatientDesk desk) => desk.Find(id, default)))!;
        await stage.Do(Role.Nurse, at, (PatientDesk desk) => desk.Change(known with { Escort = person.Escort }, default));
        List<HistoryChange> told =
        [
            new TrialReported(new("sertraline", 150, 9, 90, 20, true)),
            new TrialReported(new("venlafaxine", 225, 8, 90, 10, true)),
            new ConditionReported(new("Major depressive disorder, recurrent", "F33.2", null, ConditionStatus.Active)),
            new MedicineReported(new(person.Medicine ?? "sertraline", null, IsTaken: true)),
            new GoalReported("Get up before nine and see a friend once a week."),
            .. library.Words.Questions.Keys.Select(question => new QuestionAnswered(question, question is "can-consent" or "has-escort")),
            .. Enum.GetValues<HistoryList>().Select(list => new ListReviewed(list)),
        ];
        if (person.Condition is { } condition)
            told.Insert(0, new ConditionReported(new(condition, person.Icd10, null, ConditionStatus.Active)));
        await stage.Do(Role.Nurse, at, (HistoryDesk desk) => desk.Change(id, told, default));
        foreach (var (measure, value) in Measures(person))
            await stage.Do(Role.Nurse, at, (MeasurementDesk desk) => desk.Add(id, Id<Measurement>.New(at), measure, value, at, default));
        await Ask(id, "phq-9", DemoPerson.PhqAnswers(person.Phq[0], person.Item9), "intake", at);
        await Ask(id, "gad-7", [2, 2, 1, 2, 1, 1, 2], "intake", at);
        if (person.Item9 == 0)
            await Ask(id, "c-ssrs-screener", [0, 0, null, null, null, 0, null], "intake", at);
    }

    // Another prescriber than the one who decides, as the clinic asks it of everybody.
    private static readonly Actor Director = new(Guid.Parse("0198a000-0000-7000-8000-0000000000d1"), "Quill Maple", Role.Prescriber);

    public Task Ask(Id<Patient> id, string instrument, IReadOnlyList<int?> answers, string occasion, DateTimeOffset at) => stage.Do(
        Role.Nurse, at, (QuestionnaireDesk desk) => desk.Enter(id, Id<Clinical.Instruments.AnswerSheet>.New(at), instrument, answers, occasion, at, false, default));

    public async Task Decide(Id<Patient> id, DemoPerson person, EligibilityChoice choice, string reason, DateTimeOffset at)
    {
        var evaluation = await stage.Ask(Role.Prescriber, at, (ScreeningDesk desk) => desk.Evaluate(id, person.Protocol, default));
        var draft = new EligibilityDraft
        {
            Choice = choice,
            Reason = reason,
            Reasons = choice == EligibilityChoice.NotEligible
                ? new Dictionary<string, string>(StringComparer.Ordinal)
                : evaluation.Standing.Select(finding => finding.Rule).Distinct().ToDictionary(rule => rule, _ => "Gone through together today; see the visit note.", StringComparer.Ordinal),
        };
        var decided = await stage.Do(Role.Prescriber, at, (ScreeningDesk desk) => desk.Decide(id, Id<EligibilityDecision>.New(at), person.Protocol, draft, default));
        if (decided.AwaitsDirector && !(await stage.As(Director, at, (ScreeningDesk desk) => desk.Agree(id, decided.Id, default))).IsDone)
            throw new InvalidOperationException("The demo's medical director was refused.");
    }

    public async Task Consent(Id<Patient> id, DemoPerson person, DateTimeOffset at)
    {
        var protocol = library.Protocols.Single(protocol => protocol.Id == person.Protocol);
        var form = library.Consents
            .Single(form => form.Id == protocol.Consent && form.Language == (person.Language == Language.Spanish ? "es" : "en"))
            .As(Clinical.Protocols.Treatment.Of(protocol));
        await stage.Do(Role.Nurse, at, (ConsentDesk desk) => desk.Sign(
            id,
            Id<Clinical.Consent.SignedConsent>.New(at),
            person.Protocol,
            new()
            {
                Language = form.Language,
                Ticked = [.. form.Statements.Select(statement => statement.Id)],
                Answers = form.Questions.ToDictionary(question => question.Id, question => question.Right, StringComparer.Ordinal),
                Permissions = form.Permissions.ToDictionary(permission => permission.Id, permission => permission.Id == "may-touch", StringComparer.Ordinal),
                Asked = "May my sister stay with me?",
                Told = "Yes, in the room, until the dosing begins and again in recovery.",
                Signature = person.Name,
            },
            default));
    }

    public Task Plan(Id<Patient> id, DemoPerson person, DateOnly first, DateTimeOffset at)
    {
        var isInfusion = person.Protocol == "TRD-IV-STD";
        return stage.Do(Role.Prescriber, at, (PlanDesk desk) => desk.Sign(
            id,
            Id<Plan>.New(at),
            new()
            {
                ProtocolId = person.Protocol,
                Weight = person.Kilograms.ToString(CultureInfo.InvariantCulture),
                WeighedOn = stage.Clinic.DayOf(at),
                Dose = person.Dose,
                DoseUnit = person.DoseUnit,
                Minutes = isInfusion ? "40" : null,
                Bag = isInfusion ? "100" : null,
                Stock = person.DoseUnit == "devices" ? null : "50",
                Sessions = person.Sessions?.ToString(CultureInfo.InvariantCulture),
                FirstDosing = first,
                OpenDays = EveryDay,
                IsClosedMeant = true,
                Reasons = new Dictionary<string, string>(StringComparer.Ordinal),
            },
            default));
    }

    /// <summary>The dosing visits of the plan, in order.</summary>
    public async Task<IReadOnlyList<PlannedVisit>> DosingVisits(Id<Patient> id, DateTimeOffset at) =>
        [.. (await stage.Ask(Role.Nurse, at, (VisitDesk desk) => desk.Of(id, default)))
            .Where(visit => visit.What.Kind == VisitKind.Dosing).OrderBy(visit => visit.What.On)];

    public async Task<DemoSession> Open(Id<Patient> id, PlannedVisit visit, Id<Chair> chair, DateTimeOffset doseAt)
    {
        var at = doseAt - TimeSpan.FromMinutes(45);
        var session = await stage.Do(Role.Nurse, at, (SessionOpening door) => door.Open(
            id, visit.Id, Id<Session>.New(at), Stamp.At(at), default));
        return new(stage, session, chair, doseAt);
    }

    /// <summary>After the induction: how far apart the sessions lie from now on.</summary>
    public Task Maintain(Id<Patient> id, int days, DateOnly first, DateTimeOffset at) => stage.Do(Role.Prescriber, at, (MaintenanceDesk desk) => desk.Decide(
        id,
        Id<CourseEvent>.New(at),
        new() { Choice = IntervalChoice.Begin, Days = days, First = first, Visits = 3, Reason = "The response held for two weeks and faded in the third; closer at first." },
        default));

    public Task Pause(Id<Patient> id, string reason, DateTimeOffset at) => stage.Do(Role.Prescriber, at, (CourseStepsDesk desk) => desk.Decide(
        id, Id<CourseEvent>.New(at), new(CourseAct.Paused, reason), default));

    /// <summary>The call on the day after a session.</summary>
    public async Task Call(Id<Patient> id, PlannedVisit session, DateTimeOffset at)
    {
        var call = (await stage.Ask(Role.Nurse, at, (VisitDesk desk) => desk.Of(id, default)))
            .First(visit => visit.What.Kind == VisitKind.FollowUpCall && visit.Plan == session.Plan && visit.What.Session == session.What.Session);
        await stage.Do(Role.Nurse, at, (FollowUpDesk desk) => desk.Record(
            id,
            call.Id,
            Id<FollowUpCall>.New(at),
            new()
            {
                Result = CallResult.Reached,
                Mood = 6,
                SideEffects = "Tired in the evening, nothing else.",
                Sleep = "Slept through.",
                SuicidalThoughts = Finding.NotMet,
            },
            default));
    }

    private static IEnumerable<(string Measure, double Value)> Measures(DemoPerson person)
    {
        yield return ("systolic", person.Pressure.Systolic);
        yield return ("diastolic", person.Pressure.Diastolic);
        yield return ("systolic", person.Pressure.Systolic - 2);
        yield return ("diastolic", person.Pressure.Diastolic - 1);
        yield return ("spo2", 98);
        yield return ("weight", person.Kilograms);
        yield return ("bmi", 25);
        yield return ("egfr", 92);
        yield return ("urinalysis", 0);
        yield return ("alt", 24);
        yield return ("tsh", 1.8);
        yield return ("pdmp", 1);
        yield return ("drug-screen", 0);
        yield return ("qtc", 418);
    }
}

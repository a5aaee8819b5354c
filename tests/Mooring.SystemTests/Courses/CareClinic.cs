using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Consent;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Screening;
using Mooring.Content.Library;
using Mooring.Practice.Consents;
using Mooring.Practice.Histories;
using Mooring.Practice.Planning;
using Mooring.Practice.Plans;
using Mooring.Practice.Questionnaires;
using Mooring.Practice.Referrals;
using Mooring.Practice.Screening;
using Mooring.Practice.Surveillance;
using Mooring.Practice.Tasks;
using Mooring.Storage;
using Mooring.Storage.Jobs;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Courses;

/// <summary>A clock that a test moves.</summary>
public sealed class MovedClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>Takes one synthetic person through the steps before a session, by the desks alone.</summary>
internal sealed class CareClinic(TestClinic clinic, MovedClock clock) : IAsyncDisposable
{
    public const string Protocol = "KAP-IM";

    public TestClinic Clinic => clinic;

    public MovedClock Clock => clock;

    public Id<Patient> Patient { get; private set; }

    public static async Task<CareClinic> WithSomeoneTakenIn(Engine engine = Engine.Sqlite, bool start = false)
    {
        var clock = new MovedClock();
        var care = new CareClinic(await (start ? TestClinic.Start(engine, clock) : TestClinic.Open(engine, clock)), clock);
        care.Patient = await care.TakeIn("Noor", "Willow");
        return care;
    }

    /// <summary>Someone whose history is reviewed and holds nothing that stops.</summary>
    public static async Task<CareClinic> WithSomeoneKnown(Engine engine = Engine.Sqlite, bool start = false)
    {
        var care = await WithSomeoneTakenIn(engine, start);
        await care.Tell();
        return care;
    }

    public async Task<Id<Patient>> TakeIn(string given, string family) => (await Ask(Role.FrontDesk, services => services.GetRequiredService<ReferralDesk>().TakeIn(
        new() { IsAnother = true, GivenName = given, FamilyName = family, BirthDate = new(1984, 3, 9), Sex = Clinical.Facts.Sex.Male, From = "Dr. Fern", Reason = "Two trials did not help." },
        CancellationToken.None))).Value;

    /// <summary>Does the jobs that are due by the clock of the test, as the server would within seconds.</summary>
    public async Task DoJobs()
    {
        await clinic.Services.GetRequiredService<TaskRecount>().Settled();
        await clinic.Services.GetRequiredService<JobRunner>().Round([clinic.Clinic.Id], CancellationToken.None);
    }

    /// <summary>What stands before somebody of this role now.</summary>
    /// <param name="me">Another person than the one of the role.</param>
    public async Task<IReadOnlyList<WaitingTask>> WaitingFor(Role role, Guid? me = null)
    {
        await DoJobs();
        var person = clinic.Person(role);
        return await Ask(role, services => services.GetRequiredService<WaitingDesk>().Now(me is { } other ? new(other, "Quill Maple", role) : person, CancellationToken.None));
    }

    public Task<T> Ask<T>(Role role, Func<IServiceProvider, Task<T>> work) => clinic.As(role, work);

    public async Task Tell(params HistoryChange[] more)
    {
        var told = await Ask(Role.Nurse, services =>
        {
            var questions = services.GetRequiredService<ClinicalLibrary>().Words.Questions.Keys;
            HistoryChange[] all =
            [
                .. questions.Select(question => new QuestionAnswered(question, question is "can-consent" or "has-escort")),
                .. more,
                .. Enum.GetValues<HistoryList>().Select(list => new ListReviewed(list)),
            ];
            return services.GetRequiredService<HistoryDesk>().Change(Patient, all, CancellationToken.None);
        });
        Assert.Empty(told.Refusals);
    }

    public Task<Evaluation> Evaluate() => Ask(Role.Prescriber, services => services.GetRequiredService<ScreeningDesk>().Evaluate(Patient, Protocol, CancellationToken.None));

    /// <summary>Decides "eligible", with a reason for everything that may be passed; a medical director agrees where one is asked for.</summary>
    public async Task<Outcome<EligibilityDecision>> FindEligible()
    {
        var decided = await PassAll();
        return decided is { IsDone: true, Value.AwaitsDirector: true } ? await Agree(decided.Value.Id, Director) : decided;
    }

    /// <summary>Who answers for the clinic and signs in as themselves.</summary>
    public static Actor Director { get; } = new(Guid.Parse("00000000-0000-7000-8000-0000000000d1"), "Quill Maple", Role.Prescriber);

    public Task<Outcome<EligibilityDecision>> Agree(Id<EligibilityDecision> decision, Actor by) => Ask(Role.Prescriber, services =>
    {
        services.GetRequiredService<ClinicScope>().Enter(clinic.Clinic.Id, clinic.Rights.Give(by));
        return services.GetRequiredService<ScreeningDesk>().Agree(Patient, decision, CancellationToken.None);
    });

    /// <summary>The prescriber's decision alone.</summary>
    public async Task<Outcome<EligibilityDecision>> PassAll()
    {
        var evaluation = await Evaluate();
        var draft = new EligibilityDraft
        {
            Choice = EligibilityChoice.Eligible,
            Reasons = evaluation.Standing.Select(finding => finding.Rule).Distinct(StringComparer.Ordinal).ToDictionary(rule => rule, _ => "Looked into; see letter.", StringComparer.Ordinal),
        };
        return await Decide(draft);
    }

    public Task<Outcome<EligibilityDecision>> Decide(EligibilityDraft draft, Role by = Role.Prescriber) => Ask(by, services => services
        .GetRequiredService<ScreeningDesk>().Decide(Patient, Id<EligibilityDecision>.New(clock.Now), Protocol, draft, CancellationToken.None));

    public Task<DecisionInForce?> Standing() =>
        Ask(Role.Prescriber, services => services.GetRequiredService<ScreeningDesk>().CurrentDecision(Patient, CancellationToken.None));

    public async Task<Outcome<SignedConsent>> Consent(string? wrong = null)
    {
        return await Ask(Role.Nurse, services => services.GetRequiredService<ConsentDesk>().Sign(
            Patient, Id<SignedConsent>.New(clock.Now), Protocol, Answers(services, wrong), CancellationToken.None));
    }

    /// <summary>A consent form filled in as it should be, or with a wrong answer to one question.</summary>
    public static ConsentAnswers Answers(IServiceProvider services, string? wrong = null)
    {
        var content = services.GetRequiredService<CourseContent>();
        var form = content.Consent(content.Protocol(Protocol)!, "en");
        return new()
        {
            Ticked = [.. form.Statements.Select(statement => statement.Id)],
            Answers = form.Questions.ToDictionary(
                question => question.Id,
                question => question.Id == wrong ? question.Choices.First(choice => choice.Id != question.Right).Id : question.Right,
                StringComparer.Ordinal),
            Permissions = form.Permissions.ToDictionary(permission => permission.Id, _ => false, StringComparer.Ordinal),
            Asked = "How long does it last?",
            Told = "Mostly under two hours.",
            Signature = "Noor Willow",
        };
    }

    public static PlanForm PlanForm(string dose) => new()
    {
        ProtocolId = Protocol,
        Weight = "72.5",
        WeighedOn = new(2026, 3, 2),
        Dose = dose,
        DoseUnit = "mg",
        FirstDosing = new(2026, 3, 17),
        OpenDays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
        Reasons = new Dictionary<string, string>(StringComparer.Ordinal) { [Plan.Indication] = "Treated for what the letter says." },
    };

    /// <summary>Signs a plan; what is missing before its first session is gone without.</summary>
    public async Task<Outcome<SignedPlan>> Sign(PlanForm form, Role by = Role.Prescriber)
    {
        var signed = await Ask(by, services => services.GetRequiredService<PlanDesk>().Sign(Patient, Id<Plan>.New(clock.Now), form, CancellationToken.None));
        if (signed.IsDone)
            await GoWithout("Known from the referring clinic.");
        return signed;
    }

    /// <summary>A prescriber goes without whatever is missing of the baseline.</summary>
    public Task<Outcome<BaselineWaiver>> GoWithout(string reason) => Ask(Role.Prescriber, async services =>
    {
        var desk = services.GetRequiredService<BaselineDesk>();
        var missing = (await desk.Of(Patient, CancellationToken.None)).Where(each => each.IsMissing).Select(each => each.Item.Id).ToList();
        return await desk.Waive(Patient, Id<BaselineWaiver>.New(clock.Now), missing, reason, CancellationToken.None);
    });

    public async Task<Outcome<AnswerSheet>> Answer(string instrument, params int?[] answers) => await Ask(Role.Nurse, services => services
        .GetRequiredService<QuestionnaireDesk>().Enter(Patient, Id<AnswerSheet>.New(clock.Now), instrument, answers, "referral", clock.Now, isFromPaper: false, CancellationToken.None));

    /// <summary>Everything that is asked before screening is decided, with nothing in it that stops.</summary>
    public async Task FillIn()
    {
        Assert.Empty((await Answer("phq-9", 2, 2, 2, 2, 2, 2, 2, 1, 0)).Refusals);
        Assert.Empty((await Answer("gad-7", 1, 1, 1, 1, 1, 1, 1)).Refusals);
        Assert.Empty((await Answer("c-ssrs-screener", 0, 0, null, null, null, 0, null)).Refusals);
    }

    public ValueTask DisposeAsync() => clinic.DisposeAsync();
}

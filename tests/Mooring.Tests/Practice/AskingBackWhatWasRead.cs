using Mooring.Clinical;
using Mooring.Clinical.Education;
using Mooring.Clinical.Patients;
using Mooring.Practice.Education;

namespace Mooring.Tests.Practice;

/// <summary>Patients are asked back what they read; a wrong answer is explained and asked again, and the chart says so.</summary>
public class AskingBackWhatWasRead
{
    private static readonly Dictionary<string, string> AllRight = new(StringComparer.Ordinal) { ["escort"] = "call", ["food"] = "wait", ["alcohol"] = "tell", ["own-drugs"] = "ask" };

    [Fact]
    public async Task Asks_again_what_was_answered_wrong_until_it_is_understood()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.Planned(clinic);

        var first = await Answer(clinic, patient, new(AllRight, StringComparer.Ordinal) { ["alcohol"] = "hide" });
        var between = await So(clinic, patient);
        var second = await Answer(clinic, patient, new(StringComparer.Ordinal) { ["alcohol"] = "tell" });
        var after = await So(clinic, patient);

        Assert.True(first.IsDone && second.IsDone);
        Assert.Equal((3, "alcohol", "Say nothing"), (between.Right, between.Open.Single().Id, between.LastOf(between.Open[0])!.Says));
        Assert.Equal((4, 2, 0), (after.Right, after.Tries.Count, after.Open.Count));
        Assert.Equal("alcohol", after.Tries[1].Answers.Single().Question);
        Assert.Equal(["EDU102"], Codes(await Answer(clinic, patient, AllRight)));
    }

    [Fact]
    public async Task Names_each_question_without_an_answer_and_keeps_nothing()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.Planned(clinic);

        var refused = await Answer(clinic, patient, new(StringComparer.Ordinal) { ["escort"] = "call", ["food"] = "no such choice" });

        Assert.Equal(["food", "alcohol", "own-drugs"], refused.Refusals.Select(refusal => refusal.At));
        Assert.False((await So(clinic, patient)).IsAsked);
    }

    [Fact]
    public async Task Counts_a_form_that_comes_twice_once_and_asks_whose_it_is()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.Planned(clinic);
        var id = Id<TeachBackTry>.New(clinic.Clock.GetUtcNow());

        await Answer(clinic, patient, AllRight, id);
        await Answer(clinic, patient, AllRight, id);
        var others = await clinic.As(Role.FrontDesk, (TeachBackDesk desk) => desk.Answer(patient, new(Guid.CreateVersion7()), "prepare", Language.English, AllRight, default));
        var nothing = await clinic.As(Role.Nurse, (TeachBackDesk desk) => desk.Answer(patient, new(Guid.CreateVersion7()), "faq", Language.English, AllRight, default));

        Assert.Single((await So(clinic, patient)).Tries);
        Assert.Equal(["WEB150"], Codes(others));
        Assert.Equal(["EDU103"], Codes(nothing));
    }

    private static Task<Outcome<TeachBackTry>> Answer(ClinicInMemory clinic, Id<Patient> patient, Dictionary<string, string> answers, Id<TeachBackTry>? id = null) =>
        clinic.As(Role.Nurse, (TeachBackDesk desk) => desk.Answer(patient, id ?? new(Guid.CreateVersion7()), "prepare", Language.English, answers, default));

    private static async Task<Understanding> So(ClinicInMemory clinic, Id<Patient> patient) =>
        (await clinic.As(Role.Nurse, (TeachBackDesk desk) => desk.Of(patient, Language.English, default))).Single(one => one.Text == "prepare");

    private static IEnumerable<string> Codes<T>(Outcome<T> outcome) => outcome.Refusals.Select(refusal => refusal.Code);
}

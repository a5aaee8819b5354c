using Mooring.Clinical;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Practice.Bedside;

namespace Mooring.Tests.Practice;

/// <summary>The checklist shows what the chart knows, and a yes that it does not bear out asks for a word.</summary>
public class AnsweringWhatTheChartKnows
{
    private const string Risk = "check-suicide-risk";
    private const string Weight = "confirm-weight";

    [Fact]
    public async Task Asks_for_a_word_on_questionnaires_that_nobody_answered()
    {
        await using var clinic = await ClinicInMemory.Open();
        var seat = await Seated(clinic);

        var bare = await Answer(clinic, seat, new() { Item = Risk, Answer = GateAnswer.Met });
        var no = await Answer(clinic, seat, new() { Item = Risk, Answer = GateAnswer.NotMet });
        var said = await Answer(clinic, seat, new() { Item = Risk, Answer = GateAnswer.Met, Note = "Both asked on paper today." });

        Assert.Equal(["STO192"], bare.Refusals.Select(refusal => refusal.Code));
        Assert.StartsWith("Patient Health Questionnaire", bare.Refusals[0].Says, StringComparison.Ordinal);
        Assert.Empty(no.Refusals.Concat(said.Refusals));
    }

    [Fact]
    public async Task Takes_todays_weight_and_asks_for_a_new_one_when_it_is_old()
    {
        await using var clinic = await ClinicInMemory.Open();
        var seat = await Seated(clinic);
        var fresh = (await Known(clinic, seat))[Weight];

        clinic.Clock.Pass(24 * 60);
        var old = (await Known(clinic, seat))[Weight];
        var bare = await Answer(clinic, seat, new() { Item = Weight, Answer = GateAnswer.Met, Value = old.Value });
        var weighed = await Answer(clinic, seat, new() { Item = Weight, Answer = GateAnswer.Met, Value = "73 kg today" });

        Assert.Equal(("In the plan: 72 kg, Mar 2, today.", null), (fresh.Says, fresh.Asks));
        Assert.StartsWith("The last weight is 72 kg, Mar 2: not today", old.Asks, StringComparison.Ordinal);
        Assert.Equal(["STO192"], bare.Refusals.Select(refusal => refusal.Code));
        Assert.Empty(weighed.Refusals);
    }

    private static async Task<ChairInMemory> Seated(ClinicInMemory clinic)
    {
        var seat = await ChairInMemory.Arriving(clinic);
        await seat.Do(Role.Nurse, (ArrivingDesk desk) => desk.CheckIn(seat.Session, new() { Chair = seat.Chair.Value, Name = true, BirthDate = true }, seat.Stamp(), default));
        return seat;
    }

    private static async Task<IReadOnlyDictionary<string, GateShown>> Known(ClinicInMemory clinic, ChairInMemory seat)
    {
        var session = (await clinic.As(Role.Nurse, (SessionDesk desk) => desk.Find(seat.Session, default)))!;
        return await clinic.As(Role.Nurse, (ClearanceDesk desk) => desk.KnownOfGates(session, default));
    }

    private static Task<Outcome<Mooring.Clinical.Sessions.Session>> Answer(ClinicInMemory clinic, ChairInMemory seat, GateTyped typed) =>
        clinic.As(Role.Nurse, (ClearanceDesk desk) => desk.AnswerGates(seat.Session, new() { Gates = [typed] }, seat.Stamp(), default));
}

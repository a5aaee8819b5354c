using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Histories;
using Mooring.Practice.Merging;
using Mooring.Practice.Patients;
using Mooring.Practice.Tasks;
using Mooring.Storage;

namespace Mooring.Tests.Practice;

/// <summary>Two charts become one, and two again.</summary>
public class TwoChartsOfOnePerson
{
    private const string Because = "The same passport and phone.";

    [Fact]
    public async Task Become_one_in_which_everything_of_both_is_found()
    {
        await using var clinic = await ClinicInMemory.Open();
        var (stays, other) = await Both(clinic);
        await Measured(clinic, other, 71);
        await CallBack(clinic, other);

        var merged = await Join(clinic, stays, other);

        Assert.Empty(merged.Refusals);
        Assert.Equal(["71"], await Weights(clinic, stays));
        Assert.Equal(["latex", "penicillin"], await Allergies(clinic, stays));
        Assert.Contains(await Waiting(clinic), task => task.Kind == TaskKind.CallBack && task.Patient == stays.Value);
        Assert.DoesNotContain(await Waiting(clinic), task => task.Patient == other.Value);
    }

    [Fact]
    public async Task Leave_the_old_number_to_lead_to_the_chart_that_stays()
    {
        await using var clinic = await ClinicInMemory.Open();
        var (stays, other) = await Both(clinic);
        var number = (await clinic.As(Role.Nurse, (PatientDesk desk) => desk.Find(other, default)))!.Number;
        await Join(clinic, stays, other);

        var found = await clinic.As(Role.Nurse, (PatientDesk desk) => desk.Search(number, default));
        var all = await clinic.As(Role.Nurse, (PatientDesk desk) => desk.Search(null, default));
        var counting = await clinic.As(Role.Nurse, (PatientDesk desk) => desk.FindCounting(other, default));

        Assert.Equal([stays], found.Select(patient => patient.Id));
        Assert.Equal([stays], all.Select(patient => patient.Id));
        Assert.Equal(stays, counting!.Id);
    }

    [Fact]
    public async Task Are_two_again_with_what_each_had_and_what_came_since_stays()
    {
        await using var clinic = await ClinicInMemory.Open();
        var (stays, other) = await Both(clinic);
        await Measured(clinic, stays, 80);
        await Measured(clinic, other, 71);
        var merge = (await Join(clinic, stays, other)).Value!;
        await Measured(clinic, stays, 79);

        var undone = await clinic.As(Role.Nurse, (MergeDesk desk) => desk.Undo(merge.Id, "Two cousins.", default));
        var again = await clinic.As(Role.Nurse, (MergeDesk desk) => desk.Undo(merge.Id, "Two cousins.", default));

        Assert.Empty(undone.Refusals);
        Assert.Equal(["MRG108"], again.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(["79", "80"], await Weights(clinic, stays));
        Assert.Equal(["71"], await Weights(clinic, other));
        Assert.Equal(["penicillin"], await Allergies(clinic, stays));
        Assert.Equal(["latex"], await Allergies(clinic, other));
    }

    [Fact]
    public async Task Keep_what_was_written_in_the_history_since_when_they_are_two_again()
    {
        await using var clinic = await ClinicInMemory.Open();
        var (stays, other) = await Both(clinic);
        var merge = (await Join(clinic, stays, other)).Value!;
        await Allergic(clinic, stays, "iodine");

        await clinic.As(Role.Nurse, (MergeDesk desk) => desk.Undo(merge.Id, "Two cousins.", default));

        Assert.Contains("iodine", await Allergies(clinic, stays));
        Assert.Equal(["latex"], await Allergies(clinic, other));
    }

    [Fact]
    public async Task Take_in_what_somebody_wrote_to_the_old_address_in_the_same_moment()
    {
        await using var clinic = await ClinicInMemory.Open();
        var (stays, other) = await Both(clinic);
        await Join(clinic, stays, other);

        await Measured(clinic, other, 68);
        await Waiting(clinic);

        Assert.Equal(["68"], await Weights(clinic, stays));
    }

    [Fact]
    public async Task Are_not_merged_out_of_a_chart_whose_sessions_are_sealed()
    {
        await using var clinic = await ClinicInMemory.Open();
        var seat = await ChairInMemory.Arriving(clinic);
        var other = await ChairInMemory.TakenIn(clinic, "Noora");

        var away = await Join(clinic, other, seat.Patient);
        var into = await Join(clinic, seat.Patient, other);

        Assert.Equal(["MRG104"], away.Refusals.Select(refusal => refusal.Code));
        Assert.Empty(into.Refusals);
    }

    [Fact]
    public async Task Are_refused_for_what_does_not_fit()
    {
        await using var clinic = await ClinicInMemory.Open();
        var (stays, other) = await Both(clinic);

        string[] codes =
        [
            .. Codes(await Join(clinic, stays, stays)),
            .. Codes(await Join(clinic, stays, other, " ")),
            .. Codes(await clinic.As(Role.FrontDesk, (MergeDesk desk) => desk.Join(stays, other, Because, default))),
            .. Codes(await Join(clinic, stays, other)),
            .. Codes(await Join(clinic, stays, other)),
        ];

        Assert.Equal(["MRG101", "MRG102", "WEB150", "MRG103"], codes);
    }

    [Fact]
    public async Task Are_found_when_a_name_or_birth_date_is_changed()
    {
        await using var clinic = await ClinicInMemory.Open();
        var (stays, other) = (await ChairInMemory.TakenIn(clinic, "Noor"), await ChairInMemory.TakenIn(clinic, "Zoe"));
        var zoe = (await clinic.As(Role.Nurse, (PatientDesk desk) => desk.Find(other, default)))!;

        var asked = await clinic.As(Role.FrontDesk, (PatientDesk desk) => desk.Change(zoe with { GivenName = "Noor" }, zoe, default));
        var phone = await clinic.As(Role.FrontDesk, (PatientDesk desk) => desk.Change(zoe with { Phone = "+1 555 0100" }, zoe, default));
        var meant = await clinic.As(Role.FrontDesk, (PatientDesk desk) => desk.Change(zoe with { GivenName = "Noor" }, zoe, default, isAnother: true));

        Assert.Equal(["MRG110"], Codes(asked));
        Assert.Empty(phone.Refusals.Concat(meant.Refusals));
        Assert.Equal([stays], (await clinic.As(Role.Nurse, (MergeDesk desk) => desk.Likely(other, default))).Select(one => one.Id));
    }

    // Each table that says whose something is, is moved or has its reason not to be.
    [Fact]
    public async Task Leave_behind_only_what_may_not_or_need_not_move()
    {
        await using var clinic = await ClinicInMemory.Open();
        var with = await clinic.As(Role.Nurse, (MooringDb db) =>
            Task.FromResult(db.Model.GetEntityTypes().Where(type => type.FindProperty("PatientId") is not null).Select(type => type.GetTableName()!).Order(StringComparer.Ordinal).ToList()));
        var moved = await clinic.As(Role.Nurse, (MergeDesk desk) => Task.FromResult(desk.Tables));

        Assert.Equal(
            ["adverse_events", "audit", "decision_facts", "device_alarms", "histories", "imported", "merges", "readings", "scores", "session_facts", "sessions", "task_marks"],
            with.Except(moved));
        Assert.Contains("consents", moved);
    }

    private static async Task<(Id<Patient> Stays, Id<Patient> Other)> Both(ClinicInMemory clinic)
    {
        var (stays, other) = (await ChairInMemory.TakenIn(clinic, "Noor"), await ChairInMemory.TakenIn(clinic, "Noora"));
        await Allergic(clinic, stays, "penicillin");
        await Allergic(clinic, other, "latex");
        return (stays, other);
    }

    private static Task<Outcome<History>> Allergic(ClinicInMemory clinic, Id<Patient> patient, string to) =>
        clinic.As(Role.Nurse, (HistoryDesk desk) => desk.Change(patient, new AllergyReported(new(to, null)), default));

    private static async Task<string[]> Allergies(ClinicInMemory clinic, Id<Patient> patient) =>
        [.. (await clinic.As(Role.Nurse, (HistoryDesk desk) => desk.Of(patient, default))).Allergies.Select(allergy => allergy.Name).Order(StringComparer.Ordinal)];

    private static async Task Measured(ClinicInMemory clinic, Id<Patient> patient, double kilograms)
    {
        var weight = (await clinic.As(Role.Nurse, (MeasurementDesk desk) => Task.FromResult(desk.Known))).First(measure => measure.Code == "29463-7").Id;
        clinic.Clock.Pass(1);
        Assert.Empty((await clinic.As(Role.Nurse, (MeasurementDesk desk) => desk.Add(patient, Id<Measurement>.New(clinic.Clock.GetUtcNow()), weight, kilograms, clinic.Clock.GetUtcNow(), default))).Refusals);
    }

    private static async Task<string[]> Weights(ClinicInMemory clinic, Id<Patient> patient) =>
        [.. (await clinic.As(Role.Nurse, (MeasurementDesk desk) => desk.Of(patient, default))).Select(one => one.Observation.Value.Value.ToString("0", System.Globalization.CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal)];

    private static Task<Outcome<Guid>> CallBack(ClinicInMemory clinic, Id<Patient> patient) =>
        clinic.As(Role.FrontDesk, (CallBackDesk desk) => desk.Ask(patient, Guid.CreateVersion7(clinic.Clock.GetUtcNow()), "Who drives me home?", null, default));

    private static Task<Outcome<Merge>> Join(ClinicInMemory clinic, Id<Patient> stays, Id<Patient> other, string because = Because) =>
        clinic.As(Role.Nurse, (MergeDesk desk) => desk.Join(stays, other, because, default));

    private static async Task<IReadOnlyList<WaitingTask>> Waiting(ClinicInMemory clinic)
    {
        await clinic.As(Role.Nurse, async (TaskRecount recount) =>
        {
            await recount.Settled();
            return true;
        });
        return await clinic.As(Role.Nurse, (WaitingDesk desk) => desk.All(ClinicInMemory.Person(Role.Nurse), default));
    }

    private static IEnumerable<string> Codes<T>(Outcome<T> outcome) => outcome.Refusals.Select(refusal => refusal.Code);
}

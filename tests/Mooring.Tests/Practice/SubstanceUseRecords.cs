using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Privacy;
using Mooring.Clinical.Settings;
using Mooring.Fhir.Writing;
using Mooring.Practice.Privacy;
using Mooring.Practice.Questionnaires;
using Mooring.Practice.Settings;

namespace Mooring.Tests.Practice;

/// <summary>Records of substance use treatment leave with a consent and the notice, or stay.</summary>
public class SubstanceUseRecords
{
    private static readonly Part2Form Tpo = new() { Scope = Part2Scope.TreatmentPaymentOperations, What = "All of my substance use records", Signed = "Noor Willow", SignedOn = new(2026, 3, 2), ToldOfRights = true };

    [Fact]
    public async Task Stay_out_of_a_chart_that_leaves_without_consent_and_come_along_with_one_until_it_is_revoked()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);
        await Program(clinic, Part2Program.Yes);
        await Answer(clinic, patient, "dast-10", 10);
        await Answer(clinic, patient, "phq-9", 10);

        var without = await Export(clinic, patient, "Dr. Fern");
        var consent = (await clinic.As(Role.Nurse, (Part2Desk desk) => desk.Take(patient, Tpo, default))).Value;
        var with = await Export(clinic, patient, "Dr. Fern");
        await clinic.As(Role.Nurse, (Part2Desk desk) => desk.Revoke(patient, consent, "in writing", default));
        var after = await Export(clinic, patient, "Dr. Fern");
        var own = await Export(clinic, patient, "patient");

        Assert.Equal((1, 0, 1, 0), (without.LeftOut, with.LeftOut, after.LeftOut, own.LeftOut));
        Assert.DoesNotContain("dast-10", Text(without), StringComparison.Ordinal);
        Assert.Contains("phq-9", Text(without), StringComparison.Ordinal);
        Assert.DoesNotContain("42CFRPart2", Text(without), StringComparison.Ordinal);
        Assert.Contains("dast-10", Text(with), StringComparison.Ordinal);
        Assert.Contains("protected by Federal confidentiality rules", Text(with), StringComparison.Ordinal);
        Assert.Contains("All of my substance use records", Text(with), StringComparison.Ordinal);
        Assert.Contains("NORDSCLCD", Text(with), StringComparison.Ordinal);
        Assert.DoesNotContain("protected by Federal confidentiality rules", Text(own), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Part2Program.Yes, true)]
    [InlineData(Part2Program.Unsure, true)]
    [InlineData(Part2Program.No, false)]
    public async Task Are_marked_by_themselves_where_the_clinic_is_a_program_or_does_not_know(Part2Program program, bool isMarked)
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);
        await Program(clinic, program);

        var marks = await clinic.As(Role.Nurse, (Part2Desk desk) => desk.Marks(patient, default));

        Assert.Equal(isMarked, marks.Any(mark => mark.Item == "aud-iv-met"));
    }

    [Fact]
    public async Task Need_every_element_of_a_consent()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);

        var refused = await clinic.As(Role.Nurse, (Part2Desk desk) => desk.Take(patient, new() { Scope = Part2Scope.NamedRecipient, SignedOn = new(2026, 3, 3) }, default));

        Assert.Equal(["PRV133", "PRV134", "PRV135", "PRV136", "PRV137"], refused.Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public async Task Are_accounted_for_with_ground_hash_and_notice()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);
        await clinic.As(Role.Nurse, (Part2Desk desk) => desk.Mark(patient, Part2Item.Episode, null, default));
        await clinic.As(Role.Nurse, (Part2Desk desk) => desk.Take(patient, Tpo, default));
        await clinic.As(Role.Prescriber, async (DisclosureDesk desk) =>
        {
            var release = await desk.Ask(patient, [new(Part2Item.Note, "x")], "Dr. Fern", false, default);
            await desk.Keep(patient, release.Value!, "Dr. Fern", "letter", "fax", Encoding.UTF8.GetBytes("bytes"), default);
            return true;
        });

        var one = Assert.Single(await clinic.As(Role.PrivacyOfficer, (DisclosureDesk desk) => desk.Of(patient, default)));

        Assert.Equal(("Dr. Fern", DisclosureBasis.Part2Consent, "R 42CFRPart2 SUD NORDSCLCD", 1, true), (one.To, one.Basis, one.Labels, one.Notice, one.Hash!.Length == 64 && one.Consent is not null));
        Assert.Empty(await clinic.As(Role.FrontDesk, (DisclosureDesk desk) => desk.Of(patient, default)));
    }

    private static async Task Program(ClinicInMemory clinic, Part2Program program) =>
        Assert.True((await clinic.As(Role.Manager, (SettingsDesk desk) => desk.Change(new Part2Change(program), 0, default))).IsDone);

    private static async Task Answer(ClinicInMemory clinic, Id<Patient> patient, string instrument, int items) => Assert.True((await clinic.As(Role.Nurse, (QuestionnaireDesk desk) =>
        desk.Enter(patient, Id<AnswerSheet>.New(clinic.Clock.GetUtcNow()), instrument, [.. Enumerable.Repeat<int?>(0, items)], "intake", clinic.Clock.GetUtcNow(), true, default))).IsDone);

    private static async Task<ChartExport> Export(ClinicInMemory clinic, Id<Patient> patient, string to) =>
        (await clinic.As(Role.Prescriber, (IServiceProvider services) => ActivatorUtilities.CreateInstance<ChartBundle>(services).Write(patient, to, default)))!.Value!;

    private static string Text(ChartExport export) => Encoding.UTF8.GetString(export.Bytes);
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Cli.Commands;
using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Recognition;
using Mooring.Clinical.Rules;
using Mooring.Practice.Histories;
using Mooring.Practice.Recognition;
using Mooring.Practice.Screening;
using Mooring.Storage;
using Mooring.Storage.Audit;
using Mooring.Storage.Terminology;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Tour;
using Mooring.Tests.Storage.Terminology;

namespace Mooring.SystemTests.TakingIn;

/// <summary>A public release is loaded beside a running clinic, and its charts are read by it from then on.</summary>
public class LoadingTerminology
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Says_what_changes_for_whom_and_counts_at_once_in_list_and_screening(Engine engine)
    {
        using var releases = new InventedReleases();
        await using var clinic = await TestClinic.Open(engine);
        var (one, other) = (await clinic.Refer("Noor"), await clinic.Refer("Wren"));
        await Tell(clinic, one, new MedicineReported(new("Quellnar 15 mg", null, IsTaken: true)), new MedicineReported(new("Zoloft", null, IsTaken: true)));
        await Tell(clinic, other, new MedicineReported(new("Quellnar 15 mg", null, IsTaken: true)), new MedicineReported(new("Zorvax", null, IsTaken: true)));
        Assert.Equal(Finding.Unknown, await Maoi(clinic, one));

        var report = (await Desk(clinic).Load(TermKind.Rxnorm, releases.Rxnorm(), "July 2031", "Kim", new(clinic.Services), Cancel)).Value!;

        var brand = report.Changes.Single(change => change.Text == "Quellnar 15 mg");
        Assert.Equal((EntryKind.Medicine, 2), (brand.Of, brand.In.Count));
        Assert.Equal(["Quellnar"], brand.Before.Unknown);
        Assert.Empty(brand.After.Unknown);
        Assert.Contains("mao-inhibitors", brand.After.Sets);
        Assert.Equal(other, Assert.Single(report.Changes.Single(change => change.Text == "Zorvax").In).Patient);
        Assert.Equal(2, report.Changes.Count);
        Assert.Equal(Finding.Met, await Maoi(clinic, one));
        Assert.Empty(await clinic.As(Role.Prescriber, services => services.GetRequiredService<ResolutionDesk>().Open(Cancel)));

        var removed = (await Desk(clinic).Remove(TermKind.Rxnorm, "Kim", new(clinic.Services), Cancel)).Value!;

        Assert.Equal(2, removed.Changes.Count);
        Assert.Equal(Finding.Unknown, await Maoi(clinic, one));
        var lines = await clinic.As(Role.Prescriber, services => services.GetRequiredService<MooringDb>().Set<AuditRow>().AsNoTracking().Where(line => line.Subject == "terminology").OrderBy(line => line.Id).ToListAsync(Cancel));
        Assert.Equal(["loaded rxnorm-1 Kim", "removed rxnorm-1 Kim"], lines.Select(line => $"{line.Action} {line.SubjectId} {line.ActorName}"));
    }

    [Fact]
    public async Task Is_done_from_the_command_line_beside_a_running_server_and_shown_on_its_pages()
    {
        using var releases = new InventedReleases();
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var patient = await clinic.Refer("Noor");
        await Tell(clinic, patient, new MedicineReported(new("Quellnar 15 mg", null, IsTaken: true)), new ConditionReported(new("Blorb", "B99.72", null, ConditionStatus.Active)));
        var page = await Browser.Page(clinic, Role.Prescriber);
        await page.GotoAsync("/unrecognized");
        Assert.True(await page.GetByText("No public release is loaded").IsVisibleAsync());
        Assert.True(await page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = "Quellnar" }).IsVisibleAsync());

        var (code, output, error) = await Run("load", "--kind", "rxnorm", releases.Rxnorm(), "--release", "July 2031", "--by", "Kim", "--data", clinic.DataFolder);
        Assert.True(code == 0, error);
        Assert.Contains("RxNorm July 2031 is in force (rxnorm-1), loaded by Kim", output, StringComparison.Ordinal);
        Assert.Contains("Medicine “Quellnar 15 mg”: not recognized (“Quellnar”); now phenelzine, in ", output, StringComparison.Ordinal);
        Assert.Contains("Noor", output, StringComparison.Ordinal);
        var icd = await Run("load", "--kind", "icd10cm", releases.Icd(), "--data", clinic.DataFolder, "--json");
        var change = JsonDocument.Parse(icd.Output).RootElement.GetProperty("changes")[0];
        Assert.Equal(("condition", patient.Value), (change.GetProperty("of").GetString(), change.GetProperty("patients")[0].GetProperty("id").GetGuid()));
        Assert.Contains("aneurysm-or-avm", change.GetProperty("after").GetProperty("sets").EnumerateArray().Select(set => set.GetString()));

        await page.GotoAsync("/unrecognized");
        Assert.True(await page.GetByText("Everything is recognized").IsVisibleAsync());
        Assert.True(await page.GetByRole(Microsoft.Playwright.AriaRole.Rowheader, new() { Name = "RxNorm July 2031" }).IsVisibleAsync());
        Assert.Empty(await Axe.Broken(page));
        await page.GotoAsync("/library");
        Assert.True(await page.GetByRole(Microsoft.Playwright.AriaRole.Rowheader, new() { Name = "ICD-10-CM 2031" }).IsVisibleAsync());
        await page.Context.DisposeAsync();
    }

    private static TerminologyDesk Desk(TestClinic clinic) => clinic.Services.GetRequiredService<TerminologyDesk>();

    private static Task Tell(TestClinic clinic, Id<Patient> patient, params HistoryChange[] changes) => clinic.As(Role.Prescriber, async services =>
        Assert.True((await services.GetRequiredService<HistoryDesk>().Change(patient, [.. changes, new ListReviewed(HistoryList.Medicines)], Cancel)).IsDone));

    private static async Task<Finding> Maoi(TestClinic clinic, Id<Patient> patient)
    {
        var evaluation = await clinic.As(Role.Prescriber, services => services.GetRequiredService<ScreeningDesk>().Evaluate(patient, "TRD-ESK-IN", Cancel));
        return evaluation.Findings.Where(finding => finding is { Rule: "IX-MAOI", Level: Level.Caution }).Select(finding => finding.Finding).DefaultIfEmpty(Finding.Unknown).First();
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await TerminologyCommand.Create().Parse(args).InvokeAsync(new() { Output = output, Error = error }, Cancel);
        return (code, output.ToString(), error.ToString());
    }
}

using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Privacy;
using Mooring.Practice.Access;
using Mooring.Practice.Privacy;
using Mooring.Storage;
using Mooring.Storage.Audit;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Devices;
using Mooring.SystemTests.TakingIn;

namespace Mooring.SystemTests.Access;

/// <summary>A restricted chart is shut wherever it is asked for, and links of patients open for patients alone.</summary>
public class BehindTheBarrier
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lies_every_page_paper_and_stream_of_a_restricted_chart()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var patient = await clinic.Refer();
        await Restrict(clinic, patient);
        using var nurse = await clinic.Visitor(Role.Nurse);
        var walked = 0;
        List<string> open = [];

        foreach (var path in Paths(clinic).Where(path => path.StartsWith("/patients/{", StringComparison.Ordinal)))
        {
            var at = Fill(path, patient.Value);
            using var answer = await nurse.GetAsync(at, HttpCompletionOption.ResponseHeadersRead, Cancel);
            walked++;
            var to = answer.Headers.Location?.ToString() ?? "";
            if (!at.EndsWith("/restricted", StringComparison.Ordinal) && !to.EndsWith("/restricted", StringComparison.Ordinal) && !to.Contains("/not-yours", StringComparison.Ordinal) && answer.StatusCode != HttpStatusCode.Forbidden)
                open.Add($"{at}: {(int)answer.StatusCode} {to}");
        }

        Assert.Empty(open);
        Assert.True(walked > 40, $"Only {walked} addresses were walked: the walk is blind.");
        Assert.Contains(await Lines(clinic), line => line.Action == AccessActs.PageRefused && line.PatientId == patient.Value);
    }

    [Fact]
    public async Task Is_opened_with_a_reason_which_leaves_its_line()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var patient = await clinic.Refer();
        await Restrict(clinic, patient);
        using var nurse = await clinic.Visitor(Role.Nurse);

        using var shut = await nurse.GetAsync($"/patients/{patient}/history", Cancel);
        using var opened = await nurse.Post($"/patients/{patient}/restricted", "open", ("Form.Reason", "CoversForColleague"), ("Form.Says", "Covers today."));
        using var after = await nurse.GetAsync($"/patients/{patient}/history", Cancel);

        Assert.EndsWith("/restricted", shut.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Contains(await Lines(clinic), line => line.Action == AccessActs.ChartOpened && line.PatientId == patient.Value);
    }

    [Fact]
    public async Task Is_nothing_of_a_patient_at_a_chair_and_the_reason_is_asked_afterwards()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await clinic.Seat();
        await Restrict(clinic, seat.Patient);
        using var technician = await clinic.Visitor(Role.Technician);

        using var page = await technician.GetAsync($"/sessions/{seat.Session}", Cancel);
        using var emergency = await technician.GetAsync($"/sessions/{seat.Session}/emergency", Cancel);
        using var openings = await technician.GetAsync("/openings", Cancel);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (page.StatusCode, emergency.StatusCode));
        Assert.Contains("Why you opened it", await openings.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_a_patients_link_for_whoever_works_here_and_for_another_device()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, but: options => options with { BindPatientLinks = true, KeepStaffFromPatientLinks = true });
        var patient = await clinic.Refer();
        var token = await clinic.OwnLink(patient);
        using var desk = await clinic.Visitor(Role.FrontDesk);
        using var phone = await clinic.Visitor();
        using var other = await clinic.Visitor();
        (string, string)[] born = [("Form.Month", "3"), ("Form.Day", "9"), ("Form.Year", "1984")];

        using var byStaff = await desk.Post($"/p/{token}", "door", born);
        using var first = await phone.Post($"/p/{token}", "door", born);
        using var second = await other.Post($"/p/{token}", "door", born);
        var link = (await clinic.As(Role.FrontDesk, services => services.GetRequiredService<PatientLinkDesk>().Of(patient, Cancel)))[0];
        using var inside = await phone.GetAsync("/my", Cancel);
        await clinic.As(Role.FrontDesk, services => services.GetRequiredService<PatientLinkDesk>().End(link.Name, Cancel));
        using var ended = await phone.GetAsync("/my", Cancel);
        var page = await (await desk.GetAsync($"/patients/{patient}/link", Cancel)).Content.ReadAsStringAsync(Cancel);

        Assert.Contains("Somebody who works here signed in with this browser", await Said(byStaff), StringComparison.Ordinal);
        Assert.True(first.StatusCode == HttpStatusCode.Redirect, $"{first.StatusCode}");
        Assert.Contains("another device", await Said(second), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, inside.StatusCode);
        Assert.Contains("/my/goodbye", ended.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Mar 9, 1984", page, StringComparison.Ordinal);
        Assert.Superset(new HashSet<string> { AccessActs.LinkMade, AccessActs.LinkOpened, AccessActs.LinkFailed, AccessActs.LinkEnded }, (await Lines(clinic)).Select(line => line.Action).ToHashSet());
    }

    [Fact]
    public async Task Stands_in_the_log_who_signed_in_who_was_refused_and_what_left_as_a_table_without_formulas()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        await clinic.Refer();
        using var stranger = await clinic.Visitor();
        using var nurse = await clinic.Visitor(Role.Nurse);
        using var officer = await clinic.Visitor(Role.PrivacyOfficer);

        using var wrong = await stranger.Post("/sign-in", "sign-in", ("Form.UserName", "=cmd|'/c calc'!A1"), ("Form.Password", "a boat rests at its mooring"));
        using var refused = await nurse.GetAsync("/staff", Cancel);
        var page = await officer.GetStringAsync("/access-log", Cancel);
        using var table = await officer.PostAsync("/access-log.csv", new FormUrlEncodedContent([new("__RequestVerificationToken", PostedForm.TokenIn(page)), new("Form.Kind", "Refusals")]), Cancel);
        var text = await table.Content.ReadAsStringAsync(Cancel);

        Assert.Contains("sign-in refused", page, StringComparison.Ordinal);
        Assert.Contains("signed in", page, StringComparison.Ordinal);
        Assert.Contains("\"refused\",\"staff\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("viewed", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\"=", text, StringComparison.Ordinal);
    }

    private static async Task Restrict(TestClinic clinic, Id<Patient> patient) => Assert.True((await clinic.As(Role.PrivacyOfficer, services =>
        services.GetRequiredService<RestrictionDesk>().Restrict(patient, RestrictionKind.StaffMember, "Works here.", Cancel))).IsDone);

    private static Task<List<AuditRow>> Lines(TestClinic clinic) =>
        clinic.As(Role.Manager, services => services.GetRequiredService<MooringDb>().Set<AuditRow>().AsNoTracking().OrderBy(line => line.Id).ToListAsync(Cancel));

    private static IEnumerable<string> Paths(TestClinic clinic) => clinic.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true).Select(route => "/" + route.RoutePattern.RawText!.TrimStart('/'));

    private static string Fill(string path, Guid patient) => "/" + string.Join('/', path.TrimStart('/').Split('/').Select((part, at) => !part.StartsWith('{') ? part : at == 1 ? patient.ToString() : "01990000-0000-7000-8000-000000000001"));

    private static async Task<string> Said(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
}

using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Practice.Access;
using Mooring.Storage;
using Mooring.Storage.Audit;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Devices;
using Mooring.SystemTests.Live;

namespace Mooring.SystemTests.Access;

/// <summary>Who saw what is written down, before it is seen.</summary>
public class ReadingCharts
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_one_line_for_a_person_a_patient_and_a_kind_of_page()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await clinic.Seat();
        using var nurse = await clinic.Visitor(Role.Nurse);
        using var prescriber = await clinic.Visitor(Role.Prescriber);

        await Get(nurse, $"/patients/{seat.Patient}");
        await Get(nurse, $"/patients/{seat.Patient}");
        await Get(nurse, $"/patients/{seat.Patient}/history");
        await Get(prescriber, $"/patients/{seat.Patient}");
        await Get(nurse, $"/sessions/{seat.Session}");

        var reads = await Reads(clinic);
        Assert.Equal(
            [("Role Nurse", "/patients/{id}"), ("Role Nurse", "/patients/{id}/history"), ("Role Prescriber", "/patients/{id}"), ("Role Nurse", "/sessions/{id}")],
            reads.Where(line => line.Action == "viewed").Select(line => ($"Role {RoleOf(clinic, line.ActorId)}", line.Subject)));
        Assert.All(reads, line => Assert.Equal((seat.Patient.Value, false), (line.PatientId, string.IsNullOrEmpty(line.SignIn))));
        Assert.Equal(seat.Session.ToString(), reads[^1].SubjectId);
    }

    [Fact]
    public async Task Is_a_line_of_its_own_each_time_somebody_is_looked_for()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var (one, two) = (await clinic.Seat(), await clinic.Seat(2));
        using var desk = await clinic.Visitor(Role.FrontDesk);

        await Get(desk, "/patients");
        await Get(desk, "/patients");
        for (var time = 0; time < 2; time++)
            await Send(desk, "/patients", "search", ("Form.Words", "Willow"));

        var reads = await Reads(clinic);
        Assert.Equal(["listed", "searched", "searched"], reads.Select(line => line.Action));
        Assert.Equal(new[] { one.Patient.ToString(), two.Patient.ToString() }.Order(), reads[0].Shown!.Split(' ').Order());
        Assert.Equal(one.Patient.Value, reads[1].PatientId);
        Assert.DoesNotContain(reads, line => line.Subject.Contains("Willow", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_those_who_stand_on_the_board_and_writes_again_when_somebody_joins()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var one = await clinic.Seat();
        using var nurse = await clinic.Visitor(Role.Nurse);
        await Get(nurse, "/board");
        await using (var board = await Listener.To(clinic, "/board/live"))
        {
            await board.Next(heard => heard.Name == "beat");
            await clinic.Seat(2);
            await Until(clinic, lines => lines.Count(line => line.Action == "opened") == 2);
        }

        var left = await Until(clinic, lines => lines.Exists(line => line.Action == "left"));
        Assert.Equal(one.Patient.Value, left.Single(line => line is { Action: "listed", Subject: "/board" }).PatientId);
        Assert.Equal(2, left.Count(line => line is { Action: "opened", Subject: "/board/live" }));
        Assert.Equal(2, left.Single(line => line is { Action: "left", Subject: "/board/live" }).Shown!.Split(' ').Length);
    }

    [Fact]
    public async Task Holds_nobody_up_while_the_store_takes_nothing_and_is_written_later()
    {
        var closed = new ClosedAudit();
        await using var clinic = await TestClinic.Start(Engine.Sqlite, but: options => options with { Database = options.Database with { Between = [.. options.Database.Between, closed] } });
        var seat = await clinic.Seat();
        using var nurse = await clinic.Visitor(Role.Nurse);
        closed.IsClosed = true;

        await Get(nurse, $"/sessions/{seat.Session}/emergency");
        await Get(nurse, $"/patients/{seat.Patient}");
        var none = await Reads(clinic);
        closed.IsClosed = false;
        var both = await Until(clinic, lines => lines.Count == 2);

        Assert.Empty(none);
        Assert.Equal(["/sessions/{id}/emergency", "/patients/{id}"], both.Select(line => line.Subject));
    }

    [Fact]
    public async Task Is_written_once_also_when_that_of_another_clinic_fails_beside_it()
    {
        var other = new Id<Clinic>(Guid.CreateVersion7());
        var closed = new ClosedAudit { Clinic = other.Value, IsClosed = true };
        await using var clinic = await TestClinic.Start(Engine.Sqlite, but: options => options with { Database = options.Database with { Between = [.. options.Database.Between, closed] } });
        var seat = await clinic.Seat();
        var (nurse, reads) = (new Actor(clinic.Staff[Role.Nurse].Id, "Wren Alder", Role.Nurse), clinic.Services.GetRequiredService<ReadLog>());

        reads.WriteSoon(new ReadLine(clinic.Clinic.Id, nurse, null, ReadKind.Printed, "/one", [seat.Patient.Value]));
        reads.WriteSoon(new ReadLine(other, nurse, null, ReadKind.Printed, "/other", [seat.Patient.Value]));
        await Patience.Until(() => Task.FromResult(closed.Refused >= 3), () => $"{closed.Refused} refused");

        Assert.Equal(["/one"], (await Reads(clinic)).Select(line => line.Subject));
        Assert.Equal(1, reads.Waiting);
    }

    [Fact]
    public async Task Is_written_for_every_page_below_a_patient_or_a_session()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await clinic.Seat();
        using var prescriber = await clinic.Visitor(Role.Prescriber);
        List<string> seen = [];
        foreach (var pattern in clinic.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(route => route.RoutePattern.RawText!.TrimStart('/')).Where(IsOfAChart).Distinct(StringComparer.Ordinal))
        {
            var path = "/" + pattern.Replace("{Id:guid}", (pattern.StartsWith("patients", StringComparison.Ordinal) ? seat.Patient.Value : seat.Session.Value).ToString(), StringComparison.Ordinal);
            using var answer = await prescriber.GetAsync(path, Cancel);
            if (answer.StatusCode == HttpStatusCode.OK)
                seen.Add("/" + pattern.Replace("{Id:guid}", "{id}", StringComparison.Ordinal));
        }

        var written = (await Until(clinic, lines => seen.TrueForAll(page => lines.Exists(line => line.Subject == page)))).Select(line => line.Subject);
        Assert.True(seen.Count > 20, $"Only {seen.Count} pages answered: the walk is blind.");
        Assert.Empty(seen.Except(written, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Is_not_written_of_the_patients_own_pages()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        await clinic.Seat();
        using var stranger = await clinic.Visitor();

        await stranger.GetAsync(new Uri("/my", UriKind.Relative), Cancel);

        Assert.Empty(await Reads(clinic));
    }

    [Fact]
    public async Task Is_shown_to_a_manager_by_number_and_to_nobody_who_charts()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var (one, two) = (await clinic.Seat(), await clinic.Seat(2));
        using var nurse = await clinic.Visitor(Role.Nurse);
        using var manager = await clinic.Visitor(Role.Manager);
        await Get(nurse, $"/patients/{one.Patient}/history");
        await Get(nurse, $"/patients/{two.Patient}");

        var page = await Send(manager, "/access-log", "ask", ("Form.Number", one.Number));
        var unknown = await Send(manager, "/access-log", "ask", ("Form.Number", "M-9"));
        using var refused = await nurse.GetAsync(new Uri("/access-log", UriKind.Relative), Cancel);

        Assert.Contains("patients history", page, StringComparison.Ordinal);
        Assert.Contains(one.Number, page, StringComparison.Ordinal);
        Assert.DoesNotContain(two.Number, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Willow", page, StringComparison.Ordinal);
        Assert.Contains("No patient of this clinic has that number", unknown, StringComparison.Ordinal);
        Assert.Contains("/not-yours", refused.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stands_beside_what_was_changed_of_staff_and_links()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var seat = await clinic.Seat();
        await clinic.As(Role.Manager, async services =>
        {
            var desk = services.GetRequiredService<StaffDesk>();
            var added = (await desk.Add("Wren Alder", "wren", Role.Nurse, Cancel)).Value!;
            Assert.True((await desk.SetDisabled(added.Id, isDisabled: true, Cancel)).IsDone);
            return (await services.GetRequiredService<LinkDesk>().Make(LinkKind.Patient, seat.Patient.Value, TimeSpan.FromDays(1), Cancel)).Value;
        });

        var lines = await clinic.As(Role.Manager, services => services.GetRequiredService<MooringDb>().Set<AuditRow>().AsNoTracking().OrderBy(line => line.Id).ToListAsync(Cancel));

        var staff = lines.Where(line => line.Subject == "staff" && line.ActorId == clinic.Staff[Role.Manager].Id).ToList();
        Assert.Equal("added", staff[0].Action);
        Assert.Contains(staff, line => line.Action == "changed" && line.Before!.Contains("IsDisabled", StringComparison.Ordinal));
        Assert.All(staff.Where(line => line.Before is not null), line => Assert.DoesNotContain("AQAAAA", line.Before!, StringComparison.Ordinal));
        Assert.Contains(lines, line => line is { Subject: "links", Action: "added" });
        Assert.Contains(lines, line => line.Subject == "patients" && line.PatientId == seat.Patient.Value);
    }

    private static bool IsOfAChart(string pattern) =>
        (pattern.StartsWith("patients/{Id:guid}", StringComparison.Ordinal) || pattern.StartsWith("sessions/{Id:guid}", StringComparison.Ordinal))
        && pattern.Count(letter => letter == '{') == 1;

    private static Role RoleOf(TestClinic clinic, Guid id) => clinic.Staff.Single(person => person.Value.Id == id).Key;

    private static async Task Get(HttpClient visitor, string path)
    {
        using var answer = await visitor.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task<string> Send(HttpClient visitor, string page, string handler, (string Name, string Value) field)
    {
        using var answer = await visitor.Post(page, handler, field);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    private static Task<List<AuditRow>> Reads(TestClinic clinic)
    {
        string[] kinds = [.. Enum.GetNames<ReadKind>().Select(name => name.ToLowerInvariant())];
        return clinic.As(Role.Manager, services => services.GetRequiredService<MooringDb>().Set<AuditRow>().AsNoTracking()
            .Where(line => kinds.Contains(line.Action)).OrderBy(line => line.Id).ToListAsync(Cancel));
    }

    private static async Task<List<AuditRow>> Until(TestClinic clinic, Predicate<List<AuditRow>> holds)
    {
        List<AuditRow> lines = [];
        await Patience.Until(async () => holds(lines = await Reads(clinic)), () => $"{lines.Count} lines of reads");
        return lines;
    }
}

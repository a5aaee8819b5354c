using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Privacy;
using Mooring.Content.Library;
using Mooring.Practice.Patients;
using Mooring.Practice.Scheduling;
using Mooring.Practice.Sessions;
using Mooring.Practice.Settings;
using Mooring.Storage;
using Mooring.Storage.Accounts;
using Mooring.Storage.Audit;
using Mooring.Storage.Jobs;

namespace Mooring.Practice.Privacy;

/// <summary>Goes through the looks of the last days and makes a line of each that is unusual; the same is found once.</summary>
public sealed class LooksOfADay(MooringDb db, CareTeamDesk teams, CurrentClinic current, ClinicalLibrary library, TimeProvider clock)
{
    private static readonly string[] Looked = ["viewed", "printed", "exported", "opened"];
    private static readonly TimeSpan Back = TimeSpan.FromDays(2);

    /// <summary>How many new lines there are.</summary>
    public async Task<int> Find(CancellationToken cancel)
    {
        var (clinic, now) = ((await current.Find(cancel))!, clock.GetUtcNow());
        var since = now - Back;
        var lines = await db.Set<AuditRow>().AsNoTracking().Where(row => row.At >= since && row.PatientId != null && row.Purpose == Purpose.Treatment && Looked.Contains(row.Action))
            .Select(row => new { row.At, row.ActorId, row.ActorName, Patient = row.PatientId!.Value }).ToListAsync(cancel);
        lines.RemoveAll(line => line.ActorId == Guid.Empty);
        if (lines.Count == 0)
            return 0;
        var about = await About(lines.ConvertAll(line => line.Patient), clinic, now, cancel);
        var looks = lines.Where(line => about.ContainsKey(line.Patient)).Select(line => about[line.Patient].Look(line.At, clinic.LocalTime(line.At).Hour, line.ActorId, line.ActorName)).ToList();
        var id = db.Clinic;
        var colleagues = await db.Set<StaffRow>().AsNoTracking().Where(row => row.ClinicId == id).Select(row => row.FullName).ToListAsync(cancel);
        // Each day by itself: what is usual is said of a day.
        var found = looks.GroupBy(look => clinic.DayOf(look.At)).SelectMany(day => UnusualLooks.In([.. day], library.PrivacyTerms().Looks, colleagues)).ToList();
        var first = clinic.DayOf(since);
        var known = (await db.Set<UnusualLookRow>().AsNoTracking().Where(row => row.Day >= first).ToListAsync(cancel)).Select(row => (row.Kind, row.PersonId, row.About?.Value, row.Day)).ToHashSet();
        var fresh = found.Where(look => known.Add((look.Kind, look.Person, look.Patient, clinic.DayOf(look.At)))).ToList();
        db.AddRange(fresh.Select(look => new UnusualLookRow
        {
            Id = Guid.CreateVersion7(now),
            Kind = look.Kind,
            PersonId = look.Person,
            PersonName = look.PersonName,
            About = look.Patient is { } patient ? new Id<Patient>(patient) : null,
            Day = clinic.DayOf(look.At),
            At = look.At,
            Count = look.Count,
        }));
        await db.SaveChangesAsync(cancel);
        return fresh.Count;
    }

    private async Task<Dictionary<Guid, OfPatient>> About(List<Guid> patients, Clinic clinic, DateTimeOffset now, CancellationToken cancel)
    {
        var ids = patients.Distinct().Select(id => new Id<Patient>(id)).ToList();
        var days = library.PrivacyTerms().Looks.Max(rule => rule.Days) ?? 0;
        var (from, to, early) = (clinic.DayOf(now - Back).AddDays(-days), clinic.DayOf(now).AddDays(days), now - Back - TimeSpan.FromDays(days));
        var near = (await db.Set<AppointmentRow>().AsNoTracking().Where(row => ids.Contains(row.PatientId) && row.Day >= from && row.Day <= to).Select(row => row.PatientId).ToListAsync(cancel))
            .Concat(await db.Set<SessionRow>().AsNoTracking().Where(row => ids.Contains(row.PatientId) && row.OpenedAt >= early).Select(row => row.PatientId).ToListAsync(cancel)).ToHashSet();
        var restricted = (await db.Set<RestrictionRow>().AsNoTracking().Where(row => ids.Contains(row.PatientId) && row.EndedAt == null).Select(row => row.PatientId).ToListAsync(cancel)).ToHashSet();
        Dictionary<Guid, OfPatient> all = [];
        foreach (var row in await db.Set<PatientRow>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancel))
        {
            var team = (await teams.Of(row.Id, cancel)).Select(member => member.Person).ToHashSet();
            // Who has just been taken in has neither an appointment nor a plan yet.
            var isNew = row.AddedAt >= early;
            all[row.Id.Value] = new(row.AsPatient(), near.Contains(row.Id) || isNew, restricted.Contains(row.Id), team);
        }

        return all;
    }

    private sealed record OfPatient(Patient Patient, bool IsNear, bool IsRestricted, HashSet<Guid> Team)
    {
        public ChartLook Look(DateTimeOffset at, int hour, Guid person, string name) => new(at, hour, person, name, Patient.Id.Value, Patient.FullName)
        {
            Family = Patient.FamilyName,
            IsOnTeam = Team.Contains(person),
            IsRestricted = IsRestricted,
            HasReason = IsNear || Team.Contains(person),
        };
    }
}

/// <summary>Looks for unusual looks, once a day in each clinic.</summary>
internal sealed class LookJob(LooksOfADay looks) : Job
{
    public override string Name => "unusual-looks";

    public override TimeSpan Every => TimeSpan.FromDays(1);

    public override bool IsForEachClinic => true;

    public override Task Run(CancellationToken cancel) => looks.Find(cancel);
}

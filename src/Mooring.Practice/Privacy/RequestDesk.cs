using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Privacy;
using Mooring.Content.Library;
using Mooring.Practice.Patients;
using Mooring.Practice.Settings;
using Mooring.Storage;

namespace Mooring.Practice.Privacy;

/// <summary>What patients ask about their record, with the clocks of the law.</summary>
public sealed class RequestDesk(MooringDb db, CurrentClinic current, ClinicalLibrary library, TimeProvider clock)
{
    /// <summary>Letters of a request or an answer.</summary>
    public const int Longest = 1000;

    /// <summary>WEB150, STO105, PRV150 what kind, PRV151 what is asked, PRV152 the day.</summary>
    public async Task<Outcome<Guid>> Receive(Id<Patient> patient, PrivacyRequestKind? kind, DateOnly? on, string? says, CancellationToken cancel)
    {
        if (db.Unless(Right.AnswerRequests) is { } notTheirs)
            return notTheirs;
        var (now, text) = (clock.GetUtcNow(), says?.Trim() ?? "");
        var today = (await current.Find(cancel))!.DayOf(now);
        List<Refusal> refusals = [];
        if (kind is null)
            refusals.Add(new("PRV150", "Choose what the patient asks for.", "kind"));
        if (text.Length is 0 or > Longest)
            refusals.Add(new("PRV151", $"Write what the patient asks, in {Longest} letters at most.", "says"));
        if ((on ?? today) > today)
            refusals.Add(new("PRV152", "Choose the day on which it was received: not a day to come.", "on"));
        if (refusals.Count > 0)
            return Outcome<Guid>.Refuse(refusals);
        if (!await db.Set<PatientRow>().AnyAsync(row => row.Id == patient, cancel))
            return new Refusal("STO105", "There is no such patient in this clinic.");
        var received = on ?? today;
        var row = new PrivacyRequestRow { Id = Guid.CreateVersion7(now), PatientId = patient, Kind = kind!.Value, ReceivedOn = received, DueOn = RequestTimes.Due(Clock(kind.Value), received, false), Says = text, By = db.Acting(), At = now };
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        return row.Id;
    }

    /// <summary>More time, once: WEB150, PRV153 why, PRV154 not open or longer already.</summary>
    public async Task<Outcome<Guid>> TakeLonger(Guid request, string? because, CancellationToken cancel)
    {
        if (db.Unless(Right.AnswerRequests) is { } notTheirs)
            return notTheirs;
        var reason = because?.Trim() ?? "";
        if (reason.Length is 0 or > Longest)
            return new Refusal("PRV153", $"Write why it takes longer, as the patient is told, in {Longest} letters at most.", "because");
        if (await db.Set<PrivacyRequestRow>().SingleOrDefaultAsync(row => row.Id == request && row.ClosedAt == null && row.LongerBecause == null, cancel) is not { } row)
            return new Refusal("PRV154", "This request is answered, or has its longer time already.");
        (row.LongerBecause, row.DueOn) = (reason, RequestTimes.Due(Clock(row.Kind), row.ReceivedOn, true));
        await db.SaveChangesAsync(cancel);
        return request;
    }

    /// <summary>WEB150, PRV155 how it ended, PRV156 what the patient was told, PRV157 not open.</summary>
    public async Task<Outcome<Guid>> Close(Guid request, RequestOutcome? outcome, string? answer, CancellationToken cancel)
    {
        if (db.Unless(Right.AnswerRequests) is { } notTheirs)
            return notTheirs;
        var says = answer?.Trim() ?? "";
        List<Refusal> refusals = [];
        if (outcome is null)
            refusals.Add(new("PRV155", "Choose how the request ended.", "outcome"));
        if (says.Length is 0 or > Longest)
            refusals.Add(new("PRV156", $"Write what the patient was told, and why where it was denied, in {Longest} letters at most.", "answer"));
        if (refusals.Count > 0)
            return Outcome<Guid>.Refuse(refusals);
        if (await db.Set<PrivacyRequestRow>().SingleOrDefaultAsync(row => row.Id == request && row.ClosedAt == null, cancel) is not { } row)
            return new Refusal("PRV157", "This request was answered already; look at the page again.");
        (row.ClosedAt, row.ClosedBy, row.Outcome, row.Answer) = (clock.GetUtcNow(), db.Acting(), outcome, says);
        await db.SaveChangesAsync(cancel);
        return request;
    }

    /// <summary>Those of a patient, open ones first.</summary>
    public async Task<IReadOnlyList<PrivacyRequest>> Of(Id<Patient> patient, CancellationToken cancel) =>
        [.. (await db.Set<PrivacyRequestRow>().AsNoTracking().Where(row => row.PatientId == patient).ToListAsync(cancel)).Select(row => row.AsRequest()).OrderBy(one => one.ClosedAt is not null).ThenBy(one => one.DueOn)];

    /// <summary>All open ones of the clinic, the next due first.</summary>
    public async Task<IReadOnlyList<(PrivacyRequest Request, Patient Patient)>> Open(CancellationToken cancel) => db.Unless(Right.AnswerRequests) is not null ? [] :
        [.. (await (
            from row in db.Set<PrivacyRequestRow>().AsNoTracking()
            join patient in db.Set<PatientRow>().AsNoTracking() on row.PatientId equals patient.Id
            where row.ClosedAt == null
            orderby row.DueOn
            select new { row, patient }).ToListAsync(cancel)).Select(one => (one.row.AsRequest(), one.patient.AsPatient()))];

    private RequestClock Clock(PrivacyRequestKind kind) => library.PrivacyTerms().ClockOf(kind);
}

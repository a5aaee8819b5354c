using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Scheduling;
using Mooring.Content.Library;
using Mooring.Practice.Patients;
using Mooring.Practice.Plans;
using Mooring.Storage;

namespace Mooring.Practice.Scheduling;

/// <summary>A wish with the row of the planned contact that it is for.</summary>
internal sealed record Wanted(Wish Wish, VisitRow? Visit);

/// <summary>Makes what a form asks for into what the book understands.</summary>
public sealed class Wishes(MooringDb db, BookReading reading, BookingContent content, DosePhases phases, TimeProvider clock)
{
    /// <summary>
    /// Refusals: APT122 no such patient, APT123 no such planned contact or one that is over, APT124 no visit type, APT125 no day
    /// or time, APT126 a time that has passed, APT127 something that can not be booked as this, APT120 too much text, APT128 a hold
    /// that is too long.
    /// </summary>
    internal async Task<Outcome<Wanted>> Of(BookingForm form, CancellationToken cancel)
    {
        List<Refusal> refusals = [];
        var clinic = await reading.Clinic(cancel);
        var visit = form.Visit is { } planned ? await db.Set<VisitRow>().SingleOrDefaultAsync(row => row.Id == planned && row.PatientId == form.Patient, cancel) : null;
        var protocol = content.Protocol(visit is null ? form.Protocol : await ProtocolOf(visit, cancel));
        var type = content.Type(form.Type) ?? (visit is null ? null : content.TypeFor(visit.Kind, protocol?.Route));
        if (!await db.Set<PatientRow>().AnyAsync(row => row.Id == form.Patient, cancel))
            refusals.Add(new("APT122", "There is no such patient here.", "patient"));
        if (form.Visit is not null && visit is not { State: VisitState.Planned or VisitState.Missed, SessionId: null })
            refusals.Add(new("APT123", "This contact of the plan is over, or there is none. Look at the plan again.", "visit"));
        if (type is null || (visit is not null && type.Serves is { } serves && serves != visit.Kind))
            refusals.Add(new("APT124", "Choose what kind of appointment it is.", "type"));
        refusals.AddRange(Times(form, clinic, type));
        refusals.AddRange(new[] { BookingTexts.TooLong(form.Note, "note"), BookingTexts.TooLong(form.Ride, "ride"), BookingTexts.TooLong(form.Override, "override") }.OfType<Refusal>());
        if (Hold(form, clinic) is { } hold)
            refusals.Add(hold);
        if (type is not null)
            refusals.AddRange(await Misfits(form.Resources, type, cancel));
        if (refusals.Count > 0)
            return Outcome<Wanted>.Refuse(refusals);
        var phase = await PhaseOf(visit, type!, protocol, cancel);
        var wish = Wish(form.Id is { } id && id.Value != Guid.Empty ? id : Id<Appointment>.New(clock.GetUtcNow()), form.Patient, type!, protocol, phase, form.Day!.Value, form.Time!.Value);
        return new Wanted(wish with { Chosen = form.Resources, Visit = visit?.Id, Window = visit is null ? null : (visit.On, visit.Until) }, visit);
    }

    /// <summary>The wish for an appointment that is in the book, at another time.</summary>
    internal Wish Again(AppointmentRow row, DateOnly day, TimeOnly time, IReadOnlyList<Id<Resource>> chosen, CoursePhase? phase)
    {
        var held = row.Uses.Select(use => use.Resource).Distinct().ToList();
        return Wish(row.Id, row.PatientId, content.Type(row.Type)!, content.Protocol(row.Protocol), phase, day, time) with
        {
            Chosen = chosen,
            Preferred = held,
            Visit = row.VisitId,
            Series = row.SeriesId,
        };
    }

    /// <summary>The phase of the course that each of these is a dose of, by appointment.</summary>
    internal async Task<IReadOnlyDictionary<Id<Appointment>, CoursePhase?>> Phases(IReadOnlyList<AppointmentRow> rows, CancellationToken cancel)
    {
        var ids = rows.Select(row => row.VisitId).OfType<Id<Clinical.Courses.Visit>>().ToList();
        var visits = await db.Set<VisitRow>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        Dictionary<Id<Appointment>, CoursePhase?> found = [];
        foreach (var row in rows.Where(row => content.Type(row.Type) is not null))
            found[row.Id] = await PhaseOf(row.VisitId is { } id ? visits.GetValueOrDefault(id) : null, content.Type(row.Type)!, content.Protocol(row.Protocol), cancel);
        return found;
    }

    /// <summary>APT127 for each of these that is not there, or that this kind of appointment does not need, or that is named for two things.</summary>
    internal async Task<IEnumerable<Refusal>> Misfits(IReadOnlyList<Id<Resource>> chosen, VisitType type, CancellationToken cancel)
    {
        if (chosen.Count == 0)
            return [];
        var there = await reading.Resources(cancel);
        var needed = type.Segments.SelectMany(segment => segment.Needs).Select(need => need.Kind).ToHashSet();
        return from id in chosen
               let resource = there.FirstOrDefault(one => one.Id == id)
               where resource is null || !resource.Kinds.Any(needed.Contains) || chosen.Count(other => other == id) > 1
               select new Refusal("APT127", resource is null ? "What was chosen is not in the book. Choose it again." : $"{resource.Name} is not needed for this appointment. Take it out.", "resources");
    }

    private static Wish Wish(Id<Appointment> id, Id<Patient> patient, VisitType type, Protocol? protocol, CoursePhase? phase, DateOnly day, TimeOnly time) => new()
    {
        Id = id,
        Patient = patient,
        Type = type,
        Protocol = type.Serves == VisitKind.Dosing ? protocol : null,
        Phase = phase,
        Day = day,
        Time = time,
    };

    private async Task<CoursePhase?> PhaseOf(VisitRow? visit, VisitType type, Protocol? protocol, CancellationToken cancel) =>
        type.Serves == VisitKind.Dosing ? await phases.Of(visit, protocol, cancel) : null;

    private IEnumerable<Refusal> Times(BookingForm form, Clinic clinic, VisitType? type)
    {
        var now = clock.GetUtcNow();
        if (form.Day is not { } day)
            yield return new("APT125", "Choose the day and the time.", "day");
        if (form.Time is not { } time)
            yield return new("APT125", "Choose the day and the time.", "time");
        // Whoever comes without an appointment is booked for a time of today that has begun.
        else if (form.Day is { } on && type is not null && WallTime.Of(on, time, clinic.Zone).At < now && on != clinic.DayOf(now))
            yield return new("APT126", "This day has passed. Choose today or a later day.", "day");
    }

    private Refusal? Hold(BookingForm form, Clinic clinic)
    {
        var now = clock.GetUtcNow();
        var last = clinic.DayOf(now + content.Terms.LongestHold.Time);
        return form.HoldUntil is not { } until || (until >= clinic.DayOf(now) && until <= last) ? null
            : new("APT128", Sentence.Of("A time is held through {last} at the longest, and not through a day that has passed.", ("last", last)), "holdUntil");
    }

    private async Task<string?> ProtocolOf(VisitRow visit, CancellationToken cancel) =>
        (await db.Set<PlanRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == visit.PlanId, cancel))?.What.ProtocolId;
}

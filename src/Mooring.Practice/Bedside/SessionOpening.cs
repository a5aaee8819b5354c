using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Dosing;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Sessions;
using Mooring.Content.Library;
using Mooring.Kinetics.Quantities;
using Mooring.Practice.Access;
using Mooring.Practice.Content;
using Mooring.Practice.Courses;
using Mooring.Practice.Patients;
using Mooring.Practice.Planning;
using Mooring.Practice.Plans;
using Mooring.Practice.Risk;
using Mooring.Practice.Screening;
using Mooring.Practice.Surveillance;
using Mooring.Storage;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Bedside;

/// <summary>Turns a dosing visit of a plan into a session, pinned to the content of this day.</summary>
public sealed class SessionOpening(
    MooringDb db, PatientDesk patients, PlanDesk plans, ScreeningDesk screening, RiskDesk risk, SessionDesk sessions, SignatureDesk signatures,
    CourseContent content, CourseCount courses, StaffDesk staff, AdverseDesk adverse, BaselineDesk baseline, TimeProvider clock)
{
    /// <summary>
    /// What the session of this visit is opened on, its monitoring pack kept. Refusals SES901 to SES908: no such dosing
    /// visit, canceled, its plan has ended, its protocol is not run here, content that nobody has signed, or consent or
    /// eligibility no longer holds, or a serious adverse event that waits for a review, or a dose that waits for a second clinician; CRS315 a paused course; BSL101 a first session without its baseline; SCR201, SCR202, SCR206 and SCR217 to SCR220: suicide risk holds dosing.
    /// </summary>
    public async Task<Outcome<SessionPlan>> PlanFor(Id<Patient> patient, Id<Visit> visit, CancellationToken cancel)
    {
        if (db.Unless(Right.OpenSessions) is { } notTheirs)
            return notTheirs;
        var row = await db.Set<VisitRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == visit && row.PatientId == patient, cancel);
        if (row is not { Kind: VisitKind.Dosing } || await patients.Find(patient, cancel) is not { } person)
            return new Refusal("SES901", "There is no such dosing visit of this person.");
        if (await courses.Now(patient, cancel) is { State: CourseState.Paused })
            return new Refusal("CRS315", "The course is paused. A prescriber resumes it on the page of the course, which lays the visits anew.");
        if (row.State == VisitState.Canceled || await plans.Current(patient, cancel) is not { } plan || plan.What.Id != row.PlanId)
            return new Refusal("SES902", "This visit is off the calendar, or its plan has ended. Use the plan that holds.");
        var protocol = content.Protocol(plan.What.ProtocolId);
        if (protocol is null || protocol.Version != plan.What.ProtocolVersion)
            return new Refusal("SES903", "The protocol has a new version since the plan was signed. Review and sign the plan again.");
        if (plan.AwaitsConfirmation)
            return new Refusal("SES908", "The planned dose is above the top of the protocol's range and waits for a second clinician, who confirms it on the plan.");
        if (await risk.HoldsDosing(patient, protocol.Id, cancel) is { } held)
            return held;
        if (await adverse.Blocks(patient, cancel) is { } serious)
            return serious;
        if (protocol.NotRunHere is { } elsewhere)
            return new Refusal("SES905", $"{protocol.Id} has no sessions here: {elsewhere.Says}");
        IReadOnlyList<Refusal> missing = [.. await signatures.Unsigned(protocol.Id, content.Pack(protocol).Pin, cancel), .. await plans.Missing(patient, protocol, cancel)];
        if (await baseline.Blocks(patient, cancel) is { } incomplete)
            missing = [.. missing, incomplete];
        if (missing.Count > 0)
            return Outcome<SessionPlan>.Refuse(missing);

        return await Pinned(person, plan, protocol, cancel);
    }

    /// <summary>Opens the session of a visit, or says which one is open already. <paramref name="id"/> is made by the caller.</summary>
    public async Task<Outcome<Id<Session>>> Open(Id<Patient> patient, Id<Visit> visit, Id<Session> id, EntryStamp stamp, CancellationToken cancel)
    {
        if (db.Unless(Right.OpenSessions) is { } notTheirs)
            return notTheirs;
        var row = await db.Set<VisitRow>().SingleOrDefaultAsync(row => row.Id == visit && row.PatientId == patient, cancel);
        if (row?.SessionId is { } open)
            return open;
        var plan = await PlanFor(patient, visit, cancel);
        if (!plan.IsDone)
            return Outcome<Id<Session>>.Refuse(plan.Refusals);

        (row!.SessionId, row.State, row.ArrivedAt) = (id, VisitState.Arrived, row.ArrivedAt ?? clock.GetUtcNow());
        var opened = await sessions.OpenFor(id, plan.Value, stamp, cancel);
        return opened.IsDone ? id : Outcome<Id<Session>>.Refuse(opened.Refusals);
    }

    private async Task<SessionPlan> Pinned(Patient person, SignedPlan plan, Protocol protocol, CancellationToken cancel)
    {
        var pack = content.Pack(protocol);
        await db.Keep(pack.Pin.Hash, pack.Pin.Id, pack.Text, clock.GetUtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
        var evaluation = await screening.Evaluate(person.Id, protocol.Id, cancel);
        var request = plan.What.Dose.Request;
        var kg = request.Weight.Weight.Value;
        var before = await sessions.Of(person.Id, cancel) is [var last, ..] ? await sessions.Find(last, cancel) : null;
        var dose = Mass.Milligrams((double)plan.What.Dose.Find("dose")!.Rounded);
        var today = (await staff.Clinic(cancel))!.DayOf(clock.GetUtcNow());
        return new()
        {
            Patient = person.Id.Value,
            PatientName = person.FullName,
            Protocol = new(plan.What.ProtocolId, plan.What.ProtocolVersion, plan.What.ProtocolHash),
            Monitoring = pack.Pin,
            Drug = protocol.Drug == Drug.Racemic ? "ketamine" : "esketamine",
            Route = protocol.Route,
            Dose = dose,
            HardCap = HardCap(protocol, request, dose) ?? dose,
            HardCapPerHour = HardCapPerHour(protocol, request),
            Minutes = request.Over?.Value,
            BagMilliliters = request.Bag?.Value,
            Weight = Weight.Kilograms(kg),
            WeighedAt = WeighedAt(request.Weight.On, (await staff.Clinic(cancel))!),
            Age = person.AgeOn(today),
            // A patient limit holds for the course it was set in, not for another treatment.
            OwnLimits = before?.Plan.Protocol.Id == protocol.Id ? [.. before.OwnLimits.Where(own => own.ForCourse)] : [],
            Flags = [.. content.Eligibility.Flags.Where(flag => flag.IsOn(evaluation.Facts, evaluation.Findings, today)).Select(flag => flag.Id)],
        };
    }

    // A scale gives a day; noon of it is the least wrong instant.
    private static DateTimeOffset WeighedAt(DateOnly on, Clinic clinic)
    {
        var noon = on.ToDateTime(new TimeOnly(12, 0));
        return new DateTimeOffset(noon, clinic.Zone.GetUtcOffset(noon)).ToUniversalTime();
    }

    // In the session nothing passes the top of the protocol's range, nor the caps; a planned dose above the top was confirmed by a second clinician.
    private static Mass? HardCap(Protocol protocol, DoseRequest request, Mass planned)
    {
        var kg = request.Weight.Weight.Value;
        var top = RequestTop(protocol, request) switch
        {
            { Unit: "mg" } total => total.Value,
            { Unit: "mg/kg" } perKg => perKg.Value * kg,
            _ => (double?)null,
        };
        double?[] caps = [Hard(protocol, request, "dose"), Hard(protocol, request, "dose-per-kg") * kg, top is { } range ? Math.Max(range, planned.InMilligrams) : null];
        return caps.Min() is { } least ? Mass.Milligrams(least) : null;
    }

    private static Mass? HardCapPerHour(Protocol protocol, DoseRequest request)
    {
        var kg = request.Weight.Weight.Value;
        var top = RequestTop(protocol, request) is { Unit: "mg/kg/h" } hourly ? Math.Max(hourly.Value, request.Dose.Value) * kg : (double?)null;
        double?[] caps = [Hard(protocol, request, "rate"), Hard(protocol, request, "rate-per-kg") * kg, top];
        return caps.Min() is { } least ? Mass.Milligrams(least) : null;
    }

    private static Quantity? RequestTop(Protocol protocol, DoseRequest request) => protocol.TermsFor(request.Dose.Unit)?.High;

    private static double? Hard(Protocol protocol, DoseRequest request, string of) => protocol.Limits
        .Where(limit => limit.Level == LimitLevel.Hard && limit.Of == of && (limit.ForDoseIn is null || limit.ForDoseIn == request.Dose.Unit))
        .Min(limit => limit.AtMost?.Value);
}

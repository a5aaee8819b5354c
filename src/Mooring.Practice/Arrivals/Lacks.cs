using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Consent;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Protocols;
using Mooring.Content.Library;
using Mooring.Practice.Consents;
using Mooring.Practice.Screening;
using Mooring.Practice.Tasks;
using Mooring.Storage;

namespace Mooring.Practice.Arrivals;

/// <summary>What somebody comes for, as far as something may be missing for it.</summary>
/// <param name="Protocol">By which they are dosed; null for what is no dosing.</param>
internal sealed record Coming(Id<Patient> Patient, DateOnly Day, bool IsWithoutRide, string? Protocol);

/// <summary>Says what is missing for the visits of a day: of all of them at once, in three questions.</summary>
public sealed class Lacks(MooringDb db, CourseContent courses, BookingContent booking)
{
    private static readonly TaskKind[] Forms = [TaskKind.AskQuestionnaires, TaskKind.MissingAtDesk, TaskKind.TakeHistory];

    /// <summary>In the order in which they were asked about.</summary>
    internal async Task<IReadOnlyList<IReadOnlyList<Lacking>>> Of(IReadOnlyList<Coming> coming, CancellationToken cancel)
    {
        var patients = coming.Select(one => one.Patient).Distinct().ToList();
        var dosed = coming.Where(one => one.Protocol is not null).Select(one => one.Patient).Distinct().ToList();
        var tasks = (await db.Set<TaskRow>().AsNoTracking().Where(row => row.Done == null && Forms.Contains(row.Kind) && patients.Contains(row.PatientId))
            .Select(row => new { row.PatientId, row.Kind, row.Says }).ToListAsync(cancel)).ToLookup(row => row.PatientId);
        var consents = (await db.Set<ConsentRow>().AsNoTracking().Where(row => dosed.Contains(row.PatientId)).OrderByDescending(row => row.SignedAt).ToListAsync(cancel)).ToLookup(row => row.PatientId, row => row.What);
        var decisions = (await db.Set<DecisionRow>().AsNoTracking()
            .Where(row => dosed.Contains(row.PatientId) && !db.Set<DecisionRow>().Any(later => later.PatientId == row.PatientId && later.At > row.At)).ToListAsync(cancel)).ToLookup(row => row.PatientId, row => row.What);
        return [.. coming.Select(one => Says(one))];

        IReadOnlyList<Lacking> Says(Coming one) =>
        [
            .. one.IsWithoutRide ? [new Lacking(LackingKind.Ride)] : Array.Empty<Lacking>(),
            .. tasks[one.Patient].Select(task => task.Kind == TaskKind.AskQuestionnaires ? LackingKind.Forms : LackingKind.History).Distinct()
                .Where(kind => kind != LackingKind.History || tasks[one.Patient].Any(task => task.Kind == TaskKind.TakeHistory || task.Says.StartsWith("No history", StringComparison.Ordinal))).Select(kind => new Lacking(kind)),
            .. courses.Protocol(one.Protocol) is { } protocol ? Dosing(one.Day, protocol, [.. consents[one.Patient]], decisions[one.Patient].FirstOrDefault()) : [],
        ];
    }

    private IEnumerable<Lacking> Dosing(DateOnly day, Protocol protocol, IReadOnlyList<SignedConsent> given, Clinical.Screening.EligibilityDecision? decided)
    {
        var soon = day.AddDays((int)booking.Terms.EndsSoon.Time.TotalDays);
        var about = Treatment.Of(protocol);
        var consent = given.Where(one => one.FormId == protocol.Consent).OrderBy(one => one.About == about ? 0 : 1).FirstOrDefault();
        var form = courses.Consent(protocol, consent?.FormLanguage ?? "en");
        if (ConsentCurrency.Check(form, consent, day).Any())
            yield return new(LackingKind.Consent);
        else if (ConsentCurrency.Until(form, consent!) is var until && until < soon)
            yield return new(LackingKind.ConsentEnds, until);
        if (decided is not { IsEligible: true, AwaitsDirector: false } || decided.ExpiresOn < day)
            yield return new(LackingKind.Eligibility);
        else if (decided.ExpiresOn < soon)
            yield return new(LackingKind.EligibilityEnds, decided.ExpiresOn);
    }
}

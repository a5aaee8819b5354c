using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Pathways;
using Mooring.Clinical.Patients;
using Mooring.Practice.Histories;
using Mooring.Practice.Patients;
using Mooring.Practice.Referrals;
using Mooring.Practice.Screening;
using Mooring.Practice.Settings;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>Referral and history on the pathway, and what the front desk still misses.</summary>
internal sealed class ReferralPart(MooringDb db, CurrentClinic current, ReferralDesk referrals, HistoryDesk histories) : ChartPart
{
    // Goals may stay empty: nothing is decided on them.
    private static readonly HistoryList[] Needed =
        [HistoryList.Conditions, HistoryList.Medicines, HistoryList.Allergies, HistoryList.Trials, HistoryList.Answers];

    public override async Task<PathwayFacts> Stand(PathwayFacts facts, Id<Patient> patient, CancellationToken cancel)
    {
        var history = await histories.Of(patient, cancel);
        return facts with
        {
            Referral = await referrals.Of(patient, cancel),
            Unreviewed = [.. Needed.Where(list => history.ReviewOf(list) is null)],
            IsTold = history.Unconfirmed.Count > 0,
            HeardAt = new[] { facts.HeardAt }.Concat(history.Reviewed.Select(mark => (DateTimeOffset?)mark.At)).Max(),
        };
    }

    public override async Task<IReadOnlyList<TimelineEntry>> Entries(Id<Patient> patient, CancellationToken cancel)
    {
        var history = await histories.Of(patient, cancel);
        var clinic = (await current.Find(cancel))!;
        List<TimelineEntry> entries =
        [
            .. from day in history.Reviewed.GroupBy(mark => (clinic.DayOf(mark.At), mark.By.Name))
               select new TimelineEntry(day.Max(mark => mark.At), "note", "History reviewed",
                   $"{string.Join(", ", day.Select(mark => mark.List.ToString().ToLowerInvariant()))}; {day.Key.Name}", ChartPlace.History),
        ];
        if (history.Told.Count > 0)
            entries.Add(new(history.Told.Max(told => told.At), "visit", history.IsBeingTold ? "Telling their own history, not finished" : "Told their own history", $"{history.Told.Count} steps", ChartPlace.History));
        if (await referrals.Of(patient, cancel) is { } referral)
            entries.Add(new(referral.ReceivedAt, "visit", $"Referred by {referral.From}", referral.Reason));
        return entries;
    }

    internal override async Task<IReadOnlyList<Wait>> Waiting(Id<Patient> patient, CancellationToken cancel)
    {
        var person = await db.Set<PatientRow>().AsNoTracking().SingleAsync(row => row.Id == patient, cancel);
        var history = (await db.Set<HistoryRow>().AsNoTracking().SingleOrDefaultAsync(row => row.PatientId == patient, cancel))?.History;
        var soon = await db.Set<ReferralRow>().AsNoTracking()
            .FirstOrDefaultAsync(row => row.PatientId == patient && row.Urgency == Urgency.Soon && !db.Set<DecisionRow>().Any(decision => decision.PatientId == patient), cancel);
        List<Wait> waits = [];
        if (soon is not null)
            waits.Add(new(TaskKind.SeenSoon, patient.Value, $"To be seen soon: {Wait.Name}", $"{soon.From} asks for it within days. {soon.Reason}", [Role.Prescriber, Role.Nurse, Role.FrontDesk]) { Since = soon.ReceivedAt, UrgentFrom = soon.ReceivedAt });
        if (person.EscortName is null || history is null)
            waits.Add(new(TaskKind.MissingAtDesk, patient.Value, Wait.Name, Missing(person.EscortName is null, history is null), [Role.FrontDesk]) { Since = person.AddedAt });
        if (history is { Unconfirmed.Count: > 0 })
            waits.Add(ToConfirm(patient, history));
        return waits;
    }

    private static Wait ToConfirm(Id<Patient> patient, History history) => new(
        TaskKind.HistoryToConfirm,
        patient.Value,
        history.IsBeingTold ? $"{Wait.Name} is telling their history" : $"{Wait.Name} told their history",
        history.IsBeingTold ? $"Not finished: {history.Told.Count} steps so far, not signed. {history.Unconfirmed.Count} things will be to confirm" : $"{history.Unconfirmed.Count} things to confirm",
        [Role.Nurse, Role.Prescriber])
    { Since = history.Told.Max(told => (DateTimeOffset?)told.At) };

    private static string Missing(bool escort, bool history) => (escort, history) switch
    {
        (true, true) => "No history yet; no escort named. Create a portal link.",
        (true, false) => "No escort named.",
        _ => "No history yet. Create a portal link.",
    };
}

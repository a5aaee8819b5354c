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
                   $"{string.Join(", ", day.Select(mark => mark.List.ToString().ToLowerInvariant()))}; {day.Key.Name}", $"/patients/{patient}/history"),
        ];
        if (history.Told.Count > 0)
            entries.Add(new(history.Told.Max(told => told.At), "visit", history.IsBeingTold ? "Telling their own history, not finished" : "Told their own history", $"{history.Told.Count} steps", $"/patients/{patient}/history"));
        if (await referrals.Of(patient, cancel) is { } referral)
            entries.Add(new(referral.ReceivedAt, "visit", $"Referred by {referral.From}", referral.Reason));
        return entries;
    }

    public override async Task<IReadOnlyList<WaitingTask>> Waiting(CancellationToken cancel)
    {
        var reviewed = await db.Set<HistoryRow>().AsNoTracking().ToDictionaryAsync(row => row.PatientId, row => row.History, cancel);
        var patients = await db.Set<PatientRow>().AsNoTracking().ToListAsync(cancel);
        var decided = (await db.Set<DecisionRow>().AsNoTracking().Select(row => row.PatientId).Distinct().ToListAsync(cancel)).ToHashSet();
        var soon = (await db.Set<ReferralRow>().AsNoTracking().Where(row => row.Urgency == Urgency.Soon).ToListAsync(cancel))
            .Where(row => !decided.Contains(row.PatientId)).ToDictionary(row => row.PatientId);
        return
        [
            .. from row in patients
               where soon.ContainsKey(row.Id)
               select new WaitingTask($"To be seen soon: {row.AsPatient().ShortName}", $"{soon[row.Id].From} asks for it within days. {soon[row.Id].Reason}", $"/patients/{row.Id}",
                   true, [Role.Prescriber, Role.Nurse, Role.FrontDesk], "clock", soon[row.Id].ReceivedAt),
            .. from row in patients
               let history = reviewed.GetValueOrDefault(row.Id)
               let person = row.AsPatient()
               where row.EscortName is null || history is null
               select new WaitingTask(person.ShortName, Missing(row.EscortName is null, history is null), $"/patients/{row.Id}",
                   false, [Role.FrontDesk], "clipboard-list", row.AddedAt),
            .. from row in patients
               let history = reviewed.GetValueOrDefault(row.Id)
               where history is { Unconfirmed.Count: > 0 }
               select new WaitingTask(
                   history.IsBeingTold ? $"{row.AsPatient().ShortName} is telling their history" : $"{row.AsPatient().ShortName} told their history",
                   history.IsBeingTold ? $"Not finished: {history.Told.Count} steps so far, not signed. {history.Unconfirmed.Count} things will be to confirm" : $"{history.Unconfirmed.Count} things to confirm",
                   $"/patients/{row.Id}/history", false, [Role.Nurse, Role.Prescriber], "clipboard-list", history.Told.Max(told => (DateTimeOffset?)told.At)),
        ];
    }

    private static string Missing(bool escort, bool history) => (escort, history) switch
    {
        (true, true) => "No history yet; no escort named. Create a portal link.",
        (true, false) => "No escort named.",
        _ => "No history yet. Create a portal link.",
    };
}

using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Patients;
using Mooring.Practice.Plans;
using Mooring.Practice.Referrals;
using Mooring.Practice.Screening;
using Mooring.Practice.Settings;
using Mooring.Storage;

namespace Mooring.Practice.Letters;

/// <summary>A referral with what the referrer was told of it.</summary>
public sealed record AnsweredReferral(Referral Referral, IReadOnlyList<ReferralState> States)
{
    public ReferralState? Owed => ReferralLoop.Owed(States);
}

/// <summary>Whether whoever referred a patient knows what came of it: received, seen, decided, treated, discharged.</summary>
public sealed class ReferralLoopDesk(MooringDb db, ReferralDesk referrals, CurrentClinic current, TimeProvider clock)
{
    /// <summary>Letters of a remark.</summary>
    public const int LongestRemark = 300;

    private static readonly Actor Clinic = Actor.Job("the clinic");

    /// <summary>The newest referral; null where there is none, or where nobody referred.</summary>
    public async Task<AnsweredReferral?> Of(Id<Patient> patient, CancellationToken cancel)
    {
        if (await referrals.Of(patient, cancel) is not { } referral || !ReferralLoop.HasReferrer(referral))
            return null;
        var clinic = (await current.Find(cancel))!;
        var steps = await db.Set<ReferralStepRow>().AsNoTracking().Where(row => row.PatientId == patient && row.ReferralId == referral.Id).OrderBy(row => row.At).ToListAsync(cancel);
        return new(referral, ReferralLoop.Of(clinic.DayOf(referral.ReceivedAt), [.. steps.Select(row => row.What)], await Facts(patient, referral, clinic, cancel), Clinic, referral.ReceivedAt));
    }

    /// <summary>
    /// Says that a step is done though no letter of this program did it: LTR108 without a day, or one to come, LTR109 too long a
    /// remark, LTR110 no referral, LTR111 done already, WEB150.
    /// </summary>
    public async Task<Outcome<AnsweredReferral>> Say(Id<Patient> patient, ReferralStep? step, DateOnly? on, string? says, CancellationToken cancel)
    {
        if (db.Unless(Right.WriteNotes) is { } notTheirs)
            return notTheirs;
        if (await Of(patient, cancel) is not { } answered)
            return new Refusal("LTR110", "Nobody referred this patient, so nobody waits for an answer.");
        var clinic = (await current.Find(cancel))!;
        List<Refusal> refusals = [];
        if (on is not { } day || day > clinic.DayOf(clock.GetUtcNow()) || day < clinic.DayOf(answered.Referral.ReceivedAt))
            refusals.Add(new("LTR108", "Choose the day on which it was done: not before the referral came, and not a day to come.", "on"));
        if (says?.Trim().Length > LongestRemark)
            refusals.Add(new("LTR109", $"Write {LongestRemark} letters at most.", "says"));
        if (step is not { } said || said == ReferralStep.Received || answered.States.Any(state => state.Step == said && state.Done is not null))
            refusals.Add(new("LTR111", "This step is done already. Choose one that is open.", "step"));
        if (refusals.Count > 0)
            return Outcome<AnsweredReferral>.Refuse(refusals);
        Add(answered.Referral, step!.Value, on!.Value, null, says?.Trim() ?? "");
        await db.SaveChangesAsync(cancel);
        return (await Of(patient, cancel))!;
    }

    /// <summary>Adds a step to the pending save.</summary>
    internal void Add(Referral referral, ReferralStep step, DateOnly on, Guid? letter, string says)
    {
        var now = clock.GetUtcNow();
        db.Add(new ReferralStepRow { Id = Guid.CreateVersion7(now), ReferralId = referral.Id, PatientId = referral.Patient, At = now, What = new(step, on, db.Acting(), now, letter, says) });
    }

    // Only what came after the referral answers it.
    private async Task<ReferralFacts> Facts(Id<Patient> patient, Referral referral, Clinic clinic, CancellationToken cancel)
    {
        var decided = await db.Set<DecisionRow>().AsNoTracking().Where(row => row.PatientId == patient && row.At >= referral.ReceivedAt).OrderBy(row => row.At).Select(row => (DateTimeOffset?)row.At).FirstOrDefaultAsync(cancel);
        var reviews = await db.Set<ReviewRow>().AsNoTracking().Where(row => row.PatientId == patient && row.At >= referral.ReceivedAt).OrderBy(row => row.At).ToListAsync(cancel);
        var stopped = reviews.LastOrDefault() is { What.Choice: ReviewChoice.Stop } last ? last.At : (DateTimeOffset?)null;
        return new(Day(decided), Day(reviews.FirstOrDefault()?.At), Day(stopped));

        DateOnly? Day(DateTimeOffset? at) => at is { } known ? clinic.DayOf(known) : null;
    }
}

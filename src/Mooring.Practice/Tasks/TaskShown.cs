using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Staffing;

namespace Mooring.Practice.Tasks;

/// <summary>A row of the work list as it is read on a day.</summary>
public static class TaskShown
{
    internal static WaitingTask AsShown(this TaskRow row, Patient patient, Clinic clinic, AwayOn away, DateTimeOffset now)
    {
        var today = clinic.DayOf(now);
        var says = row.Kind.IsClosedByHand() ? $"{row.Says} {(row.OwnerName is { } by ? $"Taken by {by}." : "Nobody has taken it yet.")}" : row.Says;
        return new(row.Title.Replace(Wait.Name, patient.ShortName, StringComparison.Ordinal), says, row.UrgentFrom <= now, row.ForAt(now), row.Since, row.Due)
        {
            Id = row.Id,
            Act = ActOf(row.Title),
            Name = patient.ShortName,
            Kind = row.Kind,
            Patient = row.PatientId.Value,
            Subject = row.SubjectId,
            IsRisk = row.Kind.IsRisk(),
            IsOverdue = row.Kind.IsOverdue(),
            IsAsked = row.Kind.IsAsked(),
            IsClosedByHand = row.Kind.IsClosedByHand(),
            Owner = row.OwnerId,
            OwnerName = row.OwnerName,
            IsHeldLong = row.TakenAt is { } taken && clinic.DayOf(taken) < today,
            PutOffUntil = row.PutOffUntil,
            PutOffReason = row.PutOffReason,
            PutOffBy = row.PutOffBy,
            IsPutOff = row.PutOffUntil > today || (row.NextTry > now && !row.Kind.IsRisk()),
            Away = (row.OwnerId ?? row.Named) is { } whose ? away.For(whose, row.ForAt(now), row.NotFor) : null,
            HasGone = row.OwnerId is null && row.HasGone(now),
            Tries = row.Tries,
            TriedAt = row.TriedAt,
            NextTry = row.NextTry,
        };
    }

    // As the name is joined to what is to be done, the longest first.
    private static readonly string[] Joined = [$": {Wait.Name}", $", {Wait.Name}", $" for {Wait.Name}", Wait.Name];

    /// <summary>A title without the patient's name.</summary>
    internal static string ActOf(string title) => Joined.Aggregate(title, (left, name) => left.Replace(name, "", StringComparison.Ordinal)).Trim();

    /// <summary>
    /// Whether it stands before this person now: not what is put off, nor what somebody else has today, unless somebody may come
    /// to harm, or who has it is away and this person stands in.
    /// </summary>
    public static bool WaitsNow(this WaitingTask task, Guid me) =>
        !task.IsPutOff && (task.Owner is not { } owner || owner == me || task.IsRisk || task.IsHeldLong || task.Away?.IsFor(me) == true);

    /// <summary>Its day has passed.</summary>
    public static bool IsLate(this WaitingTask task, DateOnly today) => task.IsOverdue || task.Due < today;
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Storage.Chart;

namespace Mooring.Storage.Desks;

/// <summary>What a referral form asks for. Text as typed; the desk judges it.</summary>
public sealed record ReferralForm
{
    public string GivenName { get; init; } = "";

    public string FamilyName { get; init; } = "";

    public DateOnly? BirthDate { get; init; }

    public Sex Sex { get; init; }

    public Language Language { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string From { get; init; } = "";

    public string Reason { get; init; } = "";

    public Urgency Urgency { get; init; }
}

/// <summary>Takes a person in: the referral and her new record, together or not at all.</summary>
public sealed class ReferralDesk(MooringDb db, TimeProvider clock)
{
    public async Task<Outcome<Id<Patient>>> TakeIn(ReferralForm form, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var refusals = Judge(form, now);
        if (refusals.Count > 0)
            return Outcome<Id<Patient>>.Refuse(refusals);

        var patient = new PatientRow { Id = Id<Patient>.New(now), Number = await NextNumber(db, cancel), AddedAt = now };
        patient.Take(new(patient.Id, patient.Number, form.GivenName.Trim(), form.FamilyName.Trim(), form.BirthDate!.Value)
        {
            Sex = form.Sex,
            Language = form.Language,
            Phone = form.Phone,
            Email = form.Email,
        });
        db.Add(patient);
        db.Add(new ReferralRow
        {
            Id = Id<Referral>.New(now),
            PatientId = patient.Id,
            From = form.From.Trim(),
            Reason = form.Reason.Trim(),
            Urgency = form.Urgency,
            ReceivedAt = now,
        });
        await db.SaveChangesAsync(cancel);
        return patient.Id;
    }

    public async Task<Referral?> Of(Id<Patient> patient, CancellationToken cancel) =>
        (await db.Set<ReferralRow>().AsNoTracking().Where(row => row.PatientId == patient)
            .OrderByDescending(row => row.ReceivedAt).FirstOrDefaultAsync(cancel))?.AsReferral();

    private static List<Refusal> Judge(ReferralForm form, DateTimeOffset now)
    {
        List<Refusal> refusals = [.. PersonChecks.Names(form.GivenName, form.FamilyName), .. PersonChecks.BirthDate(form.BirthDate, now)];
        if (string.IsNullOrWhiteSpace(form.From))
            refusals.Add(new("STO103", "Say who refers this person; write “self” if she came by herself.", "from"));
        if (string.IsNullOrWhiteSpace(form.Reason))
            refusals.Add(new("STO104", "Say why she is referred, in the referrer's words.", "reason"));
        return refusals;
    }

    internal static async Task<string> NextNumber(MooringDb db, CancellationToken cancel)
    {
        var count = await db.Set<PatientRow>().CountAsync(cancel);
        return string.Create(CultureInfo.InvariantCulture, $"M-{1001 + count}");
    }
}

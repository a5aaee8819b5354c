using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Practice.Settings;
using Mooring.Storage;

namespace Mooring.Practice.Referrals;

/// <summary>What a referral form asks for. Text as typed; the desk judges it.</summary>
public sealed record ReferralForm
{
    /// <summary>Made when the form was shown; sending it twice takes one person in.</summary>
    public Id<Referral>? Id { get; init; }

    /// <summary>Somebody here has the like name and birth date, and was looked at: this is another person.</summary>
    public bool IsAnother { get; init; }

    public string GivenName { get; init; } = "";

    public string FamilyName { get; init; } = "";

    public DateOnly? BirthDate { get; init; }

    public Sex Sex { get; init; }

    public Pronoun Pronoun { get; init; }

    public string? OtherPronoun { get; init; }

    public Language Language { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string From { get; init; } = "";

    public string Reason { get; init; } = "";

    public Urgency Urgency { get; init; }
}

/// <summary>Takes a person in: the referral and the new record, together or not at all.</summary>
public sealed class ReferralDesk(MooringDb db, TimeProvider clock)
{
    internal const string FormKeptOtherwise = "STO107";

    /// <summary>
    /// Refusals: STO101 to STO104, STO109, STO111 and STO112 for what is missing, STO108 for pronouns that are too long, STO106 for somebody who may be here already until
    /// <see cref="ReferralForm.IsAnother"/> is said, STO107 for a form that was kept with other words. The same form twice is one person.
    /// </summary>
    public async Task<Outcome<Id<Patient>>> TakeIn(ReferralForm form, CancellationToken cancel)
    {
        if (db.Unless(Right.RegisterPatients) is { } notTheirs)
            return notTheirs;
        var now = clock.GetUtcNow();
        var refusals = Judge(form, await db.LocalNow(clock, cancel));
        if (refusals.Count > 0)
            return Outcome<Id<Patient>>.Refuse(refusals);

        var id = form.Id is { } asked && asked.Value != Guid.Empty ? asked : Id<Referral>.New(now);
        await using var alone = await db.Database.BeginTransactionAsync(cancel);
        // Taken before it is looked who is here, so that two who send the same form at once are one after the other.
        var number = await PatientNumbers.Next(db, cancel);
        if (await Kept(id, form, cancel) is { } kept)
            return kept;
        if (!form.IsAnother && await Asked(form, cancel) is { Count: > 0 } questions)
            return Outcome<Id<Patient>>.Refuse(questions);

        var (pronoun, other) = Pronouns.Typed(form.Pronoun, form.OtherPronoun);
        var patient = new PatientRow { Id = Id<Patient>.New(now), Number = number, AddedAt = now };
        patient.Take(new(patient.Id, patient.Number, form.GivenName.Trim(), form.FamilyName.Trim(), form.BirthDate!.Value)
        {
            Sex = form.Sex,
            Pronoun = pronoun,
            OtherPronoun = other,
            Language = form.Language,
            Phone = form.Phone,
            Email = form.Email,
        });
        db.Add(patient);
        db.Add(new ReferralRow
        {
            Id = id,
            PatientId = patient.Id,
            From = form.From.Trim(),
            Reason = form.Reason.Trim(),
            Urgency = form.Urgency,
            ReceivedAt = now,
        });
        await db.SaveChangesAsync(cancel);
        await alone.CommitAsync(cancel);
        return patient.Id;
    }

    /// <summary>Who here may be the person that the form is about.</summary>
    public async Task<IReadOnlyList<Patient>> WhoMayBe(ReferralForm form, CancellationToken cancel) => form.BirthDate is not { } born ? [] :
        [.. (await Namesakes.Like(db, form.GivenName, form.FamilyName, born, form.Phone, cancel)).Select(row => row.AsPatient())];

    private async Task<Outcome<Id<Patient>>?> Kept(Id<Referral> id, ReferralForm form, CancellationToken cancel)
    {
        if (await db.Set<ReferralRow>().IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } referral)
            return null;
        var patient = await db.Set<PatientRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == referral.PatientId, cancel);
        var isSame = patient is not null && patient.GivenName == form.GivenName.Trim() && patient.FamilyName == form.FamilyName.Trim()
            && patient.BirthDate == form.BirthDate && referral.From == form.From.Trim() && referral.Reason == form.Reason.Trim();
        return isSame ? patient!.Id : new Refusal(FormKeptOtherwise, patient is null
            ? "This form was sent before. Open a new one."
            : $"This form was kept already, as {patient.Number}. Open that person to change what stands there, or a new form for another person.");
    }

    private async Task<List<Refusal>> Asked(ReferralForm form, CancellationToken cancel) =>
    [
        .. (await WhoMayBe(form, cancel)).Select(one => new Refusal("STO106",
            $"{one.FullName}, born {one.BirthDate:yyyy-MM-dd}, is here already as {one.Number}. If this is one person, open that chart; if not, say below that this is another person.", "isAnother")),
    ];

    public async Task<Referral?> Of(Id<Patient> patient, CancellationToken cancel) =>
        (await db.Set<ReferralRow>().AsNoTracking().Where(row => row.PatientId == patient)
            .OrderByDescending(row => row.ReceivedAt).FirstOrDefaultAsync(cancel))?.AsReferral();

    private static List<Refusal> Judge(ReferralForm form, DateTimeOffset now)
    {
        List<Refusal> refusals = [.. PersonChecks.Names(form.GivenName, form.FamilyName), .. PersonChecks.BirthDate(form.BirthDate, now), .. PersonChecks.Pronoun(form.OtherPronoun)];
        if (string.IsNullOrWhiteSpace(form.From))
            refusals.Add(new("STO103", "Say who refers this person; write “self” if nobody did.", "from"));
        if (string.IsNullOrWhiteSpace(form.Reason))
            refusals.Add(new("STO104", "Say why this person is referred, in the referrer's words.", "reason"));
        return refusals;
    }
}

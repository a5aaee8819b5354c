using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Coverage;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Coverage;

/// <summary>An insurance card, and who read it off when.</summary>
public sealed record KeptCard(InsuranceCard Card, Actor By, DateTimeOffset At, DateTimeOffset? EndedAt);

/// <summary>Keeps what stands on the insurance cards of a patient.</summary>
public sealed class InsuranceDesk(MooringDb db, PatientDesk patients, TimeProvider clock)
{
    /// <summary>Those in use by rank, then those that ended.</summary>
    public async Task<IReadOnlyList<KeptCard>> Of(Id<Patient> patient, CancellationToken cancel) =>
    [
        .. (await db.Set<InsuranceCardRow>().AsNoTracking().Where(row => row.PatientId == patient).ToListAsync(cancel))
            .OrderBy(row => row.EndedAt is not null).ThenBy(row => row.Card.Rank).ThenByDescending(row => row.At)
            .Select(row => new KeptCard(row.Card, row.By, row.At, row.EndedAt)),
    ];

    /// <summary>Keeps a card behind those in use. Refusals: INS102 to INS106, STO105. The same id twice is kept once.</summary>
    public async Task<Outcome<InsuranceCard>> Add(Id<Patient> patient, InsuranceCard card, CancellationToken cancel)
    {
        if (db.Unless(Right.RegisterPatients) is { } notTheirs)
            return notTheirs;
        if (await patients.Find(patient, cancel) is null)
            return new Refusal("STO105", "There is no such patient in this clinic.");
        if (card.Judge().ToList() is { Count: > 0 } refusals)
            return Outcome<InsuranceCard>.Refuse(refusals);
        return await ChosenId.Once(db, Kept, async () =>
        {
            var ranked = card with { Rank = 1 + (await Of(patient, cancel)).Where(each => each.EndedAt is null).Select(each => each.Card.Rank).DefaultIfEmpty(0).Max() };
            db.Add(new InsuranceCardRow { Id = card.Id, PatientId = patient, Card = ranked, By = db.Acting(), At = clock.GetUtcNow() });
            await db.SaveChangesAsync(cancel);
            return ranked;
        });

        Task<Outcome<InsuranceCard>?> Kept() => ChosenId.Kept<InsuranceCardRow, InsuranceCard>(
            db, row => row.Id == card.Id, row => row.PatientId == patient && row.Card with { Rank = card.Rank } == card, row => row.Card, cancel);
    }

    /// <summary>The card is not used any more: INS101 for none that is. The others move up.</summary>
    public async Task<Outcome<InsuranceCard>> End(Id<Patient> patient, Id<InsuranceCard> card, CancellationToken cancel)
    {
        if (db.Unless(Right.RegisterPatients) is { } notTheirs)
            return notTheirs;
        var used = await db.Set<InsuranceCardRow>().Where(row => row.PatientId == patient && row.EndedAt == null).ToListAsync(cancel);
        if (used.Find(row => row.Id == card) is not { } ended)
            return new Refusal("INS101", "This card is not used any more, or is not this patient's; look at the list again.");
        ended.EndedAt = clock.GetUtcNow();
        foreach (var (row, rank) in used.Where(row => row.Id != card).OrderBy(row => row.Card.Rank).Select((row, at) => (row, at + 1)))
            row.Card = row.Card with { Rank = rank };
        await db.SaveChangesAsync(cancel);
        return ended.Card;
    }
}

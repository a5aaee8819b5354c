using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Practice.Referrals;
using Mooring.Storage;
using Mooring.Storage.Audit;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Storage;

public class TakingSomeoneIn
{
    private static readonly ReferralForm Form = new()
    {
        GivenName = "Noor",
        FamilyName = "Willow",
        BirthDate = new(1984, 3, 9),
        Sex = Sex.Female,
        From = "Dr. Fern",
        Reason = "Two antidepressants did not help.",
    };

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Keeps_referral_and_person_together_with_an_audit_line_each(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);

        var id = await clinic.As(Role.FrontDesk, services => services.GetRequiredService<ReferralDesk>().TakeIn(Form, CancellationToken.None));

        var (patient, referral, lines) = await clinic.As(Role.FrontDesk, async services => (
            await services.GetRequiredService<PatientDesk>().Find(id.Value, CancellationToken.None),
            await services.GetRequiredService<ReferralDesk>().Of(id.Value, CancellationToken.None),
            await services.GetRequiredService<MooringDb>().Set<AuditRow>().ToListAsync()));
        Assert.Equal("Noor Willow", patient!.FullName);
        Assert.Equal("Dr. Fern", referral!.From);
        Assert.Equal(["patients", "referrals", "tasks", "tasks"], lines.Where(line => line.Action == "added" && line.ActorName == "Tom Sedge").Select(line => line.Subject).Order());
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Says_everything_that_is_missing_at_once_and_keeps_nothing(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);

        var taken = await clinic.As(Role.FrontDesk, services => services.GetRequiredService<ReferralDesk>().TakeIn(new(), CancellationToken.None));

        Assert.Equal(["givenName", "familyName", "birthDate", "from", "reason"], taken.Refusals.Select(refusal => refusal.At));
        Assert.Empty(await clinic.As(Role.FrontDesk, services => services.GetRequiredService<PatientDesk>().Search(null, CancellationToken.None)));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Is_seen_by_no_other_clinic(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);
        var id = await clinic.As(Role.FrontDesk, services => services.GetRequiredService<ReferralDesk>().TakeIn(Form, CancellationToken.None));

        var seen = await clinic.As(Role.FrontDesk, services =>
        {
            services.GetRequiredService<ClinicScope>().Enter(new(Guid.CreateVersion7(TimeProvider.System.GetUtcNow())), null);
            return services.GetRequiredService<PatientDesk>().Find(id.Value, CancellationToken.None);
        });

        Assert.Null(seen);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Keeps_the_pronouns_that_the_person_said(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);
        var form = Form with { Id = Id<Referral>.New(TimeProvider.System.GetUtcNow()), OtherPronoun = " xe/xem " };

        var id = await clinic.As(Role.FrontDesk, services => services.GetRequiredService<ReferralDesk>().TakeIn(form, CancellationToken.None));
        var taken = (await clinic.As(Role.FrontDesk, services => services.GetRequiredService<PatientDesk>().Find(id.Value, CancellationToken.None)))!;
        var changed = await clinic.As(Role.FrontDesk, services => services.GetRequiredService<PatientDesk>().Change(taken with { Pronoun = Pronoun.They, OtherPronoun = null }, taken, CancellationToken.None));
        var tooLong = await clinic.As(Role.FrontDesk, services => services.GetRequiredService<PatientDesk>().Change(taken with { OtherPronoun = new string('x', 41) }, CancellationToken.None));

        Assert.Equal((Pronoun.Other, "xe/xem"), (taken.Pronoun, taken.OtherPronoun));
        Assert.Equal((Pronoun.They, (string?)null), (changed.Value!.Pronoun, changed.Value.OtherPronoun));
        Assert.Equal(("STO108", "otherPronoun"), (tooLong.Refusals.Single().Code, tooLong.Refusals.Single().At));
    }
}

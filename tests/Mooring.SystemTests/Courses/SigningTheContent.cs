using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Sessions;
using Mooring.Content.Library;
using Mooring.Content.Review;
using Mooring.Practice.Bedside;
using Mooring.Practice.Content;
using Mooring.Practice.Plans;
using Mooring.Practice.Settings;
using Mooring.Storage;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Courses;

public class SigningTheContent
{
    private static readonly string[] Needed = ["protocols/kap-im.yaml", "monitoring/im.yaml", "dosing.yaml"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Is_required_before_a_clinic_that_treats_people_opens_a_session(Engine engine)
    {
        await using var care = await WithAPlan(engine);
        var demonstration = await Ask(care);
        await TreatPeople(care);

        var refused = await Ask(care);
        Assert.Empty((await Review(care, "dosing.yaml")).Refusals);
        foreach (var file in Needed)
            Assert.Empty((await Sign(care, file)).Refusals);
        var allowed = await Ask(care);

        Assert.Empty(demonstration.Refusals);
        var refusal = Assert.Single(refused.Refusals);
        Assert.Equal("SES906", refusal.Code);
        Assert.All(Needed, file => Assert.Contains(file, refusal.Says, StringComparison.Ordinal));
        Assert.Empty(allowed.Refusals);
    }

    [Fact]
    public async Task Takes_the_mark_away_in_this_clinic_only()
    {
        await using var care = await CareClinic.WithSomeoneTakenIn();
        var before = await care.Ask(Role.Nurse, services => Task.FromResult(services.GetRequiredService<Reviewed>().Is(Needed[0])));

        await Sign(care, Needed[0]);

        var after = await care.Ask(Role.Nurse, services => Task.FromResult(services.GetRequiredService<Reviewed>().Is(Needed[0])));
        await using var scope = care.Clinic.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ClinicScope>().Enter(Id<Clinic>.New(care.Clock.Now), null);
        Assert.Equal((false, true, false), (before, after, scope.ServiceProvider.GetRequiredService<Reviewed>().Is(Needed[0])));
    }

    [Fact]
    public async Task Is_kept_once_and_with_the_text_that_was_signed()
    {
        await using var care = await CareClinic.WithSomeoneTakenIn();
        var id = Guid.CreateVersion7(care.Clock.Now);

        await Sign(care, Needed[0], id: id);
        await Sign(care, Needed[0], id: id);

        var signature = Assert.Single(await care.Ask(Role.Nurse, services => services.GetRequiredService<SignatureDesk>().Of(Needed[0], Cancel)));
        Assert.Equal(("Juno Hawthorn", true), (signature.Name, signature.IsCurrent));
        var text = await care.Ask(Role.Nurse, services => services.GetRequiredService<MooringDb>().Set<ArchivedContentRow>().SingleAsync(row => row.Hash == signature.Hash, Cancel));
        Assert.StartsWith("id: KAP-IM", text.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LIB501", "protocols/none.yaml", null, Role.MedicalDirector)]
    [InlineData("LIB502", "dosing.yaml", "00", Role.MedicalDirector)]
    [InlineData("LIB503", "dosing.yaml", null, Role.Nurse)]
    [InlineData("LIB503", "dosing.yaml", null, Role.Manager)]
    public async Task Is_refused_for_what_was_not_read_or_is_not_theirs(string code, string file, string? hash, Role by)
    {
        await using var care = await CareClinic.WithSomeoneTakenIn();

        var signed = await Sign(care, file, hash, by);

        Assert.Equal([code], signed.Refusals.Select(refusal => refusal.Code));
    }

    [Theory]
    [InlineData("dosing.yaml", Role.Pharmacist, Reviewer.Pharmacist)]
    [InlineData("vocabulary/medicines/antidepressants.yaml", Role.Pharmacist, Reviewer.Pharmacist)]
    [InlineData("codes/measures.yaml", Role.Coder, Reviewer.Coder)]
    public async Task Waits_where_the_content_says_so_for_somebody_of_the_field(string file, Role by, Reviewer from)
    {
        await using var care = await CareClinic.WithSomeoneTakenIn();

        var early = await Sign(care, file);
        var reviewed = await Review(care, file, by, from);
        var before = await care.Ask(Role.Nurse, services => Task.FromResult(services.GetRequiredService<Reviewed>().Is(file)));
        var signed = await Sign(care, file);
        var kept = await care.Ask(Role.Nurse, services => services.GetRequiredService<SignatureDesk>().Of(file, Cancel));

        Assert.Equal(["LIB505"], early.Refusals.Select(refusal => refusal.Code));
        Assert.Empty(reviewed.Refusals);
        Assert.False(before, "A signature from a field puts nothing into force.");
        Assert.Empty(signed.Refusals);
        Assert.Equal([null, from], kept.Select(signature => signature.As).Order());
        Assert.Equal("Degree of 2019", kept.Single(signature => signature.As == from).Training);
    }

    [Theory]
    [InlineData("LIB506", "dosing.yaml", Role.MedicalDirector, "Degree of 2019")]
    [InlineData("LIB507", "dosing.yaml", Role.Pharmacist, " ")]
    [InlineData("LIB508", "asking.yaml", Role.Pharmacist, "Degree of 2019")]
    public async Task Is_refused_from_a_field_that_is_not_theirs_or_not_asked(string code, string file, Role by, string training)
    {
        await using var care = await CareClinic.WithSomeoneTakenIn();

        var reviewed = await Review(care, file, by, training: training);

        Assert.Equal([code], reviewed.Refusals.Select(refusal => refusal.Code));
    }

    private static Task<Outcome<ContentSignature>> Review(CareClinic care, string file, Role by = Role.Pharmacist, Reviewer from = Reviewer.Pharmacist, string training = "Degree of 2019") => care.Ask(by, services =>
    {
        var now = services.GetRequiredService<ClinicalLibrary>().Review.Hashes[file];
        return services.GetRequiredService<SignatureDesk>().Review(Guid.CreateVersion7(care.Clock.Now), file, now, from, training, Cancel);
    });

    private static async Task<CareClinic> WithAPlan(Engine engine)
    {
        var care = await CareClinic.WithSomeoneKnown(engine);
        Assert.Empty((await care.FindEligible()).Refusals);
        Assert.Empty((await care.Consent()).Refusals);
        Assert.Empty((await care.Sign(CareClinic.PlanForm("50"))).Refusals);
        return care;
    }

    private static Task TreatPeople(CareClinic care) => care.Clinic.As(Role.Manager, async services =>
    {
        var db = services.GetRequiredService<MooringDb>();
        (await db.Set<ClinicRow>().SingleAsync(Cancel)).IsDemo = false;
        await db.SaveChangesAsync(Cancel);
    });

    private static Task<Outcome<ContentSignature>> Sign(CareClinic care, string file, string? hash = null, Role by = Role.MedicalDirector, Guid? id = null) => care.Ask(by, services =>
    {
        var now = services.GetRequiredService<ClinicalLibrary>().Review.Hashes.GetValueOrDefault(file, "");
        return services.GetRequiredService<SignatureDesk>().Sign(id ?? Guid.CreateVersion7(care.Clock.Now), file, hash ?? now, Cancel);
    });

    private static async Task<Outcome<SessionPlan>> Ask(CareClinic care) => await care.Ask(Role.Nurse, async services =>
    {
        var visit = (await services.GetRequiredService<VisitDesk>().Of(care.Patient, Cancel)).First(visit => visit.What.Kind == VisitKind.Dosing);
        return await services.GetRequiredService<SessionOpening>().PlanFor(care.Patient, visit.Id, Cancel);
    });
}

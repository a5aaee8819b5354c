using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice;
using Mooring.Practice.Patients;
using Mooring.Practice.Referrals;
using Mooring.Storage;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.TakingIn;

public class WhoIsHereAlready
{
    private static readonly ReferralForm Zoe = new()
    {
        GivenName = "Zoé",
        FamilyName = "Núñez",
        BirthDate = new(1984, 3, 9),
        Phone = "312-555-0199",
        From = "Dr. Fern",
        Reason = "Two antidepressants did not help.",
    };

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Keeps_a_form_that_is_sent_twice_once(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);
        var form = Zoe with { Id = Id<Referral>.New(TimeProvider.System.GetUtcNow()) };

        var both = await Task.WhenAll(TakeIn(clinic, form), TakeIn(clinic, form));

        Assert.Equal(both[0].Value, both[1].Value);
        Assert.Single(await Find(clinic, null));
    }

    [Fact]
    public async Task Says_so_when_the_form_comes_back_with_other_words()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var form = Zoe with { Id = Id<Referral>.New(TimeProvider.System.GetUtcNow()) };
        await TakeIn(clinic, form);

        var again = await TakeIn(clinic, form with { GivenName = "Zola" });

        Assert.Equal(["STO107"], again.Refusals.Select(refusal => refusal.Code));
        Assert.Single(await Find(clinic, null));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Gives_those_who_come_at_once_a_number_each(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);

        var all = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => TakeIn(clinic, Zoe with { GivenName = $"Sib{(char)(65 + n)}", Phone = null })));

        Assert.All(all, one => Assert.Empty(one.Refusals));
        Assert.Equal(Enumerable.Range(1001, 12).Select(n => $"M-{n}"), (await Find(clinic, null)).Select(patient => patient.Number).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Gives_no_number_again_after_somebody_left_the_records()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var first = await TakeIn(clinic, Zoe);
        await TakeIn(clinic, Zoe with { GivenName = "Theo", FamilyName = "Fern" });
        await clinic.As(Role.Manager, async services =>
        {
            var db = services.GetRequiredService<MooringDb>().Database;
            await db.ExecuteSqlAsync($"DELETE FROM referrals WHERE PatientId = {first.Value.Value}");
            await db.ExecuteSqlAsync($"DELETE FROM patients WHERE Id = {first.Value.Value}");
        });

        await TakeIn(clinic, Zoe with { GivenName = "Ada", FamilyName = "Reed" });

        Assert.Equal(["M-1002", "M-1003"], (await Find(clinic, null)).Select(patient => patient.Number).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Zoe", "Nunez", "1984-03-09", null)]
    [InlineData("NÚÑEZ", "zoé", "1984-03-09", null)]
    [InlineData("Zoé", "Núñez", "1984-09-03", null)]
    [InlineData("Zoe Ann", "Nunez-Fern", "1984-03-09", null)]
    [InlineData("Zoe", "Aspen", "1984-03-09", "(312) 555 0199")]
    public async Task Asks_about_somebody_who_may_be_here_already(string given, string family, string born, string? phone)
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        await TakeIn(clinic, Zoe);
        var form = Zoe with { GivenName = given, FamilyName = family, BirthDate = DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture), Phone = phone };

        var asked = await TakeIn(clinic, form);
        var kept = (await Find(clinic, null)).Count;
        var said = await TakeIn(clinic, form with { IsAnother = true });

        Assert.Equal(["STO106"], asked.Refusals.Select(refusal => refusal.Code));
        Assert.Contains("M-1001", asked.Refusals[0].Says, StringComparison.Ordinal);
        Assert.Equal(1, kept);
        Assert.Empty(said.Refusals);
    }

    [Theory]
    [InlineData("Theo", "Núñez", "1984-03-09", "312-555-0199")]
    [InlineData("Zoé", "Fern", "1984-03-09", null)]
    [InlineData("Zola", "Núñez", "1990-01-01", null)]
    [InlineData("Zoé", "Núñez", "1951-11-20", null)]
    public async Task Asks_nothing_about_a_twin_or_a_stranger(string given, string family, string born, string? phone)
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        await TakeIn(clinic, Zoe);

        var taken = await TakeIn(clinic, Zoe with { GivenName = given, FamilyName = family, BirthDate = DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture), Phone = phone });

        Assert.Empty(taken.Refusals);
    }

    [Theory]
    [InlineData("Suharto", "")]
    [InlineData("", "Suharto")]
    public async Task Takes_in_a_person_with_one_name_and_asks_when_that_one_comes_again(string given, string family)
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var taken = await TakeIn(clinic, Zoe with { GivenName = given, FamilyName = family });

        var again = await TakeIn(clinic, Zoe with { GivenName = family, FamilyName = given });

        Assert.Empty(taken.Refusals);
        Assert.Equal("Suharto", Assert.Single(await Find(clinic, "suharto")).FullName);
        Assert.Equal(["STO106"], again.Refusals.Select(refusal => refusal.Code));
    }

    [Theory]
    [InlineData("nunez")]
    [InlineData("NÚÑEZ zoe")]
    [InlineData("Nu\u0301n\u0303ez")]
    [InlineData("m-1001")]
    public async Task Is_found_however_the_name_is_typed(string words)
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        await TakeIn(clinic, Zoe);

        Assert.Single(await Find(clinic, words));
    }

    [Fact]
    public async Task Is_found_when_an_earlier_version_kept_the_name()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        await TakeIn(clinic, Zoe);
        await clinic.As(Role.Manager, services => services.GetRequiredService<MooringDb>().Database.ExecuteSqlAsync($"UPDATE patients SET SoughtAs = 'ZOÉ NÚÑEZ M-1001'"));

        await clinic.As(Role.Manager, services => Tables.Update(services.GetRequiredService<MooringDb>(), CancellationToken.None));

        Assert.Single(await Find(clinic, "nunez"));
    }

    private static Task<Outcome<Id<Patient>>> TakeIn(TestClinic clinic, ReferralForm form) =>
        clinic.As(Role.FrontDesk, services => services.GetRequiredService<ReferralDesk>().TakeIn(form, CancellationToken.None));

    private static Task<IReadOnlyList<Patient>> Find(TestClinic clinic, string? words) =>
        clinic.As(Role.FrontDesk, services => services.GetRequiredService<PatientDesk>().Search(words, CancellationToken.None));
}

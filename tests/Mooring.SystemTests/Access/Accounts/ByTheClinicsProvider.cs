using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Practice.Access.Accounts;
using Mooring.SystemTests.Clinics;
using Mooring.Web.Access;

namespace Mooring.SystemTests.Access.Accounts;

/// <summary>Signing in by the clinic's own identity provider: only whom a manager tied, and only by the subject.</summary>
public class ByTheClinicsProvider
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Comes_in_whom_a_manager_tied_to_the_subject_and_nobody_else()
    {
        await using var provider = await SmallProvider.Start();
        var secret = Path.GetTempFileName();
        await File.WriteAllTextAsync(secret, SmallProvider.Secret, Cancel);
        await using var clinic = await TestClinic.Start(Engine.Sqlite, null, options => options with
        {
            Outside = new(provider.Address, SmallProvider.ClientId, secret, "Harbor accounts", AsksSecondFactor: true),
        });

        var untied = await Walk(clinic);
        Assert.True((await Tie(clinic, Role.Manager, "subject-7")).IsDone);
        var tied = await Walk(clinic);
        provider.Subject = "subject-8";
        var other = await Walk(clinic);
        var taken = await clinic.As(Role.Manager, services => services.GetRequiredService<OutsideDesk>().Tie(clinic.Staff[Role.Therapist].Id, provider.Address.ToString(), "subject-7", Cancel));
        var byNurse = await Tie(clinic, Role.Nurse, "subject-8");

        Assert.Equal("/sign-in?refused=untied", untied);
        Assert.Equal("/patients", tied);
        Assert.Equal("/sign-in?refused=untied", other);
        Assert.Equal(["ACC124", "WEB150"], new[] { taken, byNurse }.Select(one => Assert.Single(one.Refusals).Code));
        File.Delete(secret);

        Task<Outcome<Mooring.Storage.Accounts.StaffRow>> Tie(TestClinic at, Role by, string subject) =>
            at.As(by, services => services.GetRequiredService<OutsideDesk>().Tie(at.Staff[Role.FrontDesk].Id, provider.Address.ToString(), subject, Cancel));
    }

    [Fact]
    public void Is_named_by_a_file_that_has_to_say_everything()
    {
        var folder = Directory.CreateTempSubdirectory("mooring-provider-").FullName;
        Assert.Null(OutsideProvider.In(folder));
        var file = Path.Combine(folder, OutsideProvider.File);

        File.WriteAllText(file, """{ "authority": "https://id.clinic.example", "clientId": "mooring", "secretFile": "secret.txt", "name": "Harbor accounts" }""");
        var read = OutsideProvider.In(folder);
        File.WriteAllText(file, """{ "authority": "http://id.clinic.example", "clientId": "mooring", "secretFile": "secret.txt", "name": "Harbor accounts" }""");

        Assert.Equal(Path.Combine(folder, "secret.txt"), read!.SecretFile);
        Assert.Throws<InvalidDataException>(() => OutsideProvider.In(folder));
        Directory.Delete(folder, recursive: true);
    }

    // Follows the way a browser goes: here, there, back, and on.
    private static async Task<string> Walk(TestClinic clinic)
    {
        using var browser = await clinic.Visitor();
        using var begun = await browser.GetAsync("/sign-in/outside?then=%2Fpatients", Cancel);
        using var there = await browser.GetAsync(begun.Headers.Location, Cancel);
        using var back = await browser.GetAsync(there.Headers.Location, Cancel);
        var to = StrictClinic.Where(back);
        if (to == "/patients")
            Assert.Equal("200", StrictClinic.Where(await browser.GetAsync("/patients", Cancel)));
        return to;
    }
}

using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Patients;
using Mooring.Practice.Access;
using Mooring.Practice.Questionnaires;
using Mooring.Practice.Referrals;
using Mooring.Storage;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.TakingIn;

/// <summary>People taken in, and what they answer.</summary>
internal static class Intakes
{
    public static readonly int?[] Calm = [1, 1, 1, 1, 1, 1, 1, 1, 0, 1];

    /// <summary>Item 9 is answered with "several days".</summary>
    public static readonly int?[] Worrying = [2, 2, 2, 2, 2, 2, 2, 1, 1, 2];

    public static async Task<Id<Patient>> Refer(this TestClinic clinic, string given = "Noor", DateOnly? born = null, Language language = Language.English)
    {
        var taken = await clinic.As(Role.FrontDesk, services => services.GetRequiredService<ReferralDesk>().TakeIn(new()
        {
            GivenName = given,
            IsAnother = true,
            FamilyName = "Willow",
            BirthDate = born ?? new(1984, 3, 9),
            Sex = Sex.Female,
            Language = language,
            From = "Dr. Fern",
            Reason = "Two antidepressants did not help.",
        }, CancellationToken.None));
        return taken.Value;
    }

    public static Task<Outcome<AnswerSheet>> Enter(this TestClinic clinic, Id<Patient> patient, string instrument, int?[] answers) =>
        clinic.As(Role.Nurse, services => services.GetRequiredService<QuestionnaireDesk>().Enter(
            patient, Id<AnswerSheet>.New(TimeProvider.System.GetUtcNow()), instrument, answers, "intake", TimeProvider.System.GetUtcNow(), isFromPaper: true, CancellationToken.None));

    public static Task<string> OwnLink(this TestClinic clinic, Id<Patient> patient) => clinic.As(Role.FrontDesk,
        async services => (await services.GetRequiredService<LinkDesk>().Make(LinkKind.Patient, patient.Value, TimeSpan.FromDays(1), CancellationToken.None)).Value!);

    /// <summary>Work done by the patient.</summary>
    public static Task<T> AsPatient<T>(this TestClinic clinic, Id<Patient> patient, Func<IServiceProvider, Task<T>> work) => clinic.As(Role.Nurse, services =>
    {
        services.GetRequiredService<ClinicScope>().Enter(clinic.Clinic.Id, new(patient.Value, "Noor Willow", Role.Patient));
        return work(services);
    });
}

using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Content.Library;
using Mooring.Practice.Consents;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Courses;

public partial class GivingConsent
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Keeps_the_hash_of_the_text_the_answers_and_what_was_asked(Engine engine)
    {
        await using var care = await CareClinic.WithSomeoneTakenIn(engine);

        var signed = await care.Consent();

        Assert.Empty(signed.Refusals);
        var kept = Assert.Single(await care.Ask(Role.Nurse, services => services.GetRequiredService<ConsentDesk>().Given(care.Patient, CancellationToken.None)));
        var form = await care.Ask(Role.Nurse, services =>
        {
            var content = services.GetRequiredService<CourseContent>();
            return Task.FromResult(content.Consent(content.Protocol(CareClinic.Protocol)!, "en"));
        });
        Assert.Equal(form.Hash, kept.FormHash);
        Assert.Equal(form.Questions.Count, kept.Signing.Answers.Count);
        Assert.Equal("How long does it last?", Assert.Single(kept.Signing.Asked).Question);
        Assert.Equal("Ben Rowan", kept.Signing.ExplainedBy.Name);
    }

    [Fact]
    public async Task Is_refused_with_the_explanation_when_a_question_shows_it_was_not_understood()
    {
        await using var care = await CareClinic.WithSomeoneTakenIn();

        var signed = await care.Consent(wrong: "driving");

        var refusal = Assert.Single(signed.Refusals);
        Assert.Equal(("CON103", "driving"), (refusal.Code, refusal.At));
        Assert.Contains("24 hours", refusal.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task May_be_taken_back_and_then_holds_no_more()
    {
        await using var care = await CareClinic.WithSomeoneTakenIn();
        var signed = await care.Consent();

        await care.Ask(Role.Nurse, services => services.GetRequiredService<ConsentDesk>().Withdraw(care.Patient, signed.Value!.Id, null, CancellationToken.None));

        var missing = await care.Ask(Role.Nurse, services => services.GetRequiredService<ConsentDesk>().Missing(
            care.Patient, services.GetRequiredService<CourseContent>().Protocol(CareClinic.Protocol)!, CancellationToken.None));
        Assert.Equal(["CON202"], missing.Select(refusal => refusal.Code));
    }

    [Fact]
    public async Task Can_not_be_reached_through_another_patient()
    {
        await using var care = await CareClinic.WithSomeoneTakenIn();
        var signed = await care.Consent();
        var other = await care.TakeIn("Ansel", "Maple");

        var withdrawn = await care.Ask(Role.Nurse, services => services.GetRequiredService<ConsentDesk>().Withdraw(other, signed.Value!.Id, null, CancellationToken.None));

        Assert.Equal(["CON109"], withdrawn.Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public async Task Asks_and_states_each_thing_at_a_place_of_its_own()
    {
        await using var care = await CareClinic.WithSomeoneTakenIn(start: true);
        using var nurse = await care.Clinic.Visitor(Role.Nurse);

        var page = await nurse.GetStringAsync(new Uri($"/patients/{care.Patient}/consent/sign?protocol={CareClinic.Protocol}", UriKind.Relative), TestContext.Current.CancellationToken);

        var ids = Id().Matches(page).Select(found => found.Groups[1].Value).ToList();
        Assert.True(ids.Count > 10, $"Only {ids.Count} ids were found: the test is blind.");
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
    }

    [GeneratedRegex(" id=\"([^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Id();
}

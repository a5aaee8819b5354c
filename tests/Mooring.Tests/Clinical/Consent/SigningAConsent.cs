using Mooring.Clinical;
using Mooring.Clinical.Consent;
using Mooring.Tests.Clinical.Courses;

namespace Mooring.Tests.Clinical.Consent;

public class SigningAConsent
{
    private static readonly ConsentForm Form = PlanExample.Form();

    [Fact]
    public void Keeps_the_hash_of_the_text_and_the_day()
    {
        var signed = PlanExample.Signing(Form).Sign(Form, PlanExample.Now, PlanExample.Today).Value!;

        Assert.Equal(64, signed.FormHash.Length);
        Assert.Equal(PlanExample.Today, signed.SignedOn);
        Assert.Equal(PlanExample.Today.AddMonths(12).AddDays(-1), ConsentCurrency.Until(Form, signed));
    }

    [Fact]
    public void Wants_each_statement_ticked() => Refused("CON101", signing => signing with
    {
        Ticked = signing.Ticked.Where(id => id != "driving").ToHashSet(StringComparer.Ordinal),
    });

    [Fact]
    public void Wants_each_question_answered() => Refused("CON102", signing => signing with
    {
        Answers = signing.Answers.Where(answer => answer.Key != "crisis").ToDictionary(),
    });

    [Fact]
    public void Explains_a_wrong_answer()
    {
        var wrong = new Dictionary<string, string>(PlanExample.Signing(Form).Answers, StringComparer.Ordinal) { ["driving"] = "two-hours" };

        var refusal = Refused("CON103", signing => signing with { Answers = wrong });

        Assert.Equal(Form.Questions.Single(question => question.Id == "driving").WhenWrong, refusal.Says);
    }

    [Theory]
    [InlineData("", "CON104")]
    [InlineData("Noor Willow", "CON105")]
    public void Wants_the_persons_own_name(string typed, string code) => Refused(code, signing => signing with { Signature = typed });

    [Theory]
    [InlineData("mara  alder ")]
    [InlineData("Mára Alder")]
    public void Takes_the_name_as_a_phone_writes_it(string typed) =>
        Assert.True((PlanExample.Signing(Form) with { Signature = typed }).Sign(Form, PlanExample.Now, PlanExample.Today).IsDone);

    [Fact]
    public void Wants_an_interpreter_for_a_form_in_another_language()
    {
        Refused("CON106", signing => signing with { PatientLanguage = "es" });
        Assert.True((PlanExample.Signing(Form) with { PatientLanguage = "es", Interpreter = "Luz Romero" }).Sign(Form, PlanExample.Now, PlanExample.Today).IsDone);
    }

    [Fact]
    public void Wants_somebody_who_explained_it() =>
        Refused("CON107", signing => signing with { ExplainedBy = Content.As(PlanExample.Nurse.Id, PlanExample.Nurse.Name, Role.FrontDesk) });

    private static Refusal Refused(string code, Func<ConsentSigning, ConsentSigning> change)
    {
        var refusal = Assert.Single(change(PlanExample.Signing(Form)).Sign(Form, PlanExample.Now, PlanExample.Today).Refusals);
        Assert.Equal(code, refusal.Code);
        return refusal;
    }
}

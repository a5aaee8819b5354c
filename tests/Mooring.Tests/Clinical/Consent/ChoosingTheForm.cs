using Mooring.Clinical;
using Mooring.Clinical.Consent;
using Mooring.Clinical.Protocols;
using Mooring.Tests.Clinical.Courses;

namespace Mooring.Tests.Clinical.Consent;

public class ChoosingTheForm
{
    [Fact]
    public void Speaks_of_the_plans_own_route_only()
    {
        Assert.Contains("pump", Whole(PlanExample.FormFor("TRD-IV-STD")));
        Assert.DoesNotContain("shot in a muscle", Whole(PlanExample.FormFor("TRD-IV-STD")));
        Assert.Contains("shot in a muscle", Whole(PlanExample.FormFor("KAP-IM")));
        Assert.DoesNotContain("pump", Whole(PlanExample.FormFor("KAP-IM")));
    }

    [Theory]
    [InlineData(DoseRoute.Nasal)]
    [InlineData(DoseRoute.Sl)]
    [InlineData(DoseRoute.Po)]
    public void Gives_the_warning_on_pharmacy_made_ketamine_and_asks_whether_it_was_understood(DoseRoute route)
    {
        var form = PlanExample.Form().As(new(Drug.Racemic, route, LabelStatus.OffLabel, WithTherapy: false));

        Assert.Contains(form.Sections, section => section.Id == "compounded");
        Assert.Contains(form.Statements, statement => statement.Id == "compounded");
        Assert.Equal(["compounded", "home"], form.Questions.Select(question => question.Id).Intersect(["compounded", "home"]));
    }

    [Fact]
    public void Says_nothing_of_a_pharmacy_where_none_makes_the_drug() =>
        Assert.DoesNotContain("pharmacy", Whole(PlanExample.FormFor("TRD-IV-STD")));

    [Fact]
    public void Asks_about_touch_and_recording_only_where_a_therapist_takes_part()
    {
        Assert.Equal(["may-touch", "may-record", "may-photograph"], PlanExample.FormFor("KAP-IM").Permissions.Select(permission => permission.Id));
        Assert.Empty(PlanExample.FormFor("TRD-IV-STD").Permissions);
        Assert.DoesNotContain(PlanExample.FormFor("TRD-IV-STD").Sections, section => section.Id == "therapy");
    }

    [Fact]
    public void Names_the_safety_program_for_the_approved_spray_only()
    {
        Assert.Contains("REMS", Whole(PlanExample.FormFor("TRD-ESK-IN")));
        Assert.DoesNotContain("REMS", Whole(PlanExample.FormFor("TRD-IV-STD")));
    }

    [Fact]
    public void Tells_every_route_that_the_use_is_off_label_what_else_there_is_what_it_costs_and_that_one_may_stop() =>
        Assert.All(Enum.GetValues<DoseRoute>(), route => Assert.Subset(
            PlanExample.Form().As(new(Drug.Racemic, route, LabelStatus.OffLabel, WithTherapy: false)).Sections.Select(section => section.Id).ToHashSet(),
            new HashSet<string> { "what", "off-label", "benefits", "effects", "risks", "older", "choices", "costs", "privacy", "your-part" }));

    [Fact]
    public void Is_done_anew_when_the_route_changes()
    {
        var given = PlanExample.Signing(PlanExample.FormFor("TRD-IV-STD")).Sign(PlanExample.FormFor("TRD-IV-STD"), PlanExample.Now, PlanExample.Today).Value!;

        Assert.Empty(ConsentCurrency.Check(PlanExample.FormFor("TRD-IV-STD"), given, PlanExample.Today));
        Assert.Equal(["CON205"], ConsentCurrency.Check(PlanExample.FormFor("KAP-IM"), given, PlanExample.Today).Select(refusal => refusal.Code));
    }

    [Fact]
    public void Takes_a_no_to_touch_as_an_answer_and_silence_as_none()
    {
        var form = PlanExample.FormFor("KAP-IM");
        var silent = PlanExample.Signing(form) with { Permissions = new Dictionary<string, bool>(StringComparer.Ordinal) { ["may-touch"] = false, ["may-photograph"] = false } };

        Assert.False(PlanExample.Signing(form).Sign(form, PlanExample.Now, PlanExample.Today).Value!.Signing.Permissions["may-touch"]);
        Assert.Equal([("CON110", "may-record")], silent.Sign(form, PlanExample.Now, PlanExample.Today).Refusals.Select(refusal => (refusal.Code, refusal.At)));
    }

    private static string Whole(ConsentForm form) => string.Join(' ', form.Sections.SelectMany(section => section.Paragraphs).Select(paragraph => paragraph.Says));
}

using Mooring.Clinical.Education;

namespace Mooring.Tests.Clinical.Courses;

public class PlanningEveryProtocol
{
    public static TheoryData<string> RunHere => [.. Content.Protocols.Items.Where(protocol => protocol.NotRunHere is null).Select(protocol => protocol.Id)];

    public static TheoryData<string> NotRunHere =>
        [.. Content.Protocols.Items.Where(protocol => protocol is { NotRunHere: not null, Dose.Count: > 0 }).Select(protocol => protocol.Id)];

    [Theory]
    [MemberData(nameof(RunHere))]
    public void Lays_out_its_sessions_once_the_reasons_are_written(string id)
    {
        var draft = PlanExample.Draft(id);
        var reasons = draft.Dose.Limits.Select(limit => limit.Id).Append("exposure-month").ToDictionary(limit => limit, _ => "Discussed.");

        var signed = PlanExample.Sign(draft with { Reasons = reasons }, PlanExample.Ground(id));

        Assert.Empty(signed.Refusals);
        Assert.Equal(draft.Protocol.Course.Sum(phase => phase.Sessions), signed.Value!.Dosings.Count());
    }

    [Theory]
    [MemberData(nameof(RunHere))]
    public void Tells_the_person_what_to_expect_in_whole_sentences(string id)
    {
        var draft = PlanExample.Draft(id);
        var plan = PlanExample.Sign(draft with { Reasons = new Dictionary<string, string> { ["exposure-month"] = "Discussed." } }, PlanExample.Ground(id)).Value!;

        var facts = new EducationFacts
        {
            PatientFirstName = "Mara",
            Rounds = Content.Library.Packs.Single(pack => pack.Value!.Id == draft.Protocol.Monitoring).Value!.Schedule,
        };
        foreach (var text in Content.Educations.Items.Where(text => text.Sections.Count > 0))
        {
            var told = Expectations.For(plan, draft.Protocol, text, facts);

            Assert.Contains(told, section => section.Urgent && section.Paragraphs.Any(paragraph => paragraph.Contains("988", StringComparison.Ordinal)));
            Assert.DoesNotContain(told.SelectMany(section => section.Paragraphs), paragraph => paragraph.Contains('{', StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(NotRunHere))]
    public void Is_refused_where_it_is_not_run(string id)
    {
        var draft = PlanExample.Draft(id);

        var refused = PlanExample.Sign(draft, PlanExample.Ground(id));

        Assert.Contains(refused.Refusals, refusal => refusal.Code == "CRS110");
    }
}

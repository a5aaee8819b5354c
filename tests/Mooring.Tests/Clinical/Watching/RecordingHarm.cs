using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Clinical.Watching;
using Mooring.Content;
using Mooring.Content.Reading;
using Mooring.Tests.Clinical.Sessions;

namespace Mooring.Tests.Clinical.Watching;

public class RecordingHarm
{
    private static readonly AdverseCatalogue Catalogue = AdverseEvents.ReadFrom(ContentFolder.Find()).Value!;

    [Theory]
    [InlineData(179, 109, 90, "")]
    [InlineData(180, 75, 98, "hypertension")]
    [InlineData(120, 110, 98, "hypertension")]
    [InlineData(120, 75, 89, "hypoxia")]
    [InlineData(185, 112, 88, "hypertension,hypoxia")]
    public void Vital_signs_suggest_a_term(double systolic, double diastolic, double spo2, string terms)
    {
        var chair = Chairside.Infusion().CheckedIn().Charted(4, systolic, diastolic, spo2);

        Assert.Equal(terms, string.Join(',', Catalogue.Capture.SuggestedBy(chair.Session)));
    }

    [Fact]
    public void What_is_recorded_is_not_suggested_again()
    {
        var chair = Chairside.Infusion().CheckedIn().Charted(4, systolic: 185)
            .Then(5, session => session.RecordAdverseEvent(Chairside.At(5), new("hypertension", 3, "watched", AdverseOutcome.Ongoing)));

        Assert.Empty(Catalogue.Capture.SuggestedBy(chair.Session));
    }

    [Fact]
    public void Every_term_says_its_grades_what_is_done_first_and_its_source() => Assert.All(Catalogue.Terms, term =>
    {
        Assert.NotEmpty(term.Grades);
        Assert.NotEmpty(term.Action);
        Assert.NotEmpty(term.Because);
    });
}

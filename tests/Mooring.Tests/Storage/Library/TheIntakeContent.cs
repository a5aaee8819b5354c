using Mooring.Clinical.Instruments;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Surveillance;
using Mooring.Content;
using Mooring.Content.Library;
using Mooring.Web.Pages.Portal.Histories;

namespace Mooring.Tests.Storage.Library;

public class TheIntakeContent
{
    private static readonly string Folder = ContentFolder.Find();
    private static readonly ClinicalLibrary Library = LibraryLoad.From(Folder);
    private static readonly IntakeContent Intake = new(Library);

    [Fact]
    public void Says_everything_in_both_languages_with_the_same_places_to_fill()
    {
        var texts = new InterfaceTexts(Library);

        foreach (var key in texts.Keys)
        {
            var (english, spanish) = (texts.Of(Language.English, key), texts.Of(Language.Spanish, key));
            Assert.False(string.IsNullOrWhiteSpace(english) || string.IsNullOrWhiteSpace(spanish), key);
            Assert.Equal(english.Count(letter => letter == '{'), spanish.Count(letter => letter == '{'));
        }
    }

    [Fact]
    public void Asks_only_questions_that_the_rules_know() =>
        Assert.Empty(Intake.History.Questions.Select(question => question.Id).Except(Library.Words.Questions.Keys));

    [Fact]
    public void Asks_only_instruments_that_there_are()
    {
        var shelf = new InstrumentCatalog(Library, Intake);

        Assert.All(Intake.Asking.Value.Ask, line => Assert.NotNull(shelf.Find(line.Instrument)));
    }

    [Fact]
    public void Says_every_plain_word_in_spanish_too()
    {
        var wordings = Intake.History.Groups.SelectMany(group => group.Conditions.Select(each => each.Plain).Append(group.Asks))
            .Concat(Intake.History.Questions.Select(question => question.Plain))
            .Concat(Intake.History.MayAsk.Select(question => question.Plain))
            .Concat(Intake.Forms.Values.SelectMany(form => form.Value.Items.Select(item => item.Text!)));

        Assert.All(wordings, wording => Assert.False(string.IsNullOrWhiteSpace(wording.Es), wording.En));
    }

    [Fact]
    public void Cites_only_sources_that_the_library_has()
    {
        var claims = Intake.History.Because.Concat(Intake.Asking.Value.Because).Concat(Intake.Forms.Values.SelectMany(form => form.Value.Because));

        Assert.Empty(claims.Select(claim => claim.Source).Except(Library.References.Keys));
    }

    [Fact]
    public void Opens_the_suicide_risk_step_the_day_after_when_the_patient_says_so()
    {
        var form = Intake.Forms["day-after"].Value;

        var worried = form.Score([2, 4, 0, 0, 1]).Value!;
        var well = form.Score([4, 4, 0, 0, 0]).Value!;

        Assert.Contains(Library.RiskPathway!.Value.Step, worried.Opens);
        Assert.Equal("call-today", worried.Band);
        Assert.Empty(well.Opens);
        Assert.Equal("none", well.Band);
    }

    [Fact]
    public void Ends_with_what_the_patient_wants_to_ask_and_their_word_that_nothing_was_left_out() =>
        Assert.Equal(["ask", "complete"], HistoryWalk.For(Intake.History, years: 40).Steps.TakeLast(2).Select(step => step.Id));

    [Fact]
    public void Takes_a_look_on_the_third_day_after_a_session()
    {
        var look = Intake.Asking.Value.Ask.Single(line => line.Id == "hours-72");
        var session = new DateTimeOffset(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);
        var care = new CareTimes(session.AddDays(-20)) { Sessions = [session] };

        Assert.Null(look.DueSince(care, null, session.AddHours(59)));
        Assert.NotNull(look.DueSince(care, null, session.AddHours(72)));
        Assert.Null(look.DueSince(care, session.AddHours(70), session.AddHours(72)));
        Assert.Null(look.DueSince(care, null, session.AddHours(85)));
    }

    [Theory]
    [InlineData(12, true)]
    [InlineData(55, true)]
    [InlineData(11, false)]
    [InlineData(56, false)]
    public void Asks_everybody_of_an_age_to_become_pregnant_whatever_sex_is_recorded(int years, bool asks)
    {
        var walk = HistoryWalk.For(Intake.History, years);

        Assert.All(["pregnant", "could-become-pregnant", "breastfeeding"], question => Assert.Equal(asks, walk.Find(question) is not null));
    }
}

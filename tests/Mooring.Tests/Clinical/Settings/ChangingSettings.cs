using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Settings;

namespace Mooring.Tests.Clinical.Settings;

public class ChangingSettings
{
    private static readonly ClinicSettings Quay = new() { Name = "Quay Clinic", TimeZone = "America/Chicago" };

    private static readonly IdentityChange Same = new("Quay Clinic", "America/Chicago", null, IsMonitoredSetting: false, IsZoneMeant: false);

    [Fact]
    public void Takes_name_and_phone_without_the_spaces_around_them()
    {
        var changed = (Same with { Name = " Harbor Clinic ", Phone = " (312) 555-0147 ", IsMonitoredSetting = true }).Apply(Quay).Value!;

        Assert.Equal(("Harbor Clinic", "(312) 555-0147", true), (changed.Name, changed.Phone, changed.IsMonitoredSetting));
    }

    [Theory]
    [InlineData("", "America/Chicago", "", "SET103", "name")]
    [InlineData("two\nlines", "America/Chicago", "", "SET104", "name")]
    [InlineData("Quay Clinic", "Chicago", "", "SET105", "timeZone")]
    [InlineData("Quay Clinic", "Central Standard Time", "", "SET105", "timeZone")]
    [InlineData("Quay Clinic", "../../etc/passwd", "", "SET105", "timeZone")]
    [InlineData("Quay Clinic", "America/Denver", "", "SET106", "timeZone")]
    [InlineData("Quay Clinic", "America/Chicago", "ask for Ada", "WEB122", "phone")]
    [InlineData("Quay Clinic", "America/Chicago", "555 0147                                  ", "WEB122", "phone")]
    public void Says_what_is_wrong_with_a_clinic_at_its_field(string name, string zone, string phone, string code, string at) =>
        Refused(new IdentityChange(name, zone, phone, IsMonitoredSetting: false, IsZoneMeant: false), code, at);

    [Fact]
    public void Refuses_a_name_that_is_longer_than_a_line()
    {
        Assert.True((Same with { Name = new('x', IdentityChange.NameLength) }).Apply(Quay).IsDone);
        Refused(Same with { Name = new('x', IdentityChange.NameLength + 1) }, "SET104", "name");
    }

    [Fact]
    public void Says_what_another_time_zone_changes_and_takes_it_when_that_is_meant()
    {
        var asked = Assert.Single((Same with { TimeZone = "America/Denver" }).Apply(Quay).Refusals);

        Assert.Contains("by America/Denver, no more by America/Chicago", asked.Says, StringComparison.Ordinal);
        Assert.Contains("No recorded moment moves", asked.Says, StringComparison.Ordinal);
        Assert.Equal("America/Denver", (Same with { TimeZone = "America/Denver", IsZoneMeant = true }).Apply(Quay).Value!.TimeZone);
    }

    [Fact]
    public void Opens_on_the_days_that_were_ticked_for_their_hours()
    {
        var opening = Week(new(DayOfWeek.Saturday, true, "09:00", "1:30 PM"), new(DayOfWeek.Monday, false, "08:00", "17:00")).Apply(Quay).Value!.Opening;

        Assert.Equal(new OpeningDay(DayOfWeek.Saturday, new(9, 0), new(13, 30)), Assert.Single(opening.Days));
    }

    [Theory]
    [InlineData("", "17:00", "SET107", "from[Monday]")]
    [InlineData("08:00", "25:00", "SET107", "until[Monday]")]
    [InlineData("08:00", "08:00", "SET108", "until[Monday]")]
    [InlineData("17:00", "08:00", "SET108", "until[Monday]")]
    public void Refuses_hours_that_are_none(string from, string until, string code, string at) =>
        Refused(Week(new TypedDay(DayOfWeek.Monday, true, from, until)), code, at);

    [Fact]
    public void Leaves_a_day_of_the_week_open() => Refused(Week(new TypedDay(DayOfWeek.Monday, false, "08:00", "17:00")), "SET109", "open-days");

    [Fact]
    public void Keeps_closed_days_in_their_order_and_none_twice()
    {
        var christmas = new DateOnly(2026, 12, 25);
        var with = new ClosedDayAdded(new(2026, 7, 3), "Holiday").Apply(new ClosedDayAdded(christmas, " Christmas Day ").Apply(Quay).Value!).Value!;

        Assert.Equal([new(new(2026, 7, 3), "Holiday"), new ClosedDay(christmas, "Christmas Day")], with.Opening.Closed);
        Assert.Equal("SET111", Assert.Single(new ClosedDayAdded(christmas, "Again").Apply(with).Refusals).Code);
        Assert.Equal("Holiday", Assert.Single(new ClosedDayRemoved(christmas).Apply(with).Value!.Opening.Closed).Name);
    }

    [Fact]
    public void Asks_which_day_is_closed_and_why()
    {
        Refused(new ClosedDayAdded(null, "Holiday"), "SET110", "day");
        Refused(new ClosedDayAdded(new(2026, 12, 25), " "), "SET112", "called");
        Refused(new ClosedDayAdded(new(2026, 12, 25), new('x', ClosedDayAdded.NameLength + 1)), "SET112", "called");
    }

    [Fact]
    public void Takes_no_closed_days_without_end()
    {
        var full = Quay with { Opening = new() { Closed = [.. Enumerable.Range(0, ClosedDayAdded.MostDays).Select(day => new ClosedDay(new DateOnly(2020, 1, 1).AddDays(day), "Closed"))] } };

        Assert.Equal("SET113", Assert.Single(new ClosedDayAdded(new(2026, 12, 25), "One more").Apply(full).Refusals).Code);
    }

    [Fact]
    public void Offers_at_least_one_language()
    {
        Refused(new LanguagesChange([]), "SET114", "languages");
        Assert.Equal([Language.Spanish], new LanguagesChange([Language.Spanish]).Apply(Quay).Value!.Languages);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("61")]
    [InlineData("2.5")]
    [InlineData("")]
    [InlineData("soon")]
    public void Locks_after_whole_minutes_up_to_an_hour(string minutes) => Refused(new ScreensChange(minutes), "SET115", "minutes");

    [Fact]
    public void Offers_what_was_ticked_of_the_library_and_all_as_long_as_nobody_chose()
    {
        var chosen = Formulary("TRD-IV-STD", "KAP-IM").Apply(Quay).Value!;

        Assert.Equal(["KAP-IM", "TRD-IV-STD"], chosen.Formulary);
        Assert.Null(Formulary("SI-IV", "TRD-IV-STD", "KAP-IM").Apply(Quay).Value!.Formulary);
        Assert.Equal(["KAP-IM", "SI-IV", "TRD-IV-STD"], Formulary("SI-IV", "TRD-IV-STD", "KAP-IM").Apply(chosen).Value!.Formulary);
        var clinic = new Clinic(Id<Clinic>.New(DateTimeOffset.UnixEpoch), "Quay Clinic", "America/Chicago", IsDemo: false);
        Assert.True(Quay.On(clinic).Offers("SI-IV"));
        Assert.True(chosen.On(clinic).Offers("KAP-IM"));
        Assert.False(chosen.On(clinic).Offers("SI-IV"));
        Assert.Equal(chosen.Formulary, ClinicSettings.Of(chosen.On(clinic)).Formulary);
    }

    [Fact]
    public void Offers_at_least_one_protocol_and_none_that_the_library_does_not_have()
    {
        Refused(Formulary(), "SET116", "protocols");
        Refused(Formulary("KAP-IM", "KAP-IX"), "SET117", "protocols");
    }

    [Fact]
    public void Says_which_protocols_are_offered_since_and_were_before()
    {
        var chosen = Formulary("KAP-IM").Apply(Quay).Value!;

        var differs = Assert.Single(SettingsWords.Differences(Quay, chosen));

        Assert.Equal((SettingsPart.Formulary, "Protocols offered: KAP-IM, before all that may run here"), (differs.Part, differs.ToString()));
    }

    [Fact]
    public void Says_how_two_editions_differ()
    {
        var after = new ScreensChange("2").Apply(Week(new TypedDay(DayOfWeek.Monday, true, "08:00", "18:00")).Apply(Quay with { Name = "Harbor Clinic" }).Value!).Value!;

        var says = SettingsWords.Differences(Quay, after).Select(differs => differs.ToString()).ToList();

        Assert.Contains("Name: Harbor Clinic, before Quay Clinic", says);
        Assert.Contains("Monday: 8:00 AM to 6:00 PM, before 8:00 AM to 5:00 PM", says);
        Assert.Contains("Tuesday: closed, before 8:00 AM to 5:00 PM", says);
        Assert.Contains("An idle screen at the chair locks after: 2 min, before what the server says", says);
        Assert.Equal(7, says.Count);
        Assert.Empty(SettingsWords.Differences(after, after));
    }

    private static FormularyChange Formulary(params string[] ticked) => new(ticked, ["TRD-IV-STD", "KAP-IM", "SI-IV"]);

    private static OpeningChange Week(params TypedDay[] days) => new(days);

    private static void Refused(SettingsChange change, string code, string at)
    {
        var refusal = Assert.Single(change.Apply(Quay).Refusals);
        Assert.Equal((code, at), (refusal.Code, refusal.At));
    }
}

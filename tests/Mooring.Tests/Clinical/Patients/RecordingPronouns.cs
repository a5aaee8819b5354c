using Mooring.Clinical;
using Mooring.Clinical.Patients;

namespace Mooring.Tests.Clinical.Patients;

public class RecordingPronouns
{
    private static readonly Patient Rowan = new(Id<Patient>.New(DateTimeOffset.UnixEpoch), "1001", "Rowan", "Quill", new(1984, 3, 9));

    [Theory]
    [InlineData(Pronoun.NotSaid, null, null)]
    [InlineData(Pronoun.He, null, "he")]
    [InlineData(Pronoun.They, null, "they")]
    [InlineData(Pronoun.Other, "xe", "xe")]
    [InlineData(Pronoun.Other, null, "other")]
    public void Are_said_as_the_person_said_them(Pronoun pronoun, string? other, string? says) =>
        Assert.Equal(says, Pronouns.Of(Rowan with { Pronoun = pronoun, OtherPronoun = other }));

    [Theory]
    [InlineData(Pronoun.NotSaid, " xe ", Pronoun.Other, "xe")]
    [InlineData(Pronoun.Other, "xe", Pronoun.Other, "xe")]
    [InlineData(Pronoun.Other, "", Pronoun.Other, null)]
    [InlineData(Pronoun.She, "xe", Pronoun.She, null)]
    [InlineData(Pronoun.NotSaid, null, Pronoun.NotSaid, null)]
    public void What_is_written_is_not_lost(Pronoun chosen, string? written, Pronoun pronoun, string? other) =>
        Assert.Equal((pronoun, other), Pronouns.Typed(chosen, written));

    [Theory]
    [InlineData("she/her/her/hers/herself", Pronoun.She, null)]
    [InlineData("He/Him", Pronoun.He, null)]
    [InlineData("LA29520-6", Pronoun.They, null)]
    [InlineData("elle", Pronoun.They, null)]
    [InlineData("xe/xem", Pronoun.Other, "xe/xem")]
    [InlineData("hearing impaired", Pronoun.Other, "hearing impaired")]
    [InlineData("", Pronoun.NotSaid, null)]
    public void Are_read_from_other_records(string said, Pronoun pronoun, string? other) => Assert.Equal((pronoun, other), Pronouns.Read([said]));

    [Fact]
    public void Of_several_all_are_kept() => Assert.Equal((Pronoun.Other, "he, they"), Pronouns.Read(["he/him", "they/them"]));

    [Fact]
    public void Too_long_ones_of_other_records_are_cut() => Assert.Equal(Pronouns.Longest, Pronouns.Read([new string('x', 90)]).Other!.Length);

    [Fact]
    public void Two_who_change_them_at_once_are_told()
    {
        var both = PersonChange.On(Rowan with { Pronoun = Pronoun.He }, Rowan, Rowan with { Pronoun = Pronoun.They });

        Assert.Equal(("STO402", "pronoun"), (both.Refusals.Single().Code, both.Refusals.Single().At));
    }
}

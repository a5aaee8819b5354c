using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Events;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Sessions;

public class WritingNotes
{
    [Theory]
    [InlineData(NoteAbout.Presence, "Present: Lark Sedge, therapist")]
    [InlineData(NoteAbout.Music, "Music: Lark Sedge, therapist")]
    [InlineData(NoteAbout.EyeMask, "Eye mask: Lark Sedge, therapist")]
    [InlineData(NoteAbout.Technique, "Technique: Lark Sedge, therapist")]
    [InlineData(null, "Lark Sedge, therapist")]
    public void Says_what_the_note_is_about(NoteAbout? about, string told)
    {
        var chair = Infusion().Running().Then(20, session => session.Note(At(20), "Lark Sedge, therapist", about));

        Assert.Equal(told, Timeline.Of(chair.Session)[^1].Says);
    }

    [Fact]
    public void Needs_words_whatever_it_is_about() =>
        Refused.With("SES162", Infusion().Running().Session.Note(At(20), " ", NoteAbout.Music));
}

using System.Text.Json;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Sessions.Correcting;
using Mooring.Clinical.Sessions.Json;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Sessions;

public class WritingNotes
{
    [Theory]
    [InlineData(NoteAbout.Presence, "Present: Lark Sedge, therapist")]
    [InlineData(NoteAbout.Music, "Music: Lark Sedge, therapist")]
    [InlineData(NoteAbout.EyeMask, "Eye mask: Lark Sedge, therapist")]
    [InlineData(NoteAbout.Technique, "Technique: Lark Sedge, therapist")]
    [InlineData(NoteAbout.PatientWords, "In the patient's words: Lark Sedge, therapist")]
    [InlineData(null, "Lark Sedge, therapist")]
    public void Says_what_the_note_is_about(NoteAbout? about, string told)
    {
        var chair = Infusion().Running().Then(20, session => session.Note(At(20), "Lark Sedge, therapist", about));

        Assert.Equal(told, Timeline.Of(chair.Session)[^1].Says);
    }

    [Fact]
    public void Needs_words_whatever_it_is_about() =>
        Refused.With("SES213", Infusion().Running().Session.Note(At(20), " ", NoteAbout.Music));

    // Records of years ago are still read: what is shown may be said anew, what is stored keeps its name.
    [Fact]
    public void What_the_patient_said_is_stored_under_the_name_it_always_had()
    {
        Assert.Equal("\"her-words\"", JsonSerializer.Serialize(NoteAbout.PatientWords, SessionJson.Options));
        Assert.Equal(NoteAbout.PatientWords, JsonSerializer.Deserialize<NoteAbout>("\"her-words\"", SessionJson.Options));
    }
}

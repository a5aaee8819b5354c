using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Notes;
using Mooring.Practice.Notes;

namespace Mooring.SystemTests.Courses;

public class KeepingNotesApart
{
    private const string Secret = "the harbor under the willow";

    [Theory]
    [InlineData(Role.Prescriber)]
    [InlineData(Role.Nurse)]
    public async Task Tells_others_that_a_psychotherapy_note_exists_and_not_what_it_says(Role reader)
    {
        await using var care = await Written();

        var note = Assert.Single(await Notes(care, reader));

        Assert.Null(note.Text);
        Assert.Equal("Ines Hazel", note.By.Name);
    }

    [Fact]
    public async Task Opens_it_to_the_therapist_who_wrote_it()
    {
        await using var care = await Written();

        Assert.Equal(Secret, Assert.Single(await Notes(care, Role.Therapist)).Text);
    }

    [Fact]
    public async Task Leaves_no_plain_byte_of_it_in_the_data_folder()
    {
        await using var care = await Written();
        var files = Directory.EnumerateFiles(care.Clinic.DataFolder, "*", SearchOption.AllDirectories).ToList();

        var telling = files.Where(file => Encoding.Latin1.GetString(Bytes(file)).Contains(Secret, StringComparison.Ordinal)).ToList();

        Assert.Empty(telling);
        Assert.Contains(files, file => Encoding.Latin1.GetString(Bytes(file)).Contains("a walk each morning", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_written_by_a_therapist_only()
    {
        await using var care = await CareClinic.WithSomeoneTakenIn();

        var written = await care.Ask(Role.Prescriber, services => services.GetRequiredService<TherapyNoteDesk>()
            .WritePsychotherapy(care.Patient, Id<PsychotherapyNote>.New(care.Clock.Now), Secret, CancellationToken.None));

        Assert.Equal(["NOT102"], written.Refusals.Select(refusal => refusal.Code));
    }

    private static async Task<CareClinic> Written()
    {
        var care = await CareClinic.WithSomeoneTakenIn();
        await care.Ask(Role.Therapist, async services =>
        {
            var note = (await services.GetRequiredService<NoteDesk>().Begin(care.Patient, Id<Note>.New(care.Clock.Now), "integration", null, CancellationToken.None)).Value!;
            await services.GetRequiredService<NoteDraftDesk>().Save(care.Patient, note.Id, new() { Parts = new Dictionary<string, string> { ["came-up"] = "Goal: a walk each morning." } }, CancellationToken.None);
            return await services.GetRequiredService<TherapyNoteDesk>().WritePsychotherapy(care.Patient, Id<PsychotherapyNote>.New(care.Clock.Now), Secret, CancellationToken.None);
        });
        return care;
    }

    private static Task<IReadOnlyList<PsychotherapyNote>> Notes(CareClinic care, Role reader) =>
        care.Ask(reader, services => services.GetRequiredService<TherapyNoteDesk>().Psychotherapy(care.Patient, CancellationToken.None));

    // SQLite keeps its files open.
    private static byte[] Bytes(string file)
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        open.CopyTo(copy);
        return copy.ToArray();
    }
}

using Mooring.Clinical;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Patients;
using Mooring.Content;
using Mooring.Practice.Questionnaires;
using Mooring.Practice.Timepoints;

namespace Mooring.Tests.Practice;

/// <summary>A clinic drops a form of its own into its content: checked, asked of a patient, answered, kept and read as it was asked.</summary>
public sealed class AFormOfTheClinicsOwn : IDisposable
{
    private const string Form = """
        id: after-music
        version: 1
        title: { en: 'Music in the session', es: 'Música en la sesión' }
        by: patient
        asks: { en: 'Think of your last session.', es: 'Piense en su última sesión.' }
        lookback: 'Last session'
        license: 'Own text'
        text-may-be-shipped: true
        choices:
          - { value: 0, text: { en: 'No', es: 'No' } }
          - { value: 1, text: { en: 'A little', es: 'Un poco' } }
          - { value: 2, text: { en: 'Much', es: 'Mucho' } }
        items:
          - { id: carried, text: { en: 'Did the music carry you?', es: '¿Le acompañó la música?' } }
          - { id: loud, text: { en: 'Was it too loud?', es: '¿Estaba demasiado alta?' } }
        scoring: sum
        because:
          - { source: mooring-defaults, kind: local-choice, supports: 'what we ask about the music' }
        """;

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"mooring-own-{Path.GetRandomFileName()}");

    public AFormOfTheClinicsOwn()
    {
        foreach (var file in Directory.EnumerateFiles(Clinical.Content.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Clinical.Content.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Is_asked_of_a_patient_answered_and_read_on_the_chart()
    {
        Drop(Form);
        var library = LibraryLoad.From(folder);
        await using var clinic = await ClinicInMemory.Open(library);
        var patient = await ChairInMemory.TakenIn(clinic);
        var noor = new Actor(patient.Value, "Noor", Role.Patient);

        var asked = await Ask(clinic, patient, "after-music");
        var due = (await clinic.As(noor, (AskingDesk desk) => desk.DueFor(patient, default))).Single(sheet => sheet.Instrument.Id == "after-music");
        var begun = (await clinic.As(noor, (QuestionnaireDesk desk) => desk.Start(patient, "after-music", due.Line.Id, default))).Value!;
        await clinic.As(noor, (QuestionnaireDesk desk) => desk.Answer(patient, begun.Id, "carried", 2, default));
        await clinic.As(noor, (QuestionnaireDesk desk) => desk.Answer(patient, begun.Id, "loud", 1, default));
        var answered = (await clinic.As(noor, (QuestionnaireDesk desk) => desk.Finish(patient, begun.Id, default))).Value!;

        Assert.Empty(library.Faults);
        Assert.Contains("forms/after-music.yaml", library.Review.Unreviewed);
        Assert.True(due.IsForPatient && asked.IsDone);
        Assert.Equal("Music in the session: 3", SheetWords.Line(due.Instrument.Title.En, answered.Score));
        Assert.DoesNotContain(await clinic.As(noor, (AskingDesk desk) => desk.DueFor(patient, default)), sheet => sheet.Instrument.Id == "after-music");
        Assert.Equal((3, "after-music"), await clinic.As(Role.Nurse, async (Scores scores) => (await scores.Of(patient, default)).Select(one => ((int)one.Value!, one.Instrument)).Single()));
    }

    [Fact]
    public async Task Is_read_as_it_was_asked_after_it_was_changed()
    {
        Drop(Form);
        await using var clinic = await ClinicInMemory.Open(LibraryLoad.From(folder));
        var patient = await ChairInMemory.TakenIn(clinic);
        var sheet = (await clinic.As(Role.Nurse, (QuestionnaireDesk desk) => desk.Enter(
            patient, new(Guid.CreateVersion7()), "after-music", [2, 0], "by-staff", clinic.Clock.GetUtcNow(), false, default))).Value!;

        Drop(Form.Replace("Did the music carry you?", "Did you like the music?", StringComparison.Ordinal));
        var changed = LibraryLoad.From(folder);
        var asked = await clinic.With(changed, Role.Nurse, (QuestionnaireDesk desk) => desk.AsAsked(sheet, default));

        Assert.Equal("Did you like the music?", changed.Forms["after-music"].Value.Items[0].Text!.En);
        Assert.Equal("Did the music carry you?", asked!.Items[0].Text!.En);
    }

    [Fact]
    public async Task Is_asked_once_until_it_is_taken_back()
    {
        Drop(Form);
        await using var clinic = await ClinicInMemory.Open(LibraryLoad.From(folder));
        var patient = await ChairInMemory.TakenIn(clinic);

        var first = await Ask(clinic, patient, "after-music");

        Assert.Equal(["FRM103"], Codes(await Ask(clinic, patient, "after-music")));
        Assert.Equal(["FRM101"], Codes(await Ask(clinic, patient, "no-such-form")));
        Assert.Equal(["FRM102"], Codes(await Ask(clinic, patient, "madrs")));
        Assert.True((await clinic.As(Role.Nurse, (AskedSheetDesk desk) => desk.TakeBack(patient, first.Value!.Id, default))).IsDone);
        Assert.DoesNotContain(await clinic.As(Role.Nurse, (AskingDesk desk) => desk.DueFor(patient, default)), sheet => sheet.Asked is not null);
        Assert.True((await Ask(clinic, patient, "after-music")).IsDone);
    }

    [Theory]
    [InlineData("LIB156", "id: after-music", "id: phq-9")]
    [InlineData("LIB157", "{ id: loud, text: { en: 'Was it too loud?', es: '¿Estaba demasiado alta?' } }", "{ id: loud }")]
    [InlineData("LIB158", "value: 2,", "value: 1,")]
    public void Is_refused_by_the_check_that_says_what_to_mend(string code, string right, string wrong)
    {
        Drop(Form.Replace(right, wrong, StringComparison.Ordinal));

        var fault = LibraryLoad.From(folder).Faults.First(fault => fault.Code == code);

        Assert.StartsWith("forms/", fault.File, StringComparison.Ordinal);
    }

    private void Drop(string text) => File.WriteAllText(Path.Combine(folder, "forms", "after-music.yaml"), text);

    private static Task<Outcome<AskedSheet>> Ask(ClinicInMemory clinic, Id<Patient> patient, string form) =>
        clinic.As(Role.Nurse, (AskedSheetDesk desk) => desk.Ask(patient, new(Guid.CreateVersion7()), form, default));

    private static IEnumerable<string> Codes<T>(Outcome<T> outcome) => outcome.Refusals.Select(refusal => refusal.Code);
}

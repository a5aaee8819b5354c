using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Content;
using Mooring.Content.Library;

namespace Mooring.Tests.Storage.Library;

public class ReadingContentOnce
{
    [Fact]
    public void Leaves_the_folder_alone_afterwards()
    {
        var planted = PlantedContent.With("review.yaml", "signatures: []", "signatures: []");
        var library = LibraryLoad.From(planted.Folder);
        planted.Dispose();

        var course = new CourseContent(library);
        var session = new SessionContent(library);

        Assert.False(Directory.Exists(planted.Folder));
        Assert.StartsWith("id: TRD-IV-STD", course.TextOf("protocols", "TRD-IV-STD"), StringComparison.Ordinal);
        Assert.Equal(course.Pack(course.Protocol("TRD-IV-STD")!).Pin, session.PackFor(DoseRoute.Iv)!.Value.Pin);
        Assert.NotEmpty(new IntakeContent(library).History.Questions);
        Assert.NotEmpty(new InterfaceTexts(library).Of(Language.Spanish, new InterfaceTexts(library).Keys.First()));
    }

    [Fact]
    public void Lets_nobody_use_any_of_it_when_one_file_has_a_fault()
    {
        using var planted = PlantedContent.With("rules/ci-renal.yaml", "version: 1", "version: one");

        var library = LibraryLoad.From(planted.Folder);

        Assert.Contains("rules/ci-renal.yaml", Assert.Throws<InvalidOperationException>(() => new CourseContent(library)).Message, StringComparison.Ordinal);
    }
}

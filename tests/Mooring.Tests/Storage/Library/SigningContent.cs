using Mooring.Content;


namespace Mooring.Tests.Storage.Library;

public class SigningContent
{
    private const string Rule = "rules/ci-renal.yaml";

    [Fact]
    public void Nobody_has_signed_what_is_shipped()
    {
        var library = LibraryLoad.From(ContentFolder.Find());

        Assert.False(library.IsReviewed(Rule));
        Assert.Equal("unreviewed", library.ReviewMark(Rule));
        Assert.Contains(Rule, library.Review.Unreviewed);
    }

    [Fact]
    public void A_signature_covers_the_file_as_it_was()
    {
        using var content = Signed();

        var library = LibraryLoad.From(content.Folder);

        Assert.True(library.IsReviewed(Rule));
        Assert.Null(library.ReviewMark(Rule));
        Assert.DoesNotContain(Rule, library.Review.Unreviewed);
    }

    [Fact]
    public void A_change_of_one_byte_takes_the_signature_away()
    {
        using var content = Signed();

        content.Replace(Rule, "version: 1\n", "version: 1\n\n");

        Assert.False(LibraryLoad.From(content.Folder).IsReviewed(Rule));
    }

    private static PlantedContent Signed()
    {
        var hash = LibraryLoad.From(ContentFolder.Find()).Rules["CI-RENAL"].Hash;
        return PlantedContent.With("review.yaml", "\nsignatures: []",
            $"\nsignatures: [{{ file: {Rule}, hash: {hash}, name: Mara Alder, role: medical director, on: 2026-01-31 }}]");
    }
}

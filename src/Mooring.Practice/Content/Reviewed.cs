using Mooring.Content.Library;
using Mooring.Storage;

namespace Mooring.Practice.Content;

/// <summary>
/// The one answer to whether a file of the content was read and signed as it is now: in <c>review.yaml</c>, which comes with
/// the content, or in this clinic.
/// </summary>
public sealed class Reviewed(ClinicScope scope, ClinicalLibrary library, SignatureCache shelf)
{
    /// <param name="file">Below the content folder, such as <c>rules/ci-preg.yaml</c>.</param>
    public bool Is(string file) => library.IsReviewed(file)
        || (library.Review.Hashes.TryGetValue(file, out var hash) && shelf.Has(scope.Clinic, file, hash));

    /// <summary>Whether an earlier text of a file, such as a session pinned, was signed.</summary>
    public bool Is(string file, string hash) => shelf.Has(scope.Clinic, file, hash)
        || library.Review.Has(file, hash, null);

    /// <summary>The clinical files that nobody signed as they are.</summary>
    public IReadOnlyList<string> Unreviewed => [.. library.Review.Unreviewed.Where(file => !Is(file))];
}

using Mooring.Clinical.Consent;

namespace Mooring.Content.Reading;

/// <summary>The consent forms of <c>content/consent</c>, one file a form and language.</summary>
public static class Consents
{
    public static ContentCache<ConsentForm> Read(string content) => ContentCache.Read(content, Read);

    internal static IReadOnlyList<ConsentForm> Read(ContentReader reader) => ContentCache.Items<ConsentForm>(
        reader,
        "consent",
        form => $"{form.Id}.{form.Language}",
        (form, hash) => form with { Hash = hash });
}

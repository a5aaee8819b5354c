using Mooring.Clinical.Consent;

namespace Mooring.Storage.Library;

/// <summary>The consent forms of <c>content/consent</c>, one file a form and language.</summary>
public static class Consents
{
    public static ContentShelf<ConsentForm> Read(string content) => ContentShelf.Read<ConsentForm>(
        content,
        "consent",
        form => $"{form.Id}.{form.Language}",
        (form, hash) => form with { Hash = hash });
}

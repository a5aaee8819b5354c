using System.Globalization;
using Mooring.Storage.Secrets;

namespace Mooring.Web.Tablets;

/// <summary>
/// The keys of a tablet. What it shows is sealed for one sign-in and can not be opened once that has ended, because this
/// key is never handed out again. What waits to be sent is sealed for a person on a tablet: they open it again with their
/// next sign-in there, and nobody else does.
/// </summary>
internal sealed class TabletKeys(Seal seal)
{
    public string ForPages(string visit, Guid tablet) => Key($"tablet pages {visit} {tablet}");

    public string ForEntries(Guid person, Guid tablet) => Key(string.Create(CultureInfo.InvariantCulture, $"tablet entries {person} {tablet}"));

    private string Key(string purpose) => Convert.ToBase64String(seal.Derive(purpose));
}

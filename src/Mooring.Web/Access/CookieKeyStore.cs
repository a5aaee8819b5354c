using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Mooring.Storage.Secrets;

namespace Mooring.Web.Access;

/// <summary>Hands the keys of cookies and forms to ASP.NET Core, and takes the ones it makes.</summary>
internal sealed class CookieKeyStore(CookieKeys keys) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.All().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) => keys.Keep(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}

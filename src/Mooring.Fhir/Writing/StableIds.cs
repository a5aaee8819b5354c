using System.Security.Cryptography;
using System.Text;

namespace Mooring.Fhir.Writing;

/// <summary>Ids of what has none of its own in a chart: the same thing has the same one in each export.</summary>
internal static class StableIds
{
    public static Guid Of(FormattableString name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant(name))).AsSpan(0, 16));
}

using Microsoft.AspNetCore.Identity;
using Mooring.Storage.Accounts;

namespace Mooring.Storage.Audit;

/// <summary>A row that is neither of a chart nor of an account, and whose changes leave a line with its fingerprint all the same.</summary>
public interface IProvenRow;

/// <summary>A column that is worked out or counted without a line of the log, or that its own seal holds: it is no part of the row's fingerprint.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotProvenAttribute : Attribute;

/// <summary>A table whose rows come by the thousand and never change: sealed by the time of their arrival, see <see cref="ArrivalSeals"/>.</summary>
/// <param name="at">The property that holds that time.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SealedByArrivalAttribute(string at) : Attribute
{
    public string At => at;
}

/// <summary>Which rows leave a line with their fingerprint at each change.</summary>
public static class ProvenRows
{
    public static bool Includes(Type row) => row.IsAssignableTo(typeof(ChartRow)) || row.IsAssignableTo(typeof(IProvenRow)) || row == typeof(StaffRow) || row == typeof(IdentityUserPasskey<Guid>);
}

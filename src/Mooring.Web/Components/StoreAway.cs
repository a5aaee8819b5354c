using System.Data.Common;

namespace Mooring.Web.Components;

/// <summary>Whether something failed because the database does not answer: a part of a page that can do without says so.</summary>
public static class StoreAway
{
    public static bool IsStoreAway(this Exception failure) => failure is DbException or TimeoutException or IOException || (failure.InnerException?.IsStoreAway() ?? false);
}

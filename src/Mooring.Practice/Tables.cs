using Mooring.Practice.Patients;
using Mooring.Storage;
using Mooring.Storage.Engine;

namespace Mooring.Practice;

/// <summary>The tables of a clinic, brought up to this version of the product.</summary>
public static class Tables
{
    /// <summary>Applies the migrations that are still missing, then works out anew what an earlier version worked out in another way.</summary>
    public static async Task Update(MooringDb db, CancellationToken cancel)
    {
        await Schema.Update(db, cancel);
        await SoughtNames.BringUpToDate(db, cancel);
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Mooring.Practice.Settings;
using Mooring.Storage;

namespace Mooring.Practice.Patients;

/// <summary>The clinic's own numbers for people, one after the other, none twice.</summary>
internal static class PatientNumbers
{
    private const string Prefix = "M-";
    private const int First = 1001;

    /// <summary>
    /// The next one. It is the caller's until the caller's transaction ends: whoever else asks meanwhile waits for that end.
    /// A number is never given again, whoever left.
    /// </summary>
    public static async Task<string> Next(MooringDb db, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("A number is taken inside a transaction, or two could take the same.");
        var clinic = db.Clinic;
        // Changes nothing, and holds the clinic's row until the transaction ends, on either engine.
        await db.Set<ClinicRow>().Where(row => row.Id == clinic).ExecuteUpdateAsync(row => row.SetProperty(one => one.Name, one => one.Name), cancel);
        var last = await db.Set<PatientRow>().Where(row => row.Number.StartsWith(Prefix))
            .OrderByDescending(row => row.Number.Length).ThenByDescending(row => row.Number).Select(row => row.Number).FirstOrDefaultAsync(cancel);
        var number = int.TryParse(last?[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known + 1 : First;
        return Prefix + number.ToString(CultureInfo.InvariantCulture);
    }
}

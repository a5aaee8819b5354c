using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Mooring.Clinical;
using Mooring.Storage;
using Mooring.Storage.Audit;
using Mooring.Storage.Projections;
using Mooring.Tests.Docs;
using Mooring.Tests.Practice;

namespace Mooring.Tests.Walls;

/// <summary>How each table is held against change behind the product's back. The paper that an officer reads is made of the same list.</summary>
public class EveryTable
{
    private const string Paper = "docs/security/integrity.md";

    private const string ByLog = "Each change leaves a line in the access log with the row's fingerprint; the log is sealed and signed. A row that was changed, put back, added or taken out is named.";
    private const string ByArrival = "Sealed every five minutes by the time of arrival, in a chain that is signed. The seal that does not hold is named with its time.";
    private const string MadeAnew = "A flat table for reports: `mooring projections --check` makes it anew and compares.";

    private static readonly Dictionary<string, string> Otherwise = new(StringComparer.Ordinal)
    {
        ["journal"] = "Chains of hashes, held against signed checkpoints. Sessions, the seals of the log, arrivals, and every other subject.",
        ["audit"] = "The access log itself: its lines are sealed every five minutes into a chain that is signed.",
        ["sessions"] = "The index of the journals: held against them, in count and in whose session it is.",
        ["readings"] = "Not by itself. The messages that the values were read from are sealed; a value corrected by its device changes here.",
        ["reading_sets"] = "Not by itself, as for `readings`.",
        ["reading_layouts"] = "Not by itself, as for `readings`; the key is the hash of the text.",
        ["jobs"] = "Not covered: says what the house does next, and nothing of a patient.",
        ["task_marks"] = "Not covered: says which lists are to be counted again, for moments.",
        ["note_drafts"] = "Not covered: a draft is no part of the record until it is signed.",
        ["cookie_keys"] = "Each key is sealed by a key that is not in the database; put in or changed, it does not open.",
        ["ended_visits"] = "Not covered: sign-ins that were ended.",
        ["clinics"] = "Not covered: the name and zone a clinic was founded with, and counters. What is in force stands in `settings`, which the log covers.",
        ["AspNetUserClaims"] = "Not used.",
        ["AspNetUserLogins"] = "Not used.",
        ["AspNetUserTokens"] = "Secrets of apps and recovery codes, sealed by a key that is not in the database; put in or changed, they do not open.",
        ["sign_in_delays"] = "Not covered: counts tries of a sign-in, for minutes.",
        ["used_codes"] = "Not covered: codes of the last minutes, so that none opens twice.",
        ["link_tries"] = "Not covered: counts tries at a patient's link; each try has its line in the log.",
    };

    [Fact]
    public async Task Is_verified_by_a_way_that_is_named()
    {
        await using var clinic = await ClinicInMemory.Open();
        var tables = await Tables(clinic);

        var forgotten = tables.Where(table => Way(table) is null).Select(table => table.GetTableName());

        Assert.Empty(forgotten);
        Assert.Empty(Otherwise.Keys.Except(tables.Select(table => table.GetTableName()!)));
    }

    [Fact]
    public async Task Stands_in_the_paper_under_its_way()
    {
        await using var clinic = await ClinicInMemory.Open();
        var expected = Page(await Tables(clinic));
        var path = Path.Combine(Checkout.Root, Paper);
        if (Environment.GetEnvironmentVariable("MOORING_WRITE_DOCS") is "1")
            await File.WriteAllTextAsync(path, expected, TestContext.Current.CancellationToken);

        Assert.Equal(expected, (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"));
    }

    // A fingerprint is made of values that both engines give back as they were.
    [Fact]
    public async Task Has_columns_of_kinds_that_have_a_fingerprint()
    {
        Type[] known = [typeof(string), typeof(long), typeof(int), typeof(bool), typeof(double), typeof(decimal), typeof(Guid), typeof(byte[]), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan)];
        await using var clinic = await ClinicInMemory.Open();

        var others = from table in await Tables(clinic)
                     where Way(table) is ByLog or ByArrival
                     from column in table.GetProperties()
                     let kept = column.GetTypeMapping().Converter?.ProviderClrType ?? column.ClrType
                     where !known.Contains(Nullable.GetUnderlyingType(kept) ?? kept)
                     select $"{table.GetTableName()}.{column.Name}: {kept.Name}";

        Assert.Empty(others);
    }

    private static string Page(IReadOnlyList<IEntityType> tables)
    {
        var text = new StringBuilder("# What `mooring verify` holds against change\n\n"
            + "Made from the tables of the database (`EveryTable`); run it with `MOORING_WRITE_DOCS=1` after a change. `mooring verify` reads everything, changes nothing, "
            + "and names what does not hold by table and row. Give it the public key and the checkpoints that you keep elsewhere: whoever has the whole data folder could make both anew. Sealed texts and documents are held by their own seal, which a restore and a drill open.\n\n"
            + "| table | how |\n|---|---|\n");
        foreach (var table in tables.Select(table => (Name: table.GetTableName()!, Way: Way(table))).OrderBy(table => table.Name, StringComparer.Ordinal))
            text.Append("| `").Append(table.Name).Append("` | ").Append(table.Way).Append(" |\n");
        return text.ToString();
    }

    private static string? Way(IEntityType table) => table switch
    {
        _ when ProvenRows.Includes(table.ClrType) => ByLog,
        _ when ArrivalSeals.Sealed(table.Model).Contains(table) => ByArrival,
        _ when table.ClrType.IsAssignableTo(typeof(IProjectionRow)) => MadeAnew,
        _ => Otherwise.GetValueOrDefault(table.GetTableName()!),
    };

    private static Task<IReadOnlyList<IEntityType>> Tables(ClinicInMemory clinic) => clinic.As<MooringDb, IReadOnlyList<IEntityType>>(
        Role.Manager, db => Task.FromResult<IReadOnlyList<IEntityType>>([.. db.Model.GetEntityTypes().Where(type => !type.IsOwned())]));
}

using System.Globalization;
using System.Text;
using Mooring.Clinical.Recognition;
using Mooring.Practice.Recognition;
using Mooring.Storage.Terminology;
using Mooring.Tests.Clinical;

namespace Mooring.Tests.Storage.Terminology;

/// <summary>A data folder of its own, and small releases in the form of the public ones, with invented names and numbers.</summary>
public sealed class InventedReleases : IDisposable
{
    public static readonly string[] Names =
    [
        Name(9000001, "IN", "phenelzine"), Name(9000002, "IN", "zorvaxine"), Name(9000003, "IN", "blorbazepam"), Name(9000004, "IN", "sertraline"), Name(9000005, "IN", "zorvyl alcohol"),
        Name(9000011, "PIN", "phenelzine quellate"), Name(9000012, "MIN", "phenelzine / zorvaxine"),
        Name(9000021, "BN", "Quellnar"), Name(9000022, "BN", "Dualpak"), Name(9000023, "BN", "Morning"), Name(9000024, "BN", "Blorbex"), Name(9000025, "BN", "Zorvax"), Name(9000026, "BN", "Lotionel"),
        Name(9000031, "SCDC", "phenelzine 15 MG"), Name(9000032, "SCDC", "zorvaxine 5 MG"), Name(9000033, "SCDF", "zorvaxine Oral Tablet"),
        Name(9000041, "SCD", "phenelzine 15 MG Oral Tablet"), Name(9000042, "SCD", "zorvaxine 5 MG Oral Tablet"),
        Name(9000051, "SBDC", "phenelzine 15 MG [Quellnar]"), Name(9000061, "SBD", "phenelzine 15 MG Oral Tablet [Quellnar]"), Name(9000061, "SY", "Quellnarol Forte"),
        Name(9000071, "GPCK", "{10 (phenelzine 15 MG Oral Tablet) / 5 (zorvaxine 5 MG Oral Tablet) } Pack"), Name(9000072, "BPCK", "{10 (phenelzine 15 MG Oral Tablet) / 5 (zorvaxine 5 MG Oral Tablet) } Pack [Dualpak]"),
        Name(9000081, "DF", "Oral Tablet"), Name(9000025, "SU", "ZORVAX (zorvaxine)", "MTHSPL"), Name(9000091, "BN", "Quellnarette", suppressed: "O"), Name(9000092, "BN", "Ghostex", suppressed: "E"),
    ];

    // Some lines as they are published, some the other way round: both are read.
    public static readonly string[] Relations =
    [
        Relation(9000001, "form_of", 9000011), Relation(9000012, "part_of", 9000001), Relation(9000002, "part_of", 9000012),
        Relation(9000021, "has_tradename", 9000001), Relation(9000001, "tradename_of", 9000021), Relation(9000023, "tradename_of", 9000004), Relation(9000024, "tradename_of", 9000003), Relation(9000025, "tradename_of", 9000002),
        Relation(9000026, "tradename_of", 9000005), Relation(9000091, "tradename_of", 9000001), Relation(9000092, "tradename_of", 9000001),
        Relation(9000031, "ingredient_of", 9000001), Relation(9000032, "ingredient_of", 9000002), Relation(9000033, "has_ingredient", 9000002), Relation(9000041, "constitutes", 9000031), Relation(9000042, "isa", 9000033),
        Relation(9000051, "tradename_of", 9000031), Relation(9000051, "has_ingredient", 9000021), Relation(9000061, "consists_of", 9000051), Relation(9000061, "tradename_of", 9000041),
        Relation(9000071, "contains", 9000041), Relation(9000071, "contains", 9000042), Relation(9000072, "tradename_of", 9000071), Relation(9000072, "has_ingredient", 9000022),
        Relation(9000041, "has_dose_form", 9000081), "|8|AUI|SY||9|AUI||1||RXNORM||||N||",
    ];

    public static readonly string[] Codes =
    [
        Code(1, "B99", 0, "Invented infections"), Code(2, "B997", 0, "Invented infections of the toe"), Code(3, "B9971", 1, "Blorbosis of left toe"), Code(4, "B9972", 1, "Cerebral aneurysm due to blorb"),
        Code(5, "B9973", 1, "Blorbosis without mania"), Code(6, "F31", 0, "Bipolar disorder"), Code(7, "F319", 1, "Bipolar disorder, unspecified"), Code(8, "K70", 0, "Alcoholic liver disease"), Code(9, "K709", 1, "Alcoholic liver disease, unspecified"),
    ];

    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("terms-");

    public InventedReleases()
    {
        (Folder, Data) = (new(Path.Combine(home.FullName, "data")), Path.Combine(home.FullName, "data"));
        Directory.CreateDirectory(Data);
        Shelf = new(Folder);
    }

    public string Data { get; }

    public TermFolder Folder { get; }

    public TermCache Shelf { get; }

    public TerminologyDesk Desk => field ??= new(Folder, Shelf, ScreeningContent.Library, TimeProvider.System);

    /// <summary>What is recognized now, by the vocabulary in force and what is loaded.</summary>
    public Recognizer Words => ScreeningContent.Library.Words.Recognizer.With(Shelf.Now().Terms);

    /// <summary>Files of the data folder that belong to what is loaded.</summary>
    public string[] Kept => [.. Directory.GetFiles(Path.Combine(Data, "terminology")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public string Rxnorm(IEnumerable<string>? names = null, IEnumerable<string>? relations = null, string end = "\n") =>
        Release("rxnorm", ("RXNCONSO.RRF", names ?? Names), ("RXNREL.RRF", relations ?? Relations), end);

    public string Icd(IEnumerable<string>? codes = null, string end = "\n") => Path.Combine(Release("icd", ("icd10cm_order_2031.txt", codes ?? Codes), ("readme.txt", ["x"]), end), "icd10cm_order_2031.txt");

    public string Snomed(string end = "\n")
    {
        var folder = Release("snomed/Snapshot/Terminology", ("sct2_Concept_Snapshot_XX_20310901.txt", SnomedFile.Concepts), ("sct2_Description_Snapshot-en_XX_20310901.txt", SnomedFile.Descriptions), end);
        Release("snomed/Snapshot/Terminology", ("sct2_Relationship_Snapshot_XX_20310901.txt", SnomedFile.Relations), ("der2_iisssccRefset_ExtendedMapSnapshot_XX_20310901.txt", SnomedFile.Maps), end);
        return Path.Combine(folder, "..", "..");
    }

    public string Write(string name, byte[] bytes)
    {
        var file = Path.Combine(home.FullName, name);
        File.WriteAllBytes(file, bytes);
        return file;
    }

    public async Task<TermReport> Load(TermKind kind, string path, string? release = null)
    {
        var loaded = await Desk.Load(kind, path, release, "Kim", AllCharts.None, TestContext.Current.CancellationToken);
        return loaded.Value ?? throw new InvalidOperationException(string.Join(' ', loaded.Refusals.Select(refusal => refusal.Says)));
    }

    public void Dispose()
    {
        Shelf.Dispose();
        home.Delete(recursive: true);
    }

    public static string Name(long number, string termType, string name, string source = "RXNORM", string suppressed = "N") =>
        string.Create(CultureInfo.InvariantCulture, $"{number}|ENG||||||{number}7||{number}||{source}|{termType}|{number}|{name}||{suppressed}|4096|");

    public static string Relation(long one, string relation, long other) =>
        string.Create(CultureInfo.InvariantCulture, $"{one}||CUI|RO|{other}||CUI|{relation}|||RXNORM||||N|4096|");

    public static string Code(int order, string code, int flag, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"{order:D5} {code,-7} {flag} {(name.Length > 60 ? name[..60] : name),-60} {name}");

    private string Release(string folder, (string Name, IEnumerable<string> Lines) one, (string Name, IEnumerable<string> Lines) other, string end)
    {
        var path = Directory.CreateDirectory(Path.Combine(home.FullName, folder)).FullName;
        foreach (var (name, lines) in new[] { one, other })
            File.WriteAllText(Path.Combine(path, name), string.Concat(lines.Select(line => line + end)), new UTF8Encoding(encoderShouldEmitUTF8Identifier: end == "\r\n"));
        return path;
    }
}

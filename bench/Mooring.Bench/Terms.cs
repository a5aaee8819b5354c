using System.Diagnostics;
using System.Globalization;
using System.Text;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Recognition;
using Mooring.Content;
using Mooring.Practice.Recognition;
using Mooring.Storage.Terminology;

namespace Mooring.Bench;

/// <summary>Loading a generated release of RxNorm's size, beside reading the same files line by line; and what a name costs then.</summary>
internal static class Terms
{
    public static async Task Measure(int names)
    {
        var home = Directory.CreateTempSubdirectory("terms-");
        try
        {
            var library = LibraryLoad.From(ContentFolder.Find()).Sound();
            Generate(home.FullName, names);
            var folder = new TermFolder(Path.Combine(home.FullName, "data"));
            Directory.CreateDirectory(Path.Combine(home.FullName, "data"));
            using var shelf = new TermCache(folder);
            var desk = new TerminologyDesk(folder, shelf, library, TimeProvider.System);

            var (plain, lines) = (Stopwatch.StartNew(), Directory.GetFiles(home.FullName, "*.RRF").Sum(file => File.ReadLines(file).LongCount()));
            plain.Stop();
            GC.Collect();
            var (before, peak) = (GC.GetTotalMemory(forceFullCollection: true), 0L);
            using var watching = new Timer(_ => peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false)), null, 0, 20);
            var loading = Stopwatch.StartNew();
            var loaded = (await desk.Load(TermKind.Rxnorm, home.FullName, "generated", "bench", AllCharts.None, CancellationToken.None)).Value!;
            loading.Stop();
            Console.WriteLine($"{lines:N0} lines, {new DirectoryInfo(home.FullName).GetFiles("*.RRF").Sum(file => file.Length) >> 20} MiB: read plainly in {plain.Elapsed.TotalSeconds:F2} s, loaded in {loading.Elapsed.TotalSeconds:F1} s (ratio {loading.Elapsed / plain.Elapsed:F0}).");
            Console.WriteLine($"Managed memory at most {(peak - before) >> 20} MiB above before; index {new FileInfo(folder.PathOf("rxnorm-1.db")).Length >> 20} MiB; {loaded.InForce!.Counts["names"]:N0} names, {loaded.InForce.Counts["concepts"]:N0} concepts, {loaded.InForce.Counts["ingredients"]:N0} ingredients.");
            foreach (var round in Enumerable.Range(1, 3))
                Console.WriteLine($"Round {round}: a new text is read in {Cost(library.Words.Recognizer, round):F0} us without, {Cost(library.Words.Recognizer.With(shelf.Now().Terms), round):F0} us with the release; each is read once.");
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    private static double Cost(Recognizer words, int round)
    {
        const int Times = 5000;
        var texts = Enumerable.Range(0, Times).Select(at => string.Create(CultureInfo.InvariantCulture, $"Zorv{at}brand {round}{at} mg oral tablet, one daily for sleep")).ToList();
        var watch = Stopwatch.StartNew();
        foreach (var text in texts)
            words.Of(new Medicine(text, null, IsTaken: true));
        return watch.Elapsed.TotalMicroseconds / Times;
    }

    // Of ten names: one ingredient's, one brand's, the others of products of both, each with three relations and their inverses.
    private static void Generate(string folder, int names)
    {
        using var conso = new StreamWriter(Path.Combine(folder, "RXNCONSO.RRF"), append: false, new UTF8Encoding(false));
        using var rel = new StreamWriter(Path.Combine(folder, "RXNREL.RRF"), append: false, new UTF8Encoding(false));
        for (var family = 0; family < names / 10; family++)
        {
            var first = 1000L + (family * 10L);
            Name(first, "IN", $"zorv{family}in");
            Name(first + 1, "BN", $"Zorv{family}brand");
            Relate(first + 1, "tradename_of", "has_tradename", first);
            for (var strength = 1; strength <= 4; strength++)
            {
                var (generic, brand) = (first + (strength * 2), first + (strength * 2) + 1);
                Name(generic, "SCD", $"zorv{family}in {strength * 5} MG Oral Tablet");
                Name(brand, "SBD", $"zorv{family}in {strength * 5} MG Oral Tablet [Zorv{family}brand]");
                Relate(generic, "has_ingredient", "ingredient_of", first);
                Relate(brand, "tradename_of", "has_tradename", generic);
                Relate(brand, "has_ingredient", "ingredient_of", first + 1);
            }
        }

        void Name(long number, string termType, string name) => conso.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number}|ENG||||||{number}7||{number}||RXNORM|{termType}|{number}|{name}||N|4096|"));

        void Relate(long one, string relation, string inverse, long other)
        {
            rel.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{other}||CUI|RO|{one}||CUI|{relation}|{one}{other}||RXNORM||||N|4096|"));
            rel.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{one}||CUI|RO|{other}||CUI|{inverse}|{other}{one}||RXNORM||||N|4096|"));
        }
    }
}

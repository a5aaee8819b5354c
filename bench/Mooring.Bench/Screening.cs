using System.Diagnostics;
using Mooring.Clinical.Screening;
using Mooring.Content;

namespace Mooring.Bench;

/// <summary>Screening one patient for every protocol by the library's rules; and ten of the rules beside the same ten in plain C#.</summary>
internal static class Screening
{
    private const int Rounds = 5;
    private const int Times = 2000;

    public static void Measure()
    {
        var library = LibraryLoad.From(ContentFolder.Find()).Sound();
        var now = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
        var facts = PlainRules.Someone(now);
        var ten = library.ScreeningRules.Where(rule => PlainRules.Ids.Contains(rule.Id)).ToList();
        var (scope, all) = (library.Scopes.Values.First(), library.ScreeningRules);
        var kept = 0;
        void Everything() => kept += library.Scopes.Values.Sum(protocol => Screen.Evaluate(facts, protocol, all, library.Words, now).Count);
        void Ten() => kept += Screen.Evaluate(facts, scope, ten, library.Words, now).Count;
        void Plain() => kept += PlainRules.Met(facts, now);

        foreach (var warm in (Action[])[Everything, Ten, Plain])
            Microseconds(warm, 300);
        for (var round = 1; round <= Rounds; round++)
        {
            var (everything, file, plain) = (Microseconds(Everything, Times / 10), Microseconds(Ten, Times), Microseconds(Plain, Times));
            Console.WriteLine($"Round {round}: {all.Count} rules for {library.Scopes.Count} protocols in {everything / 1000:F2} ms; {ten.Count} rules from files {file:F1} us, in plain C# {plain:F1} us (ratio {file / plain:F1}).");
        }

        Debug.Assert(kept > 0);
    }

    private static double Microseconds(Action work, int times)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < times; i++)
            work();
        return watch.Elapsed.TotalMicroseconds / times;
    }
}

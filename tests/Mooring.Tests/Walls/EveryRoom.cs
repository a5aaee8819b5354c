using System.Reflection;

namespace Mooring.Tests.Walls;

/// <summary>Which rooms a room may lean on, by what its compiled assembly refers to. Nothing points back.</summary>
public class EveryRoom
{
    [Fact]
    public void Kinetics_leans_on_nothing_but_the_runtime() =>
        Assert.Empty(Outside("Mooring.Kinetics", name => IsRuntime(name)));

    [Fact]
    public void Clinical_leans_on_kinetics_and_the_runtime_only() =>
        Assert.Empty(Outside("Mooring.Clinical", name => IsRuntime(name) || name == "Mooring.Kinetics"));

    [Fact]
    public void Devices_know_neither_store_nor_screen() =>
        Assert.Empty(Outside("Mooring.Devices", name => IsRuntime(name) || name is "Mooring.Clinical" or "Mooring.Kinetics"));

    [Fact]
    public void Storage_knows_no_foreign_words_and_no_screen() =>
        Assert.Empty(Rooms("Mooring.Storage").Except(["Mooring.Clinical", "Mooring.Kinetics"], StringComparer.Ordinal));

    [Fact]
    public void Fhir_knows_neither_devices_nor_screen() =>
        Assert.Empty(Rooms("Mooring.Fhir").Except(["Mooring.Storage", "Mooring.Clinical", "Mooring.Kinetics"], StringComparer.Ordinal));

    [Fact]
    public void Nobody_leans_on_the_command() =>
        Assert.Empty(
            new[] { "Mooring.Kinetics", "Mooring.Clinical", "Mooring.Devices", "Mooring.Storage", "Mooring.Fhir", "Mooring.Web" }
                .Where(room => Rooms(room).Contains("mooring", StringComparer.OrdinalIgnoreCase)));

    // The canaries: a wall that lets these through sees nothing at all.
    [Fact]
    public void Is_seen_through_when_it_does_lean()
    {
        Assert.Contains("Mooring.Kinetics", Outside("Mooring.Clinical", IsRuntime));
        Assert.Contains("Mooring.Clinical", Outside("Mooring.Devices", IsRuntime));
        Assert.Contains("Mooring.Clinical", Rooms("Mooring.Storage"));
        Assert.Contains("Mooring.Storage", Rooms("Mooring.Web"));
        Assert.Contains("Microsoft.EntityFrameworkCore", Outside("Mooring.Storage", IsRuntime));
        Assert.False(IsRuntime("Microsoft.AspNetCore.Http"));
    }

    private static IEnumerable<string> Rooms(string room) =>
        Outside(room, name => !name.StartsWith("mooring", StringComparison.OrdinalIgnoreCase));

    private static List<string> Outside(string room, Func<string, bool> isAllowed) =>
        [.. Assembly.Load(room).GetReferencedAssemblies().Select(reference => reference.Name!).Where(name => !isAllowed(name))];

    private static bool IsRuntime(string name) =>
        name is "netstandard" or "mscorlib" || name.StartsWith("System.", StringComparison.Ordinal);
}

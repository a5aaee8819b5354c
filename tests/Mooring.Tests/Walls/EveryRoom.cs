using System.Reflection;

namespace Mooring.Tests.Walls;

/// <summary>Which rooms a room may lean on, by what its compiled assembly refers to. Nothing points back.</summary>
public class EveryRoom
{
    // Each room with the rooms of the product that it may lean on; the order is the direction.
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Mooring.Kinetics"] = [],
        ["Mooring.Clinical"] = ["Mooring.Kinetics"],
        ["Mooring.Content"] = ["Mooring.Clinical", "Mooring.Kinetics"],
        ["Mooring.Storage"] = ["Mooring.Clinical", "Mooring.Kinetics"],
        ["Mooring.Practice"] = ["Mooring.Storage", "Mooring.Content", "Mooring.Clinical", "Mooring.Kinetics"],
        ["Mooring.Devices"] = ["Mooring.Clinical", "Mooring.Kinetics"],
        ["Mooring.Fhir"] = ["Mooring.Practice", "Mooring.Content", "Mooring.Storage", "Mooring.Clinical", "Mooring.Kinetics"],
        ["Mooring.Web"] = ["Mooring.Fhir", "Mooring.Devices", "Mooring.Practice", "Mooring.Content", "Mooring.Storage", "Mooring.Clinical", "Mooring.Kinetics"],
        // No room: the invented people of the demo, the tests and the measurements. Only the command may lean on it.
        ["Mooring.Demo"] = ["Mooring.Practice", "Mooring.Content", "Mooring.Storage", "Mooring.Clinical", "Mooring.Kinetics"],
    };

    public static TheoryData<string> Rooms => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Leans_on_no_room_but_those_below_it(string room) =>
        Assert.Empty(LeansOn(room).Where(IsOurs).Except(Allowed[room], StringComparer.Ordinal));

    [Fact]
    public void Has_its_line_here_whichever_it_is() =>
        Assert.Equal(
            Assembly.Load("mooring").GetReferencedAssemblies().Select(reference => reference.Name!).Where(IsOurs).Union(Allowed.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal),
            Allowed.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Mooring.Kinetics")]
    [InlineData("Mooring.Clinical")]
    [InlineData("Mooring.Devices")]
    public void Leans_on_nothing_but_the_runtime_where_it_is_pure(string room) =>
        Assert.Empty(LeansOn(room).Where(name => !IsOurs(name) && !IsRuntime(name)));

    [Fact]
    public void Keeps_the_database_to_practice_and_storage() =>
        Assert.Empty(new[] { "Mooring.Content", "Mooring.Fhir", "Mooring.Web", "Mooring.Demo", "mooring" }.SelectMany(LeansOn).Where(IsDatabase));

    // The canaries: a wall that lets these through sees nothing at all.
    [Fact]
    public void Is_seen_through_when_it_does_lean()
    {
        Assert.Contains("Mooring.Kinetics", LeansOn("Mooring.Clinical"));
        Assert.Contains("Mooring.Clinical", LeansOn("Mooring.Devices"));
        Assert.Contains("Mooring.Storage", LeansOn("Mooring.Practice"));
        Assert.Contains("Mooring.Practice", LeansOn("Mooring.Web").Where(IsOurs));
        Assert.Contains("Mooring.Demo", LeansOn("mooring"));
        Assert.Contains(LeansOn("Mooring.Storage"), IsDatabase);
        Assert.Contains("YamlDotNet", LeansOn("Mooring.Content").Where(name => !IsOurs(name) && !IsRuntime(name)));
        Assert.False(IsRuntime("Microsoft.AspNetCore.Http"));
        Assert.True(IsOurs("mooring"));
    }

    private static IEnumerable<string> LeansOn(string room) =>
        Assembly.Load(room).GetReferencedAssemblies().Select(reference => reference.Name!);

    private static bool IsOurs(string name) => name.StartsWith("mooring", StringComparison.OrdinalIgnoreCase);

    private static bool IsDatabase(string name) =>
        name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || name.StartsWith("Microsoft.Data", StringComparison.Ordinal)
        || name.StartsWith("Npgsql", StringComparison.Ordinal);

    private static bool IsRuntime(string name) =>
        name is "netstandard" or "mscorlib" || name.StartsWith("System.", StringComparison.Ordinal);
}

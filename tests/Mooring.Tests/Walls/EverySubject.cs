using Microsoft.Extensions.DependencyInjection;
using Mooring.Practice;
using Mooring.Practice.Tasks;
using Mooring.Storage.Engine;
using Mooring.Storage.Jobs;
using Mooring.Storage.Projections;
using Mooring.Tests.Ratchets;

namespace Mooring.Tests.Walls;

/// <summary>Each subject of the practice registers what it consists of, beside it; what was forgotten is named here.</summary>
public class EverySubject
{
    private static readonly ServiceCollection Registered = All();

    [Fact]
    public void Registers_its_desks_and_whatever_else_is_asked_for()
    {
        var forgotten = typeof(PracticeSetup).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false, IsPublic: true } && type.Name.EndsWith("Desk", StringComparison.Ordinal))
            .Where(type => Registered.All(one => one.ServiceType != type));

        Assert.Empty(forgotten.Select(type => type.FullName));
    }

    [Theory]
    [InlineData(typeof(Job))]
    [InlineData(typeof(Projection))]
    [InlineData(typeof(ChartPart))]
    public void Registers_each_of_a_kind_that_the_house_runs_by_itself(Type kind)
    {
        var known = Registered.Where(one => one.ServiceType == kind).Select(one => one.ImplementationType).ToHashSet();
        var there = new[] { typeof(PracticeSetup).Assembly, typeof(Job).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(kind)).ToList();

        Assert.NotEmpty(there);
        Assert.Empty(there.Where(type => !known.Contains(type)).Select(type => type.FullName));
    }

    // A class is registered in the folder in which it stands.
    [Fact]
    public void Is_registered_in_its_own_folder()
    {
        var folders = SourceFiles.All.Where(file => file.Path.StartsWith("src/Mooring.Practice/", StringComparison.Ordinal) && file.Path.EndsWith("Setup.cs", StringComparison.Ordinal))
            .Select(file => file.Path.Split('/')).Where(path => path.Length == 4).ToList();

        Assert.True(folders.Count > 20, "Hardly any subject has a registration of its own.");
        Assert.All(folders, path => Assert.Equal($"{path[2]}Setup.cs", path[3]));
        Assert.DoesNotContain(SourceFiles.All.Single(file => file.Path == "src/Mooring.Practice/PracticeSetup.cs").Lines, line => line.Contains("Desk>", StringComparison.Ordinal));
    }

    private static ServiceCollection All()
    {
        ServiceCollection services = [];
        services.AddPractice(new Database("Data Source=:memory:", IsPostgres: false), "content");
        return services;
    }
}

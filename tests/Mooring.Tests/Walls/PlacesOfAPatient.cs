using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Mooring.Clinical;
using Mooring.Web.Pages.Chart.Workspace;

namespace Mooring.Tests.Walls;

/// <summary>The menu beside a chart holds every page of a patient, and offers nobody a closed door.</summary>
public class PlacesOfAPatient
{
    private const string Home = "/patients/{Id:guid}";

    private static readonly Dictionary<string, string> Pages = (
        from page in typeof(PatientPlaces).Assembly.GetTypes()
        from route in page.GetCustomAttributes<RouteAttribute>()
            // What stands before a restricted chart is no page of it.
        where route.Template != Home + "/restricted"
        where route.Template == Home || route.Template.StartsWith(Home + "/", StringComparison.Ordinal)
        select (Below: route.Template[Home.Length..].TrimStart('/'), page.GetCustomAttribute<AuthorizeAttribute>()?.Policy)).ToDictionary(page => page.Below, page => page.Policy ?? "", StringComparer.Ordinal);

    [Fact]
    public void Hold_every_page_that_is_not_inside_another()
    {
        var first = Pages.Keys.Where(below => !below.Contains('/', StringComparison.Ordinal));

        Assert.Equal(first.Order(StringComparer.Ordinal), PatientPlaces.All.Select(place => place.To).Order(StringComparer.Ordinal));
        Assert.True(PatientPlaces.All.Count > 10, "The menu is hardly there: the walk is blind.");
    }

    [Fact]
    public void Ask_for_the_right_of_their_page() =>
        Assert.All(PatientPlaces.All, place => Assert.Equal($"{place.To} {place.Right}", $"{place.To} {Pages[place.To]}"));

    [Fact]
    public void Are_known_for_a_page_inside_them() =>
        Assert.All(Pages.Keys, below => Assert.NotNull(PatientPlaces.At(below)));

    [Fact]
    public void Are_only_those_that_somebody_may_open()
    {
        var desk = Clinical.Content.As(Guid.Empty, "Tom Sedge", Role.FrontDesk);

        Assert.DoesNotContain(PatientPlaces.For(desk), place => !desk.May(place.Right));
        Assert.DoesNotContain(PatientPlaces.For(desk), place => place.Right == Right.ReadCharts);
    }
}

using Mooring.Clinical;

namespace Mooring.Tests.Clinical;

public class CombiningFindings
{
    [Fact]
    public void Unknown_is_what_nothing_means() => Assert.Equal(Finding.Unknown, default);

    [Fact]
    public void All_is_decided_by_one_that_is_not_met_and_else_by_what_is_unknown()
    {
        Assert.Equal(Finding.NotMet, new[] { Finding.Unknown, Finding.NotMet, Finding.Met }.All());
        Assert.Equal(Finding.Unknown, new[] { Finding.Met, Finding.Unknown }.All());
        Assert.Equal(Finding.Met, new[] { Finding.Met, Finding.Met }.All());
    }

    [Fact]
    public void Any_is_decided_by_one_that_is_met_and_else_by_what_is_unknown()
    {
        Assert.Equal(Finding.Met, new[] { Finding.Unknown, Finding.Met }.Any());
        Assert.Equal(Finding.Unknown, new[] { Finding.NotMet, Finding.Unknown }.Any());
        Assert.Equal(Finding.NotMet, new[] { Finding.NotMet }.Any());
    }
}

using Mooring.Clinical.Signing;

namespace Mooring.Tests.Clinical.Signing;

public class ChoosingAPin
{
    [Theory]
    [InlineData("47021", "SGN111")]
    [InlineData("4702191234567", "SGN111")]
    [InlineData("47021a", "SGN111")]
    [InlineData("", "SGN111")]
    [InlineData("111111", "SGN112")]
    [InlineData("123456", "SGN112")]
    [InlineData("987654", "SGN112")]
    [InlineData("890123", "SGN112")]
    [InlineData("121212", "SGN112")]
    [InlineData("123123", "SGN112")]
    [InlineData("470219", null)]
    [InlineData("3141592653", null)]
    public void Asks_for_six_digits_that_nobody_tries_first(string typed, string? code) => Assert.Equal(code, PinRule.Against(typed)?.Code);
}

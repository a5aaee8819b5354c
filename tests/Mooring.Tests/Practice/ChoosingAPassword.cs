using Mooring.Practice.Access.Accounts;

namespace Mooring.Tests.Practice;

/// <summary>Which passwords a stranger would try first, and how long a stranger waits.</summary>
public class ChoosingAPassword
{
    [Theory]
    [InlineData("123456789012345")]
    [InlineData("passwordpassword")]
    [InlineData("Password12345678!")]
    [InlineData("aaaaaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabcabc")]
    [InlineData("qwertyuiopqwertyuiop")]
    [InlineData("!!!!!!iloveyou!!!!!!")]
    [InlineData("i love you 20262026")]
    [InlineData("1QAZ2WSX3EDC4RFV")]
    [InlineData("zyxwvutsrqponmlk")]
    public void Is_refused_when_many_people_chose_it_or_one_like_it(string password) => Assert.True(CommonPasswords.Contains(password));

    [Theory]
    [InlineData("a boat rests at its mooring")]
    [InlineData("correct horse battery staple")]
    [InlineData("das Schiff lag lange im Hafen")]
    [InlineData("gT7-vv2q-Lm93-xxPa")]
    [InlineData("481 517 926 330 745 18")]
    public void Is_taken_when_it_is_a_sentence_or_random(string password) => Assert.False(CommonPasswords.Contains(password));

    [Fact]
    public void Knows_more_than_the_three_thousand_commonest() => Assert.True(CommonPasswords.Count > 15_000);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 0)]
    [InlineData(6, 1)]
    [InlineData(7, 2)]
    [InlineData(14, 256)]
    [InlineData(15, 300)]
    [InlineData(100_000, 300)]
    public void Wrong_tries_cost_a_doubling_wait_and_never_more_than_five_minutes(int failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), new SignInTerms().DelayAfter(failures, free: 5));
}

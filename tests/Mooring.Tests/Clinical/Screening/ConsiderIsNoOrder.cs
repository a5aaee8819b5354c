namespace Mooring.Tests.Clinical.Screening;

/// <summary>What a rule lets a prescriber consider names things to think of; it never commands.</summary>
public class ConsiderIsNoOrder
{
    // First words of commands. A rule that needs one says the same as a noun.
    private static readonly HashSet<string> Commands = new(StringComparer.OrdinalIgnoreCase)
    {
        "do", "don't", "stop", "give", "lower", "raise", "leave", "continue", "start", "hold", "avoid", "wait", "check", "measure", "monitor", "treat",
        "use", "take", "plan", "decide", "judge", "record", "ask", "choose", "finish", "complete", "expect", "find", "weigh", "watch", "refer", "call",
        "reschedule", "stabilize", "test", "reduce", "increase", "withhold", "prefer", "consult",
    };

    public static TheoryData<string, string> Every =>
        [.. from rule in ScreeningContent.Library.Rules.Values from grade in rule.Value.Grades select new TheoryDataRow<string, string>(rule.Value.Id, grade.Consider)];

    [Theory]
    [MemberData(nameof(Every))]
    public void In_no_rule(string rule, string consider)
    {
        var commands = consider.Split(['.', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split(' ')[0].TrimEnd(',')).Where(Commands.Contains).ToList();

        Assert.True(commands.Count == 0, $"{rule} orders: {consider}");
    }

    [Fact]
    public void A_command_would_be_found() => Assert.Contains("stop", Commands);
}

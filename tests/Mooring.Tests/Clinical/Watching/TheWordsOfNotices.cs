using System.Text.RegularExpressions;
using Mooring.Content.Reading;

namespace Mooring.Tests.Clinical.Watching;

/// <summary>A notice names what may be considered; it gives no orders.</summary>
public partial class TheWordsOfNotices
{
    private static readonly string[] Commands =
    [
        "stop", "pause", "give", "call", "start", "lay", "raise", "lower", "slow", "recheck", "measure", "ask", "look", "stay", "keep", "reassure", "ground", "remove",
        "change", "stimulate", "open", "treat", "transfer", "watch", "take", "turn", "check", "think", "consider", "administer", "inject", "increase", "decrease", "reduce", "tell", "do", "hold", "end", "wake",
    ];

    public static TheoryData<string> Packs => [.. Content.Library.Packs.Select(pack => pack.Value!.Id)];

    [Theory]
    [MemberData(nameof(Packs))]
    public void Command_nobody(string id)
    {
        var pack = Content.Library.Packs.Single(pack => pack.Value!.Id == id).Value!;
        var words = pack.Limits.SelectMany(limit => limit.Consider.Append(limit.Label)).Concat(pack.Notices!.Symptoms.SelectMany(symptom => symptom.Consider.Append(symptom.Says)))
            .Concat(pack.Notices!.Losses.SelectMany(loss => loss.Consider.Append(loss.Label)));

        Assert.Empty(words.Where(IsCommand));
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void Say_of_what_was_done_that_it_was_done(string id)
    {
        var rule = Content.Library.Packs.Single(pack => pack.Value!.Id == id).Value!.Notices!;

        Assert.Empty(rule.Groups.SelectMany(group => group.Actions).Concat(rule.Losses.SelectMany(loss => loss.Actions)).Where(IsCommand));
    }

    [Theory]
    [InlineData("Stop dosing, stimulate, open the airway")]
    [InlineData("A pause; recheck in 5 minutes")]
    [InlineData("Prescriber: treat if it lasts")]
    public void Would_see_a_command(string words) => Assert.True(IsCommand(words));

    [Fact]
    public void Name_no_amount_of_any_medicine() => Assert.Empty(
        Content.Library.Bedside!.Value.Medicines.SelectMany(medicine => medicine.For.Concat(medicine.Routes).Append(medicine.Says)).Where(words => Amount().IsMatch(words)));

    [Fact]
    public void Are_asked_of_every_measurement_that_has_a_limit()
    {
        var text = Content.Library.Texts["monitoring/iv.yaml"];

        Assert.Contains("LIB407", Codes(text.Replace("of: [hr]\n", "of: []\n", StringComparison.Ordinal)));
        Assert.Contains("LIB403", Codes(text.Replace("{ of: spo2, margin: \"1 %\"", "{ of: spo2, margin: \"1 /min\"", StringComparison.Ordinal)));
        Assert.Contains("LIB408", Codes(text.Replace("{ of: hr, margin: \"5 /min\"", "{ of: hr, margin: \"-5 /min\"", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Codes(string text) => MonitoringPacks.ReadText(text, "iv.yaml").Faults.Select(fault => fault.Code);

    // Each part of a sentence, as it begins.
    private static bool IsCommand(string words) => Parts().Split(words).Any(part => Commands.Contains(part.Trim().Split(' ')[0].ToLowerInvariant()));

    [GeneratedRegex("[;.:,?]", RegexOptions.None, 1000)]
    private static partial Regex Parts();

    [GeneratedRegex(@"\d", RegexOptions.None, 1000)]
    private static partial Regex Amount();
}

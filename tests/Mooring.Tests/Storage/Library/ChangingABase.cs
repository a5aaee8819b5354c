using Mooring.Content.Reading;

namespace Mooring.Tests.Storage.Library;

/// <summary>A slip in what a file changes in its base would be a limit that nobody meant: each is refused with file and line.</summary>
public class ChangingABase
{
    private const string Route = "monitoring/im.yaml";
    private const string Nasal = "monitoring/nasal-esketamine.yaml";
    private const string EveryRoute = "monitoring/base/every-route.yaml";
    private const string Injection = "monitoring/base/injection.yaml";

    [Theory]
    [InlineData("base: monitoring/base/injektion")]
    [InlineData("base: monitoring/iv")]
    [InlineData("base: protocols/base/infusion")]
    [InlineData("base: monitoring/base/../iv")]
    [InlineData("base: [monitoring/base/injection]")]
    public void One_that_is_not_there_or_is_no_base_is_found(string says) =>
        Found("LIB112", Route, ["base: monitoring/base/injection", says], says);

    [Fact]
    public void One_that_leads_back_to_itself_is_found() =>
        Found("LIB113", EveryRoute, ["version: 1", "base: monitoring/base/injection\nversion: 1"], "monitoring/base/injection", Injection, "base:");

    [Fact]
    public void An_item_that_the_base_does_not_have_is_found() =>
        Found("LIB114", Nasal, ["  - id: see-no-contact", "  - id: see-no-contakt"], "see-no-contakt");

    [Fact]
    public void An_item_without_a_name_is_found() =>
        Found("LIB114", Nasal, ["  - id: see-no-contact\n    of: contact\n", "  - level: critical\n", "    level: critical\n    at-most", "    at-most"], "  - level: critical");

    [Fact]
    public void A_place_that_is_not_there_is_found() =>
        Found("LIB114", Nasal, ["new-after: confirm-consent", "new-after: confirm-konsent"], "confirm-konsent");

    [Fact]
    public void Two_places_for_one_item_are_found() =>
        Found("LIB114", Nasal, ["new-after: confirm-consent\n", "new-after: confirm-consent\n    new-before: confirm-fasting\n"], "new-after: confirm-consent");

    [Fact]
    public void A_new_item_of_a_name_that_the_base_has_is_found() =>
        Found("LIB114", Nasal, ["id: confirm-rems", "id: confirm-weight"], "new-after: confirm-consent");

    [Theory]
    [InlineData("limits/see-payn")]
    [InlineData("limitz")]
    [InlineData("limits/see-pain/recheck")]
    [InlineData("limits/see-pain, limits/see-pain")]
    public void Something_left_out_that_is_not_there_is_found(string without) =>
        Found("LIB114", Nasal, ["version: 4", $"version: 4\nwithout: [{without}]"], "without:");

    [Fact]
    public void An_item_that_says_what_the_base_says_is_found() =>
        Found("LIB115", Route, ["version: 4", "version: 4\nschedule:\n  - id: measure-before\n    label: \"Vital signs before the start\"\n    measures: [nibp-sys, nibp-dia, hr, rr, spo2, temp]\n    from: check-in\n    while: before\n    at: [15 min]\n    by: [nurse, prescriber]\n    because: [{ source: mooring-defaults, at: monitoring schedule, kind: local-choice }]"], "id: measure-before");

    [Fact]
    public void A_member_that_says_what_the_base_says_is_found() =>
        Found("LIB115", Route, ["version: 4", "version: 4\ndischarge:\n  by: [nurse, prescriber]"], "by: [nurse, prescriber]");

    [Fact]
    public void A_value_taken_from_under_its_source_is_found() =>
        Found("LIB116", Nasal, ["  fresh-for: 30 min\n  because: [{ source: mooring-defaults, at: blood pressure before dosing, kind: local-choice }]", "  fresh-for: 30 min"], "fresh-for");

    [Fact]
    public void A_source_that_would_come_to_stand_beside_values_of_the_base_is_found() =>
        Found("LIB116", Nasal, ["    for: 120 min\n", ""], "after-critical");

    [Fact]
    public void Leaving_out_a_value_whose_source_names_it_too_is_found() =>
        Found("LIB116", "monitoring/iv.yaml", ["version: 4", "version: 4\nwithout: [dosing/bolus-over]"], "without:");

    [Fact]
    public void One_that_nothing_uses_is_found()
    {
        using var content = PlantedContent.WithFile("monitoring/base/forgotten.yaml", "version: 0\n");

        Assert.Contains(content.Faults(), fault => fault is { Code: "LIB117", File: "monitoring/base/forgotten.yaml", Line: 1 });
    }

    [Theory]
    [InlineData("version: 4", "", "base: monitoring/base/injection")]
    [InlineData("version: 4", "version: four", "version: four")]
    [InlineData("version: 4", "version: 4\nlimits: []", "limits: []")]
    [InlineData("version: 4", "version: 4\nlimits: [see-pain]", "limits: [see-pain]")]
    [InlineData("version: 4", "version: 4\nwithout: limits", "without: limits")]
    public void What_can_not_be_put_onto_it_is_found(string says, string planted, string at) => Found("LIB118", Route, [says, planted], at);

    [Fact]
    public void One_that_is_not_yaml_is_found() => Found("LIB102", EveryRoute, ["entry:", "entry: ["], "");

    [Fact]
    public void An_anchor_in_it_is_found() => Found("LIB108", EveryRoute, ["fresh-for: 15 min", "fresh-for: &quarter 15 min"], "&quarter");

    [Fact]
    public void An_item_is_changed_as_a_whole_so_a_forgotten_source_is_missing() =>
        Found("LIB105", Nasal, ["    recheck: 5 min\n    because: [{ source: mooring-defaults, at: contact after the dosing, kind: local-choice }]\n", "    recheck: 5 min\n"], "id: see-no-contact");

    private static void Found(string code, string file, string[] replaced, string at, string? shownIn = null, string? shownAt = null)
    {
        using var content = PlantedContent.OnlyIn("monitoring", file, replaced);

        var faults = MonitoringPacks.ReadAll(content.Folder).SelectMany(pack => pack.Faults).Distinct().ToList();

        var line = content.LineOf(shownIn ?? file, shownAt ?? at);
        Assert.Contains(faults, fault => fault.Code == code && fault.File == (shownIn ?? file) && (at.Length == 0 ? fault.Line > 0 : fault.Line == line));
    }
}

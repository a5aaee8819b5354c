using System.Security.Cryptography;
using System.Text;
using Mooring.Clinical.Monitoring;
using Mooring.Content;
using Mooring.Content.Library;
using Mooring.Content.Reading;
using Mooring.Content.Yaml;

namespace Mooring.Tests.Storage.Library;

/// <summary>What many files have in common is written in their base, and each says only what it changes.</summary>
public class SayingContentOnce
{
    private const string EveryRoute = "monitoring/base/every-route.yaml";
    private const string Infusion = "monitoring/base/infusion.yaml";

    private static readonly ClinicalLibrary Now = LibraryLoad.From(ContentFolder.Find());

    [Fact]
    public void A_limit_changed_in_the_base_of_every_route_reaches_every_pack_and_nothing_else()
    {
        using var content = PlantedContent.With(EveryRoute, "at-least: \"180 mm[Hg]\"\n    label: \"180 mmHg or more\"", "at-least: \"175 mm[Hg]\"\n    label: \"175 mmHg or more\"");

        var changed = LibraryLoad.From(content.Folder);

        Assert.Empty(changed.Faults);
        Assert.All(changed.Packs, pack => Assert.Equal(175, Limit(pack, "see-systolic-very-high").AtLeast!.Value.Value));
        Assert.Equal(Now.Packs.Select(pack => pack.File), Changed(changed));
    }

    [Fact]
    public void A_round_changed_in_the_base_of_infusions_reaches_the_packs_that_have_it()
    {
        using var content = PlantedContent.With(Infusion, "at: [15 min, 30 min, 45 min, 60 min]", "at: [10 min, 30 min, 45 min, 60 min]");

        Assert.Equal(["monitoring/iv.yaml", "monitoring/long-infusion.yaml", "monitoring/slow-sc.yaml"], Changed(LibraryLoad.From(content.Folder)));
    }

    [Theory]
    [InlineData("protocols/base/every-protocol.yaml", "No legal papers, large purchases", "No papers, large purchases", 27)]
    [InlineData("protocols/base/infusion.yaml", "says: No infusion runs faster than 3 mg/kg/h.", "says: No infusion runs faster than 3 mg/kg/h, ever.", 12)]
    [InlineData("consent/base/every-form.en.yaml", "Ask us for the full price in writing", "Ask us for the price in writing", 2)]
    public void A_change_of_a_base_has_to_be_signed_again_in_each_file_that_uses_it(string file, string says, string planted, int files)
    {
        using var content = PlantedContent.With(file, says, planted);

        var changed = LibraryLoad.From(content.Folder);

        Assert.Empty(changed.Faults);
        Assert.Equal(files, Changed(changed).Count);
    }

    [Fact]
    public void A_signature_is_under_the_whole_as_it_runs()
    {
        var hash = Now.Packs.Single(pack => pack.Value!.Id == "im").Hash;
        using var content = PlantedContent.With("review.yaml", "\nsignatures: []",
            $"\nsignatures: [{{ file: monitoring/im.yaml, hash: {hash}, name: Mara Alder, role: medical director, on: 2026-01-31 }}]");
        Assert.True(LibraryLoad.From(content.Folder).IsReviewed("monitoring/im.yaml"));

        content.Replace("monitoring/iv.yaml", "# How a session", "# How each session");
        Assert.True(LibraryLoad.From(content.Folder).IsReviewed("monitoring/im.yaml"));

        content.Replace(EveryRoute, "label: \"180 mmHg or more\"", "label: \"From 180 mmHg\"");
        Assert.False(LibraryLoad.From(content.Folder).IsReviewed("monitoring/im.yaml"));
    }

    [Fact]
    public void The_text_that_is_hashed_and_kept_is_whole_and_reads_by_itself()
    {
        Assert.NotEmpty(Now.Made);
        Assert.All(Now.Made.Values, made =>
        {
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(made.Text))), Now.Review.Hashes[made.File]);
            Assert.Equal(made.Text, Now.Texts[made.File]);
            Assert.Equal(made.Text.Count(letter => letter == '\n'), made.Lines.Count);
        });
        Assert.All(Now.Packs, pack => Assert.Empty(MonitoringPacks.ReadText(Now.Texts[pack.File], pack.File).Faults));
    }

    [Fact]
    public void A_change_of_the_base_and_one_of_the_file_both_raise_the_version()
    {
        using var content = PlantedContent.With(EveryRoute, "version: 1", "version: 2");
        content.Replace("monitoring/im.yaml", "version: 4", "version: 5");

        var versions = LibraryLoad.From(content.Folder).Packs.ToDictionary(pack => pack.Value!.Id, pack => pack.Value!.Version);

        Assert.Equal((7, 6), (versions["im"], versions["iv"]));
    }

    [Fact]
    public void A_fault_in_a_base_is_named_once_at_its_own_line()
    {
        using var content = PlantedContent.With(EveryRoute, "  - id: see-pain\n    of: pain\n", "  - id: see-pain\n    of: pain\n    urgency: high\n");

        var fault = Assert.Single(content.Faults(), fault => fault.Code == "LIB104");

        Assert.Equal((EveryRoute, content.LineOf(EveryRoute, "urgency")), (fault.File, fault.Line));
    }

    [Fact]
    public void A_fault_in_what_a_file_changes_is_at_the_line_of_that_file()
    {
        const string nasal = "monitoring/nasal-esketamine.yaml";
        using var content = PlantedContent.With(nasal, "after-dosing: 90 min", "after-dosing: 90");

        var fault = Assert.Single(content.Faults(), fault => fault.Code == "LIB107");

        Assert.Equal((nasal, content.LineOf(nasal, "after-dosing")), (fault.File, fault.Line));
    }

    [Fact]
    public void A_fault_that_only_the_whole_shows_is_at_the_line_that_says_it()
    {
        using var content = PlantedContent.With(Infusion, "    id: measure-change\n", "    id: measure-before\n", "new-after: measure-change", "new-after: measure-infusion");

        Assert.Contains(content.Faults(), fault => fault.Code == "LIB114" && fault.File == Infusion && fault.Line > 0);
    }

    private static Limit Limit(ContentRead<MonitoringPack> pack, string id) => pack.Value!.Limits.Single(limit => limit.Id == id);

    private static IReadOnlyList<string> Changed(ClinicalLibrary changed) =>
        [.. changed.Review.Hashes.Where(file => Now.Review.Hashes[file.Key] != file.Value).Select(file => file.Key).Order(StringComparer.Ordinal)];
}

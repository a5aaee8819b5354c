using Mooring.Clinical.Rules;

namespace Mooring.Web.Pages.Library;

/// <summary>The lists of codes as tables, one page for each code system.</summary>
internal static class CodePages
{
    public static IEnumerable<(string Id, string Title, IReadOnlyList<ContentNode> Parts)> Of(IReadOnlyList<ListedCode> codes) =>
        codes.GroupBy(code => code.System).Select(system => ($"list-{WordOf(system.Key)}", $"{TitleOf(system.Key)} codes in use", Table(system)));

    private static IReadOnlyList<ContentNode> Table(IEnumerable<ListedCode> codes) =>
    [
        new("Codes")
        {
            Parts = [.. codes.Select(code => new ContentNode("") { Parts = [new("Code", code.Code), new("Name", code.Name), new("Checked", HowFar(code.Checked))] })],
        },
    ];

    private static string WordOf(CodeSystem system) => system.ToString().ToLowerInvariant();

    private static string TitleOf(CodeSystem system) => system switch
    {
        CodeSystem.Icd10cm => "ICD-10-CM",
        CodeSystem.Rxnorm => "RxNorm",
        CodeSystem.Snomed => "SNOMED CT",
        CodeSystem.Billing => "Billing",
        _ => system.ToString().ToUpperInvariant(),
    };

    private static string HowFar(CodeChecked mark) => mark switch
    {
        CodeChecked.OfficialRelease => "compared with the official release",
        CodeChecked.SeenInList => "seen in a code list or label",
        _ => "from general knowledge, to be compared",
    };
}

using System.Globalization;

namespace Mooring.Tests.Storage.Terminology;

/// <summary>A few concepts in the form of SNOMED CT, release format 2; all but the roots of our own value sets are invented.</summary>
internal static class SnomedFile
{
    public const string Hemorrhage = "274100004";
    private const string IsA = "116680003";
    private const string ToIcd10cm = "6011000124106";

    public static readonly string[] Concepts =
    [
        "id\teffectiveTime\tactive\tmoduleId\tdefinitionStatusId",
        Concept(404684003), Concept(long.Parse(Hemorrhage, CultureInfo.InvariantCulture)), Concept(990000101), Concept(990000102), Concept(990000103), Concept(990000104), Concept(990000105), Concept(990000106), Concept(990000107),
        Concept(990000108), Concept(990000109, active: 0), Concept(990000110),
    ];

    public static readonly string[] Descriptions =
    [
        "id\teffectiveTime\tactive\tmoduleId\tconceptId\tlanguageCode\ttypeId\tterm\tcaseSignificanceId",
        Full(404684003, "Clinical finding (finding)"), Full(274100004, "Cerebral hemorrhage (disorder)"), Full(990000101, "Blorb of the inner skull (disorder)"), Full(990000102, "Left blorb of the inner skull (disorder)"),
        Full(990000103, "Zorvian mood state (disorder)"), Full(990000104, "Zorvian toe (disorder)"), Full(990000105, "Zorvian toe or mood (disorder)"), Full(990000106, "Unplaced zorvism (disorder)"), Full(990000107, "Sinusitis (disorder)"),
        Full(990000108, "Zorvian gutting (procedure)"), Full(990000109, "Old zorvian toe (disorder)"), Full(990000110, "Remitted zorvian mood state (disorder)"),
        Synonym(990000103, "Zorvian blues"), Synonym(990000103, "No longer said", active: 0),
    ];

    public static readonly string[] Relations =
    [
        "id\teffectiveTime\tactive\tmoduleId\tsourceId\tdestinationId\trelationshipGroup\ttypeId\tcharacteristicTypeId\tmodifierId",
        Relation(274100004, 404684003), Relation(990000101, 274100004), Relation(990000102, 990000101), Relation(990000104, 274100004, active: 0), Relation(990000103, 404684003), Relation(990000104, 990000103, type: "363698007"),
    ];

    public static readonly string[] Maps =
    [
        "id\teffectiveTime\tactive\tmoduleId\trefsetId\treferencedComponentId\tmapGroup\tmapPriority\tmapRule\tmapAdvice\tmapTarget\tcorrelationId\tmapCategoryId",
        Map(990000103, 1, 1, "F31.9"), Map(990000104, 1, 1, "B99.7?"), Map(990000105, 1, 1, "F31.9"), Map(990000105, 1, 2, "B99.71"), Map(990000106, 1, 1, ""), Map(990000106, 1, 1, "F31.9", refset: "447562003"),
        Map(990000109, 1, 1, "B99.71", active: 0), Map(990000110, 1, 1, "F31.70"),
    ];

    private static string Concept(long id, int active = 1) => Line(id, 20310901, active, 900000000000207008, 900000000000074008);

    private static string Full(long concept, string term) => Described(concept, term, 900000000000003001, 1);

    private static string Synonym(long concept, string term, int active = 1) => Described(concept, term, 900000000000013009, active);

    private static string Described(long concept, string term, long type, int active) => Line($"{concept}19", 20310901, active, 900000000000207008, concept, "en", type, term, 900000000000448009);

    private static string Relation(long from, long to, int active = 1, string type = IsA) => Line($"{from}29", 20310901, active, 900000000000207008, from, to, 0, type, 900000000000011006, 900000000000451002);

    private static string Map(long concept, int group, int priority, string target, string refset = ToIcd10cm, int active = 1) =>
        Line("80f10d6c-0000-0000-0000-000000000001", 20310901, active, 731000124108, refset, concept, group, priority, "TRUE", $"ALWAYS {target}", target, 447561005, 447637006);

    private static string Line(params object[] fields) => string.Join('\t', fields.Select(field => Convert.ToString(field, CultureInfo.InvariantCulture)));
}

using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;

namespace Mooring.Practice.Imports;

/// <summary>
/// Whether a file with a known identifier can be about the person of the chart. One thing may have changed, such as a name
/// by marriage; when two differ, somebody's identifier is wrong.
/// </summary>
internal static class SamePerson
{
    public static IReadOnlyList<string> Differences(Patient kept, ImportedPatient said)
    {
        List<string> differs = [];
        if (!Same(kept.GivenName, said.GivenName))
            differs.Add("the given name");
        if (!Same(kept.FamilyName, said.FamilyName))
            differs.Add("the family name");
        if (kept.BirthDate != said.BirthDate)
            differs.Add("the birth date");
        if (kept.Sex != said.Sex && kept.Sex != Sex.Unknown && said.Sex != Sex.Unknown)
            differs.Add("the sex");
        return differs;
    }

    // Jo Ann and Jo are one, and so are Núñez and NUNEZ.
    private static bool Same(string kept, string said)
    {
        var (left, right) = (NameLetters.Words(kept), NameLetters.Words(said));
        return left.Count == 0 || right.Count == 0 || NameLetters.AreSame(left, right) || left.Intersect(right, StringComparer.Ordinal).Any();
    }
}

using System.Text;

namespace Mooring.Tests.Refusals;

/// <summary>The page that lists every code with its sentence, for those who script against the product and those who translate it.</summary>
internal static class RefusalPage
{
    private static readonly (string Room, string Is)[] Rooms =
    [
        ("ACC", "Accounts and second factors"), ("ACL", "Access log"), ("ADV", "Adverse events told afterwards"), ("APT", "Appointments"), ("ARC", "Archiving a chart"), ("ATT", "What waits for somebody"),
        ("AWY", "Who is away"), ("BSL", "The baseline before a course"), ("CLI", "The command"), ("CON", "Consent"), ("CRE", "Licenses and certificates"), ("CRS", "Plans and courses"),
        ("DAY", "The front desk's day"), ("DEV", "Device messages"), ("DOC", "Documents"), ("DOS", "Dose arithmetic"), ("EDU", "Asked back after reading"),
        ("FHI", "FHIR bundles"), ("FRM", "Asking a form of a patient"), ("FUP", "Calls after a session"), ("GOL", "Goals"), ("HLD", "Medicines held before a session"), ("INS", "Insurance cards"), ("KIN", "Kinetics"),
        ("LCK", "Sign-ins and the lock of a screen"), ("LIB", "Clinical content, by `mooring check`"), ("LIM", "Lengths and limits"), ("KEY", "Keys"), ("OPS", "Operating the server"), ("LTR", "Letters and referrals"), ("MRG", "Merging charts"), ("NOT", "Notes"),
        ("PDM", "Prescription monitoring programs"), ("PLN", "The form of a plan"), ("REC", "What is not recognized"), ("SCH", "Leave, rooms, waiting list and calendars"),
        ("PRV", "Privacy"), ("SCR", "Screening and scores"), ("SER", "Curves"), ("SES", "Sessions"), ("SET", "Settings"), ("SFP", "Safety plans"), ("SGN", "Signing again, and PINs"), ("STO", "Charts"),
        ("TER", "Releases of terms"), ("TSK", "The work list"), ("VIS", "Visits"), ("WEB", "Pages and sign-in"),
    ];

    public static string Of(IReadOnlyList<RefusalSite> sites, IReadOnlyDictionary<string, string> spanish)
    {
        var page = new StringBuilder("""
            # Refusals and faults, by code

            Every answer that says no has a code, which stays, and a sentence, which may be worded better. A name in braces stands for what the answer tells: times are said by the clinic's clock, numbers in the reader's way. Where a patient can read it, the sentence is in English and in Spanish (`content/interface/es.yaml`). This page is made from the source; a test holds it true.

            """);
        foreach (var room in sites.GroupBy(site => site.Code[..3]).OrderBy(room => room.Key, StringComparer.Ordinal))
        {
            page.Append("\n## ").Append(room.Key).Append(": ").Append(Rooms.FirstOrDefault(one => one.Room == room.Key).Is ?? throw new InvalidOperationException($"Say in RefusalPage what {room.Key} is."))
                .Append("\n\n| Code | Says |\n|---|---|\n");
            foreach (var code in room.GroupBy(site => site.Code).OrderBy(code => code.Key, StringComparer.Ordinal))
                page.Append("| ").Append(code.Key).Append(" | ").AppendJoin("<br>", Says(code, spanish)).Append(" |\n");
        }

        return page.ToString();
    }

    private static IEnumerable<string> Says(IGrouping<string, RefusalSite> code, IReadOnlyDictionary<string, string> spanish)
    {
        var all = code.SelectMany(site => site.Sentences).Distinct(StringComparer.Ordinal).ToList();
        // What is handed on says nothing here where the sentence itself stands beside it.
        var said = all.Where(says => !EveryRefusal.IsGivenWhole(says)).ToList();
        return (said.Count > 0 ? said : all).Append(spanish.GetValueOrDefault(code.Key)).OfType<string>()
            .Select(says => says.Replace("|", "\\|", StringComparison.Ordinal).Replace('\n', ' ').Replace("<", "&lt;", StringComparison.Ordinal));
    }
}

namespace Mooring.Clinical.Courses;

/// <summary>One medicine that is held around a session.</summary>
/// <param name="Hold">When it is left out, in the prescriber's words: "the evening before and the morning of the session".</param>
/// <param name="Resume">When it is taken again: "with dinner on the day of the session".</param>
public sealed record MedicineHold(string Medicine, string Hold, string Resume);

/// <summary>What one patient leaves out before a session and when it is taken again, as a prescriber wrote it. A later list takes its place.</summary>
/// <param name="Lines">Empty: everything is taken as usual.</param>
public sealed record MedicineHolds(Id<MedicineHolds> Id, IReadOnlyList<MedicineHold> Lines, Actor By, DateTimeOffset At)
{
    /// <summary>Letters of each field.</summary>
    public const int LongestText = 120;

    /// <summary>Lines of a list.</summary>
    public const int MostLines = 20;

    /// <summary>
    /// Writes, or refuses: HLD101 who may, HLD102 a line that is not whole, HLD103 too long, HLD104 nothing written and not said
    /// that all is taken as usual, HLD105 both.
    /// </summary>
    /// <param name="typed">A line with nothing beside the medicine is taken as usual, and not kept.</param>
    /// <param name="allAsUsual">The prescriber says that nothing is left out.</param>
    public static Outcome<MedicineHolds> Write(Id<MedicineHolds> id, IReadOnlyList<MedicineHold> typed, bool allAsUsual, Actor by, DateTimeOffset now)
    {
        if (Against(by) is { } notTheirs)
            return notTheirs;
        List<MedicineHold> lines = [.. typed.Select(line => new MedicineHold(line.Medicine.Trim(), line.Hold.Trim(), line.Resume.Trim())).Where(line => line.Hold.Length + line.Resume.Length > 0)];
        List<Refusal> refusals = [];
        foreach (var line in lines.Where(line => line.Medicine.Length == 0 || line.Hold.Length == 0 || line.Resume.Length == 0))
            refusals.Add(new("HLD102", $"{(line.Medicine.Length > 0 ? line.Medicine : "A line without a medicine")}: write the medicine, when it is left out, and when it is taken again.", "lines"));
        if (lines.Count > MostLines || lines.Any(line => line.Medicine.Length > LongestText || line.Hold.Length > LongestText || line.Resume.Length > LongestText))
            refusals.Add(new("HLD103", $"Write at most {MostLines} lines, and {LongestText} letters in each field.", "lines"));
        if (lines.Count == 0 && !allAsUsual)
            refusals.Add(new("HLD104", "Write what is left out, or tick that everything is taken as usual.", "lines"));
        if (lines.Count > 0 && allAsUsual)
            refusals.Add(new("HLD105", "The list says what is left out, and that everything is taken as usual. Clear the one or the other.", "lines"));
        return refusals.Count > 0 ? Outcome<MedicineHolds>.Refuse(refusals) : new MedicineHolds(id, lines, by, now);
    }

    /// <summary>Why it is not theirs, HLD101; null when it is.</summary>
    public static Refusal? Against(Actor by) => by.May(Right.Prescribe) ? null : new("HLD101", "A prescriber writes which medicines are held.");
}

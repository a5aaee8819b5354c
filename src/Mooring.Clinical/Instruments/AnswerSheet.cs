namespace Mooring.Clinical.Instruments;

/// <summary>An instrument as one person answered it, with the very version it was asked in.</summary>
/// <param name="Hash">Of the instrument's file.</param>
/// <param name="Answers">In the order of the items; null where nothing was answered.</param>
/// <param name="Occasion">Why it was asked: <c>intake</c>, <c>day-7</c>.</param>
/// <param name="By">Who answered, or who entered it from paper.</param>
public sealed record AnswerSheet(
    Id<AnswerSheet> Id, string Instrument, int InstrumentVersion, string Hash, IReadOnlyList<int?> Answers, string Occasion,
    Actor By, DateTimeOffset StartedAt)
{
    /// <summary>When the person answered; earlier than <see cref="FinishedAt"/> for a sheet entered from paper.</summary>
    public DateTimeOffset? TakenAt { get; init; }

    /// <summary>When it was finished here; null while it can still be answered.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    public Score? Score { get; init; }

    public bool IsFromPaper { get; init; }

    /// <summary>Whether its score opens this step.</summary>
    public bool Opens(string step) => Score?.Opens.Contains(step) == true;
}

namespace Mooring.Clinical.Instruments;

/// <summary>A questionnaire that somebody asked of one patient, beside what the clinic's plan asks of everybody.</summary>
public sealed record AskedSheet(Id<AskedSheet> Id, string Instrument, Actor By, DateTimeOffset At)
{
    /// <summary>Who took it back, so that it is not asked any more; null while it is.</summary>
    public Actor? TakenBackBy { get; init; }

    /// <summary>The occasion that is kept with its sheet.</summary>
    public const string Occasion = "asked";

    /// <summary>Until it is taken back, or a sheet of it is finished afterwards.</summary>
    public bool IsOpen(IEnumerable<AnswerSheet> sheets) => TakenBackBy is null && !sheets.Any(sheet => sheet.Instrument == Instrument && sheet.FinishedAt >= At);

    /// <summary>FRM101 none is chosen, FRM102 the patient can not answer it alone, FRM103 it is asked already.</summary>
    /// <param name="due">What is asked of the patient now, whoever asks it.</param>
    public static Outcome<AskedSheet> Ask(Id<AskedSheet> id, Instrument? instrument, IEnumerable<string> due, Actor by, DateTimeOffset now) => instrument is null
        ? new Refusal("FRM101", "Choose what the patient is asked.", "instrument")
        : instrument is not { By: Respondent.Patient, HasText: true }
        ? new Refusal("FRM102", $"“{instrument.Title.En}” is rated by a clinician or filled in on paper. Enter it below instead.", "instrument")
        : due.Contains(instrument.Id)
        ? new Refusal("FRM103", $"“{instrument.Title.En}” is asked already and not answered yet.", "instrument")
        : new AskedSheet(id, instrument.Id, by, now);
}

using Mooring.Clinical;
using Mooring.Clinical.Education;
using Mooring.Clinical.Notes;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Privacy;
using Mooring.Content.Library;
using Mooring.Practice.Notes;
using Mooring.Practice.Patients;
using Mooring.Practice.Privacy;
using Mooring.Practice.Referrals;
using Mooring.Practice.Settings;
using Mooring.Storage;

namespace Mooring.Practice.Letters;

/// <summary>Letters: begun from a template with the chart's facts in them, written and signed as notes, and marked when they were sent.</summary>
public sealed class LetterDesk(
    MooringDb db, NoteDesk notes, ChartFacts facts, NoteContent content, PatientDesk patients, ReferralDesk referrals, ReferralLoopDesk loop, DisclosureDesk disclosures, CurrentClinic current, TimeProvider clock)
{
    /// <summary>Letters of name and address together.</summary>
    public const int LongestAddress = 500;

    /// <summary>Letters of how it was sent.</summary>
    public const int LongestWay = 200;

    /// <summary>Begins a letter: LTR101 which, LTR102 to whom, STO105, WEB150. The same id twice is one letter.</summary>
    /// <param name="to">Name and address, as they stand at its head.</param>
    public async Task<Outcome<Note>> Begin(Id<Patient> patient, Id<Note> id, string? letter, string? language, string? to, CancellationToken cancel)
    {
        if (db.Unless(Right.WriteNotes) is { } notTheirs)
            return notTheirs;
        if (await patients.Find(patient, cancel) is not { } person)
            return new Refusal("STO105", "There is no such patient in this clinic.");
        List<Refusal> refusals = [];
        var template = content.Letter(letter, language == "es" ? "es" : "en");
        if (template is null)
            refusals.Add(new("LTR101", "Choose which letter it is.", "letter"));
        var address = to?.Trim().ReplaceLineEndings("\n") ?? "";
        if (address.Length is 0 or > LongestAddress)
            refusals.Add(new("LTR102", $"Write to whom the letter goes, with the address, in {LongestAddress} letters at most.", "to"));
        if (refusals.Count > 0)
            return Outcome<Note>.Refuse(refusals);
        var kept = content.Kept($"letters/{template!.Id}.{template.Language}.yaml");
        var head = new NoteHead(NoteKind.Letter, template.Id, template.Version, kept.Hash, template.Title)
        {
            Letter = new(template.Recipient, address, template.Language) { Answers = template.Answers, NeedsAgreement = template.NeedsAgreement, MayTell = template.MayTell },
        };
        return await notes.Open(patient, id, head, kept.Text, await First(person, template, cancel), cancel);
    }

    /// <summary>
    /// Marks a letter as sent: LTR105 unless it is a signed letter, LTR106 the day, LTR107 how, LTR112 sent already, PRV140 no consent covers it, NOT202, WEB150.
    /// A letter that answers the referral closes that step.
    /// </summary>
    public async Task<Outcome<Note>> Sent(Id<Patient> patient, Id<Note> id, DateOnly? on, string? how, CancellationToken cancel)
    {
        if (db.Unless(Right.SendLetters) is { } notTheirs)
            return notTheirs;
        if (await notes.Find(patient, id, cancel) is not { } note)
            return NoteDesk.NoSuchNote;
        if (note is not { Head.Letter: { } letter, Signed: { } signed })
            return new Refusal("LTR105", "Only a signed letter is sent. Sign it first.");
        var (now, clinic) = (clock.GetUtcNow(), (await current.Find(cancel))!);
        var way = how?.Trim() ?? "";
        if (note.Sent is { } sent && sent.Version == signed.Number)
            return sent.On == on && sent.Says == way ? note : new Refusal("LTR112", "This letter was marked as sent already. Amend it to send it again.");
        List<Refusal> refusals = [];
        if (on is not { } day || day < clinic.DayOf(signed.At) || day > clinic.DayOf(now))
            refusals.Add(new("LTR106", "Choose the day on which it was sent: not before it was signed, and not a day to come.", "on"));
        if (way.Length is 0 or > LongestWay)
            refusals.Add(new("LTR107", $"Write how it was sent, such as mail or fax, in {LongestWay} letters at most.", "how"));
        if (refusals.Count > 0)
            return Outcome<Note>.Refuse(refusals);
        var release = await disclosures.Ask(patient, [new(Part2Item.Note, id.ToString())], letter.To, toPatient: false, cancel, isForCare: letter.Recipient != Recipient.Employer);
        if (!release.IsDone)
            return Outcome<Note>.Refuse(release.Refusals);
        disclosures.Add(patient, release.Value, letter.To, note.Head.Title, way, default);
        db.AddStep(note, new(NoteStepKind.Sent, signed.Number, db.Acting(), now, null, way) { On = on });
        if (Answered(letter.Answers) is { } step && await referrals.Of(patient, cancel) is { } referral && ReferralLoop.HasReferrer(referral))
            loop.Add(referral, step, on!.Value, id.Value, way);
        await db.SaveChangesAsync(cancel);
        return (await notes.Find(patient, id, cancel))!;
    }

    private static ReferralStep? Answered(ReferralAnswer answers) => answers switch
    {
        ReferralAnswer.Decision => ReferralStep.Decision,
        ReferralAnswer.CourseSummary => ReferralStep.CourseSummary,
        ReferralAnswer.Discharge => ReferralStep.Discharge,
        _ => null,
    };

    private async Task<NoteText> First(Patient person, LetterTemplate template, CancellationToken cancel)
    {
        var (now, clinic) = (clock.GetUtcNow(), (await current.Find(cancel))!);
        var printer = new SentencePrinter(clinic, now, template.Language == "es" ? Language.Spanish : Language.English);
        var referral = await referrals.Of(person.Id, cancel);
        Dictionary<string, string> words = new(StringComparer.Ordinal)
        {
            ["patient"] = person.FullName,
            ["born"] = printer.Day(person.BirthDate),
            ["clinic"] = clinic.Name,
            ["today"] = printer.Day(clinic.DayOf(now)),
            ["referred-on"] = printer.Day(clinic.DayOf(referral?.ReceivedAt ?? now)),
        };
        List<PulledFact> told = [];
        foreach (var part in template.Parts)
        {
            foreach (var fact in part.Tells)
                told.Add(await facts.Of(person.Id, part.Id, fact, template.Language, cancel));
        }

        return new([.. template.Parts.Select(part => new NotePart(part.Id, part.Heading, Placeholders.Fill(part.Says, words).Trim()))]) { Pulled = told };
    }
}

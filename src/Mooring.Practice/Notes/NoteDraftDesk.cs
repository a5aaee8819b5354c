using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Notes;
using Mooring.Clinical.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Notes;

/// <summary>What a page of writing sends: all fields, from which page, and what that page showed.</summary>
public sealed record NoteDraftForm
{
    /// <summary>By section.</summary>
    public IReadOnlyDictionary<string, string> Parts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public string? Reason { get; init; }

    /// <summary>The version that stood beside the fields; 0 for none.</summary>
    public int BasedOn { get; init; }

    /// <summary>This page, the same for all it sends.</summary>
    public Guid Page { get; init; }

    /// <summary>The page that had saved what this one showed; empty when nothing was saved yet.</summary>
    public Guid Shown { get; init; }
}

/// <summary>Keeps what is typed before it is signed. Each writer has a draft of their own, so nobody writes over anybody.</summary>
public sealed class NoteDraftDesk(MooringDb db, NoteDesk notes, ChartFacts facts, TimeProvider clock)
{
    private const int MostTries = 3;

    /// <summary>The own draft of whoever asks; null where they have none that is open.</summary>
    public async Task<NoteDraft?> Mine(Id<Note> id, CancellationToken cancel)
    {
        var me = db.Acting().Id;
        return (await db.Set<NoteDraftRow>().AsNoTracking().SingleOrDefaultAsync(row => row.NoteId == id && row.AuthorId == me && !row.IsDone, cancel))?.AsDraft();
    }

    /// <summary>Who else is writing at this note, and what.</summary>
    public async Task<IReadOnlyList<(Actor By, NoteDraft Draft)>> Others(Id<Note> id, CancellationToken cancel)
    {
        var me = db.Acting().Id;
        var rows = await db.Set<NoteDraftRow>().AsNoTracking().Where(row => row.NoteId == id && row.AuthorId != me && !row.IsDone).ToListAsync(cancel);
        return [.. rows.Select(row => (row.By, row.AsDraft()))];
    }

    /// <summary>Saves what is typed: NOT202, NOT203, NOT210 too long, NOT211, NOT212 changed from another page, NOT219 no such section, WEB150.</summary>
    public Task<Outcome<NoteDraft>> Save(Id<Patient> patient, Id<Note> id, NoteDraftForm form, CancellationToken cancel) => Change(patient, id, form, (_, text) => Task.FromResult(text), cancel);

    /// <summary>Saves, and takes a fact of the chart into a section as it stands now: NOT220 where it is not offered.</summary>
    public async Task<Outcome<NoteDraft>> Pull(Id<Patient> patient, Id<Note> id, NoteDraftForm form, string section, NoteFact fact, CancellationToken cancel)
    {
        if (db.Unless(Right.WriteNotes) is { } notTheirs)
            return notTheirs;
        if (await notes.Find(patient, id, cancel) is { } note && notes.Layout(note).Sections.FirstOrDefault(one => one.Id == section)?.Pulls.Contains(fact) != true)
            return new Refusal("NOT220", "This is not taken into this section.", NoteDecisions.At(section));
        return await Change(patient, id, form, async (layout, text) => Without(text, section, fact) with
        {
            Pulled = [.. Without(text, section, fact).Pulled, await facts.Of(patient, section, fact, layout.Language, cancel)],
        }, cancel);
    }

    /// <summary>Saves, and takes a fact out again.</summary>
    public Task<Outcome<NoteDraft>> TakeOut(Id<Patient> patient, Id<Note> id, NoteDraftForm form, string section, NoteFact fact, CancellationToken cancel) =>
        Change(patient, id, form, (_, text) => Task.FromResult(Without(text, section, fact)), cancel);

    /// <summary>Saves, and puts what a colleague signed meanwhile above what is typed, so that both stand in the next version.</summary>
    public async Task<Outcome<NoteDraft>> TakeIn(Id<Patient> patient, Id<Note> id, NoteDraftForm form, CancellationToken cancel)
    {
        if (db.Unless(Right.WriteNotes) is { } notTheirs)
            return notTheirs;
        if (await notes.Find(patient, id, cancel) is not { Signed: { } signed })
            return NoteDesk.NoSuchNote;
        return await Change(patient, id, form with { BasedOn = signed.Number }, (_, text) => Task.FromResult(text.Under(signed.Text)), cancel);
    }

    /// <summary>What would be signed: the fields as they were sent, with the facts that were taken in.</summary>
    public async Task<NoteText> Typed(Note note, NoteDraftForm form, CancellationToken cancel) =>
        Text(notes.Layout(note), form, (await Mine(note.Id, cancel))?.Text ?? note.Signed?.Text ?? NoteText.Empty);

    private async Task<Outcome<NoteDraft>> Change(Id<Patient> patient, Id<Note> id, NoteDraftForm form, Func<NoteLayout, NoteText, Task<NoteText>> then, CancellationToken cancel, int tries = MostTries)
    {
        if (db.Unless(Right.WriteNotes) is { } notTheirs)
            return notTheirs;
        if (await notes.Find(patient, id, cancel) is not { } note)
            return NoteDesk.NoSuchNote;
        var (me, layout) = (db.Acting(), notes.Layout(note));
        if (note.Discarded is not null)
            return new Refusal("NOT211", "This draft was discarded. Write a new note.");
        if (notes.AgainstWriter(layout) is { } refused)
            return refused;
        if (form.Parts.Keys.FirstOrDefault(part => layout.Sections.All(section => section.Id != part)) is { } unknown)
            return new Refusal("NOT219", $"This note has no section “{unknown}”. Copy what you wrote there, and open the page anew.");
        var row = await db.Set<NoteDraftRow>().SingleOrDefaultAsync(row => row.NoteId == id && row.AuthorId == me.Id, cancel);
        // What a page still sends of what it has just signed is nothing new.
        if (row is { IsDone: true } && (row.Page == form.Page || (form.Shown != Guid.Empty && row.Page == form.Shown)))
            return row.AsDraft();
        if (row is { IsDone: false } && row.Page != Guid.Empty && row.Page != form.Shown && row.Page != form.Page)
            return new Refusal("NOT212", "You changed this draft in another window after this one was opened. Both are shown; put together what you want to keep, and save.");
        var text = Text(layout, form, (row is { IsDone: false } ? row.Text : note.Signed?.Text) ?? NoteText.Empty);
        if (NoteDecisions.TooLong(text).ToList() is { Count: > 0 } tooLong)
            return Outcome<NoteDraft>.Refuse(tooLong);
        if (row is null)
            db.Add(row = new() { NoteId = id, AuthorId = me.Id, PatientId = patient, By = me, Text = NoteText.Empty });
        (row.Text, row.BasedOn, row.Reason, row.Page, row.IsDone) = (await then(layout, text), form.BasedOn, Short(form.Reason), form.Page, false);
        row.SavedAt = Later(row.SavedAt, clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(cancel);
            return row.AsDraft();
        }
        catch (DbUpdateException) when (tries > 1)
        {
            // The same page saved twice in one moment: what stands now is asked again.
            db.ChangeTracker.Clear();
            return await Change(patient, id, form, then, cancel, tries - 1);
        }
    }

    private static NoteText Text(NoteLayout layout, NoteDraftForm form, NoteText before) =>
        new([.. layout.Sections.Select(section => new NotePart(section.Id, section.Heading.En, (form.Parts.GetValueOrDefault(section.Id) ?? before.Of(section.Id)).Trim().ReplaceLineEndings("\n")))]) { Pulled = before.Pulled };

    private static NoteText Without(NoteText text, string section, NoteFact fact) => text with { Pulled = [.. text.Pulled.Where(one => one.Section != section || one.Fact != fact)] };

    // Each save counts as one, also two within a tick of the clock.
    private static DateTimeOffset Later(DateTimeOffset before, DateTimeOffset now) => now > before ? now : before + TimeSpan.FromTicks(1);

    // Judged when it is signed; a draft keeps what fits.
    private static string Short(string? reason) => reason?.Trim() is { } typed ? typed[..Math.Min(typed.Length, NoteDecisions.LongestReason * 2)] : "";
}

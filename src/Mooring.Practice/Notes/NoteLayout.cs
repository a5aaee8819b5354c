using Mooring.Clinical;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Notes;
using Mooring.Content.Library;

namespace Mooring.Practice.Notes;

/// <summary>What stands above the fields of a note, and whose it is to write.</summary>
/// <param name="Language">In which facts of the chart are said.</param>
public sealed record NoteLayout(IReadOnlyList<Role> By, IReadOnlyList<NoteSection> Sections, string Language)
{
    internal static NoteLayout Of(Note note, NoteContent content, RoleRights rights)
    {
        var writers = rights.Holders(Right.WriteNotes);
        if (note.Head.Letter is { } letter)
            return new(writers, content.Letter(note.Head.Template, letter.Language) is { } laid ? [.. laid.Parts.Select(Section)] : Written(note), letter.Language);
        return content.Template(note.Head.Template) is { } template ? new(template.By, template.Sections, "en") : new(writers, Written(note), "en");
    }

    private static NoteSection Section(LetterPart part) => new() { Id = part.Id, Heading = new() { En = part.Heading }, Pulls = part.Tells };

    // The template is no longer in the library: the headings of what was signed stand for it.
    private static IReadOnlyList<NoteSection> Written(Note note) =>
        [.. (note.Signed?.Text.Parts ?? []).Select(part => new NoteSection { Id = part.Section, Heading = new Wording { En = part.Heading } })];
}

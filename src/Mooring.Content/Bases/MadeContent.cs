using Mooring.Content.Yaml;

namespace Mooring.Content.Bases;

/// <summary>One place where a file differs from its base.</summary>
/// <param name="At">The way to it, such as <c>limits/see-no-contact</c>.</param>
/// <param name="Was">Null when the base has nothing there.</param>
/// <param name="Is">Null when it is taken away.</param>
public sealed record BaseDifference(string At, Piece? Was, Piece? Is);

/// <summary>
/// A content file that says only what it changes in its base, as it runs: the whole text, which is read, hashed, signed and
/// kept like that of any other file, with the file and line where each of its lines is written.
/// </summary>
/// <param name="Base">The file of the base, below the content folder.</param>
/// <param name="Lines">Where the lines of the text are written, in their order.</param>
/// <param name="Root">The same as pieces.</param>
/// <param name="Differences">What the file changes in its base, in the order in which it says so.</param>
public sealed record MadeContent(string File, string Base, string Text, IReadOnlyList<LineOrigin> Lines, PieceMap Root, IReadOnlyList<BaseDifference> Differences)
{
    /// <summary>The fault at the line where it is written, not at the line of the text that was made.</summary>
    internal LibraryFault Placed(LibraryFault fault) => fault.File == File && fault.Line > 0 && fault.Line <= Lines.Count
        ? fault with { File = Lines[fault.Line - 1].File, Line = Lines[fault.Line - 1].Line }
        : fault;
}

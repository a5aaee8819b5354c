using Mooring.Content;
using Mooring.Content.Library;


namespace Mooring.Tests.Clinical;

/// <summary>The content of this checkout, read once for all tests.</summary>
internal static class ScreeningContent
{
    public static ClinicalLibrary Library { get; } = LibraryLoad.From(ContentFolder.Find());
}

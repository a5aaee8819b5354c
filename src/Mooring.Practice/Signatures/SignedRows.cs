namespace Mooring.Practice.Signatures;

/// <summary>Which rows are signed, by their tables. A word that was used once is kept and never changed.</summary>
internal static class SignedRows
{
    public const string Plans = "plans";

    public const string Consents = "consents";

    public const string Content = "content_signatures";
}

namespace Mooring.Clinical;

/// <summary>How a field is called where something in it is refused: by the fact, not by the form.</summary>
public static class FieldName
{
    /// <summary>"givenName" for "GivenName" and for "Form.GivenName".</summary>
    public static string Of(string name)
    {
        var last = name[(name.LastIndexOf('.') + 1)..];
        return char.ToLowerInvariant(last[0]) + last[1..];
    }
}

namespace Mooring.Web.Pages.Devices;

/// <summary>The mapping form as it is typed.</summary>
public sealed class MappingTyped
{
    /// <summary>Sign and method, as <c>hr/ecg</c>.</summary>
    public string? Sign { get; set; }

    public string? Unit { get; set; }

    /// <summary><c>device</c> or <c>profile</c>.</summary>
    public string? For { get; set; }

    public string? Reason { get; set; }
}

using Mooring.Clinical;

namespace Mooring.Storage.Audit;

/// <summary>How something of a chart was read.</summary>
public enum ReadKind
{
    /// <summary>One patient's page.</summary>
    Viewed,

    /// <summary>A list or a board with several patients.</summary>
    Listed,

    /// <summary>Looked for by name or number.</summary>
    Searched,

    /// <summary>A paper or a file of one chart.</summary>
    Printed,

    /// <summary>Records that left as data.</summary>
    Exported,

    /// <summary>A live page began to show it.</summary>
    Opened,

    /// <summary>A live page ended.</summary>
    Left,
}

/// <summary>Somebody read something of a chart.</summary>
/// <param name="Page">The page, as its address is written, without ids.</param>
/// <param name="SignIn">By which sign-in.</param>
/// <param name="Patients">Whose chart; several for a list.</param>
public sealed record ReadLine(Id<Clinic> Clinic, Actor By, string? SignIn, ReadKind Kind, string Page, IReadOnlyList<Guid> Patients)
{
    /// <summary>The session that was read, where it was one.</summary>
    public Guid? Session { get; init; }

    /// <summary>
    /// Whether a look at the same in the last quarter of an hour stands for this one. Never for what leaves the screen: each
    /// paper, export and search is a line of its own.
    /// </summary>
    public bool IsRepeatable => Kind is ReadKind.Viewed or ReadKind.Listed;

    internal AuditRow AsRow(DateTimeOffset at) => new()
    {
        ClinicId = Clinic,
        At = at,
        ActorId = By.Id,
        ActorName = By.Name,
        Action = Kind.ToString().ToLowerInvariant(),
        Subject = Page,
        SubjectId = Session?.ToString() ?? "",
        PatientId = Patients.Count == 1 ? Patients[0] : null,
        Shown = Patients.Count > 1 ? string.Join(' ', Patients) : null,
        SignIn = SignIn,
        Purpose = Purposes.Of(By),
    };
}

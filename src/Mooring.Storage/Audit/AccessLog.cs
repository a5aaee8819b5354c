using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Mooring.Clinical;

namespace Mooring.Storage.Audit;

/// <summary>What is written down that is neither a look at a chart nor a change of a row.</summary>
/// <param name="Action">What was done: see <see cref="AccessActs"/>.</param>
/// <param name="Subject">On what, in a word or two, without names and without what stands in a chart: a page, "link", "key".</param>
public sealed record AccessNote(string Action, string Subject)
{
    /// <summary>Whose act it was; null for the product itself, or for whoever is not known.</summary>
    public Actor? By { get; init; }

    /// <summary>Which one: the id of the link, the fingerprint of the key, the device's address.</summary>
    public string SubjectId { get; init; } = "";

    /// <summary>Whose chart it is about, where it is about one.</summary>
    public Guid? Patient { get; init; }

    public string? SignIn { get; init; }
}

/// <summary>The words of the access log beside those for looks and changes.</summary>
public static class AccessActs
{
    public const string SignedIn = "signed in";
    public const string SignedOut = "signed out";
    public const string SignInRefused = "sign-in refused";
    public const string PageRefused = "refused";
    public const string LinkMade = "link made";
    public const string LinkOpened = "link opened";
    public const string LinkFailed = "link failed";
    public const string LinkEnded = "link ended";
    public const string ChartOpened = "opened with reason";

    /// <summary>Something was done with the keys.</summary>
    public const string Keys = "keys";

    public const string BackedUp = "backed-up";

    /// <summary>A restore was practiced; the day of it is the officer's answer.</summary>
    public const string Drill = "drill";
}

/// <summary>Writes a line into the access log of a clinic, in a transaction of its own. It never fails the act it tells of.</summary>
public sealed class AccessLog(IServiceScopeFactory scopes, TimeProvider clock, ILogger<AccessLog> log)
{
    private const int LongestSubject = 200;

    public async Task Note(Id<Clinic> clinic, AccessNote note, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(note);
        if (clinic == default)
            return;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<ClinicScope>().Enter(clinic, null);
            var db = scope.ServiceProvider.GetRequiredService<MooringDb>();
            db.Add(Row(note, clock.GetUtcNow()));
            await db.SaveChangesAsync(cancel);
        }
        catch (Exception failure) when (failure is DbUpdateException or System.Data.Common.DbException or TimeoutException or OperationCanceledException or IOException)
        {
            log.LogWarning(failure, "A line of the access log could not be written: {Action}.", note.Action);
        }
    }

    private static AuditRow Row(AccessNote note, DateTimeOffset at) => new()
    {
        At = at,
        ActorId = note.By?.Id ?? Guid.Empty,
        ActorName = note.By?.Name ?? "nobody known",
        Action = note.Action,
        Subject = Short(note.Subject),
        SubjectId = Short(note.SubjectId),
        PatientId = note.Patient,
        SignIn = note.SignIn,
        Purpose = note.By is null ? Purpose.Operations : Purposes.Of(note.By),
    };

    private static string Short(string text) => text.Length <= LongestSubject ? text : text[..LongestSubject];
}

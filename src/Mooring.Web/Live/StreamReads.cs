using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Storage.Audit;
using Mooring.Web.Access;

namespace Mooring.Web.Live;

/// <summary>Writes down whose charts one stream showed: when it opens, when a patient joins, and when it ends.</summary>
internal sealed class StreamReads(HttpContext context, LiveSubject subject) : IAsyncDisposable
{
    private readonly ReadLog log = context.RequestServices.GetRequiredService<ReadLog>();
    private readonly HashSet<Guid> shown = [];

    /// <summary>Kept before what was gathered goes out; nothing is written while nobody new is shown.</summary>
    public async Task Showed(IReadOnlyList<Guid> patients)
    {
        var joined = patients.Where(shown.Add).ToList();
        if (joined.Count > 0)
            await log.Write(Line(ReadKind.Opened, joined), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (shown.Count > 0)
            await log.Write(Line(ReadKind.Left, [.. shown]), CancellationToken.None);
    }

    private ReadLine Line(ReadKind kind, IReadOnlyList<Guid> patients) =>
        new(subject.Clinic, context.User.Actor()!, context.User.Visit(), kind, subject.Page, [.. patients.Order()])
        {
            Session = subject is SessionSubject session ? session.Session.Value : null,
        };
}

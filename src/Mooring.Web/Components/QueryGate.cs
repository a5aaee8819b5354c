namespace Mooring.Web.Components;

/// <summary>
/// Whose turn it is to ask: the components of one page share one connection to the database, which answers one question
/// at a time. A free turn is taken at once.
/// </summary>
public sealed class QueryGate : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    public async Task Take(Func<Task> ask)
    {
        await turn.WaitAsync();
        try
        {
            await ask();
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}

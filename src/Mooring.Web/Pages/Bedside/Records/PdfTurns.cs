namespace Mooring.Web.Pages.Bedside.Records;

/// <summary>Who prints when: few at once, some who wait, and for everybody else an answer at once.</summary>
/// <param name="atOnce">How many print at the same time.</param>
/// <param name="mostWaiting">How many may wait for their turn.</param>
/// <param name="patience">How long each waits at most.</param>
public sealed class PdfTurns(int atOnce, int mostWaiting, TimeSpan patience) : IDisposable
{
    private readonly SemaphoreSlim turns = new(atOnce, atOnce);
    private int waiting;

    /// <summary>Does it when it is its turn; null when too many wait, or it waited too long.</summary>
    public async Task<T?> Take<T>(Func<Task<T>> print, CancellationToken cancel)
        where T : class
    {
        if (!turns.Wait(0, cancel))
        {
            if (Interlocked.Increment(ref waiting) > mostWaiting)
            {
                Interlocked.Decrement(ref waiting);
                return null;
            }

            try
            {
                if (!await turns.WaitAsync(patience, cancel))
                    return null;
            }
            finally
            {
                Interlocked.Decrement(ref waiting);
            }
        }

        try
        {
            return await print();
        }
        finally
        {
            turns.Release();
        }
    }

    public void Dispose() => turns.Dispose();
}

using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Mooring.SystemTests.Clinics;

/// <summary>Counts the rows that one context reads from its database.</summary>
public sealed class RowsRead : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly DbContext db;
    private readonly List<IDisposable> listening = [];

    public RowsRead(DbContext db)
    {
        this.db = db;
        listening.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public int Count { get; private set; }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            listening.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        // Each result ends with one look that finds nothing more.
        if (value.Value is DataReaderDisposingEventData ended && ReferenceEquals(ended.Context, db))
            Count += Math.Max(0, ended.ReadCount - 1);
    }

    public void OnError(Exception error)
    {
    }

    public void OnCompleted()
    {
    }

    public void Dispose() => listening.ForEach(one => one.Dispose());
}

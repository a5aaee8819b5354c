namespace Mooring.Storage.Secrets;

/// <summary>One sealed value.</summary>
/// <param name="Key">By which its row is found again.</param>
/// <param name="Bound">What its seal is bound to.</param>
public sealed record SealedValue(string Key, string Bound, byte[] Closed);

/// <summary>A column whose values are sealed, of all clinics. Who seals something registers one; so a rotation forgets none.</summary>
public interface ISealedColumn
{
    /// <summary>What lies in it, in the words of the clinic.</summary>
    string Name { get; }

    /// <summary>Some of its values, in an order that stays.</summary>
    Task<IReadOnlyList<SealedValue>> Some(int skip, int most, CancellationToken cancel);

    /// <summary>Keeps the same value, sealed anew, in the place of the one that was read; nothing where that is not there any more.</summary>
    Task Put(SealedValue old, byte[] closed, CancellationToken cancel);
}

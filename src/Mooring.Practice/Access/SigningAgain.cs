using Mooring.Clinical;
using Mooring.Clinical.Signing;
using Mooring.Storage;

namespace Mooring.Practice.Access;

/// <summary>What came with a form besides what it says: the secret of whoever signs it.</summary>
public interface ITypedSecret
{
    /// <summary>False where no person sends a form: a job, an import, the server itself.</summary>
    bool IsAsked { get; }

    string? Secret { get; }
}

/// <summary>Nobody sends a form here.</summary>
internal sealed class NobodyTypes : ITypedSecret
{
    public bool IsAsked => false;

    public string? Secret => null;
}

/// <summary>Who signs says again who they are, in the form that they sign. Judged once for each form, however much is signed by it.</summary>
public sealed class SigningAgain(MooringDb db, Proving proving, ITypedSecret typed)
{
    private Outcome<ProofKind>? judged;

    /// <summary>The signature of the person who acts, or SGN101 to SGN104.</summary>
    public async Task<Outcome<Signature>> As(ToSign what, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(what);
        if (!typed.IsAsked)
            return what.By(null);
        judged ??= await proving.Prove(db.Acting().Id, typed.Secret, cancel);
        return judged.IsDone ? what.By(judged.Value) : Outcome<Signature>.Refuse(judged.Refusals);
    }
}

using Mooring.Clinical;
using Mooring.Clinical.Signing;

namespace Mooring.Practice.Sessions;

/// <summary>What goes into the journal with an entry besides what happened.</summary>
/// <param name="Chair">The chair that is sat down in.</param>
/// <param name="By">Who did it, when somebody else's confirmation completes it; the signed-in person otherwise.</param>
/// <param name="Signature">How it was signed, where it is a signature.</param>
public sealed record Entering(Id<Chair>? Chair = null, Actor? By = null, Signature? Signature = null);

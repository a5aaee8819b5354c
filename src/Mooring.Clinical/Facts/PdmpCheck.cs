namespace Mooring.Clinical.Facts;

/// <summary>What a look into the prescription monitoring program of a state found.</summary>
public enum PdmpOutcome
{
    /// <summary>Nothing that the patient did not tell.</summary>
    AsTold,

    /// <summary>Something that the patient did not tell: it is written down.</summary>
    NotAsTold,

    /// <summary>The program could not be reached, or does not know the patient.</summary>
    NoAnswer,
}

/// <summary>Somebody looked into a prescription monitoring program. What it said is kept in words, never as a list: most states forbid that.</summary>
/// <param name="State">The two letters of the state.</param>
public sealed record PdmpCheck(Id<PdmpCheck> Id, string State, PdmpOutcome Outcome, string Says, DateOnly On, Actor By)
{
    /// <summary>The longest text.</summary>
    public const int Longest = 1000;
}

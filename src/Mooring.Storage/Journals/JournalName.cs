namespace Mooring.Storage.Journals;

/// <summary>Which journal: what it is about, and which of these.</summary>
/// <param name="Subject">One word that the subject gives itself, such as "session"; it is kept and never changed.</param>
/// <param name="Id">The session, the clinic, the stock that it tells of.</param>
public sealed record JournalName(string Subject, Guid Id);

/// <summary>How far a journal has come.</summary>
/// <param name="Clinic">Whose it is.</param>
/// <param name="Entries">The number of its last entry.</param>
public sealed record JournalEnd(JournalName Name, Guid Clinic, long Entries);

namespace Mooring.Clinical;

/// <summary>
/// What somebody may do here. Each is asked by a page, a desk or a decision, and which role has it is content. They are
/// never kept, so that their order means nothing.
/// </summary>
public enum Right
{
    /// <summary>The first page of everybody who works here.</summary>
    WorkHere,

    /// <summary>The patients' own pages.</summary>
    UseOwnPages,

    /// <summary>Names, and how to reach them.</summary>
    FindPatients,
    RegisterPatients,
    InvitePatients,
    ArrangeVisits,
    ConfirmArrivalHome,

    /// <summary>The clinical record of anybody.</summary>
    ReadCharts,
    TakeHistories,
    AskQuestionnaires,
    AssessRisk,

    /// <summary>Whether dosing may go on at a level of suicide risk that asks for it.</summary>
    DecideDosingAtRisk,
    DecideEligibility,
    AgreeAsDirector,
    TakeConsent,
    Prescribe,

    /// <summary>As the second clinician who read a dose above the range.</summary>
    ConfirmDoses,
    ReviewCourses,
    CallAfterwards,
    AnswerMatters,
    WriteTherapyNotes,
    ReadTherapyNotes,

    /// <summary>Notes of the chart and letters: to write, sign and amend their own.</summary>
    WriteNotes,

    /// <summary>To say that a signed letter has left the house; neither to write nor to read it.</summary>
    SendLetters,

    /// <summary>As the colleague who read somebody else's note.</summary>
    CoSignNotes,

    /// <summary>Papers and pictures that belong to the chart.</summary>
    AddDocuments,

    /// <summary>The board, and a chair from outside.</summary>
    WatchChairs,
    OpenSessions,
    TakeChairs,
    CheckIn,
    AnswerGates,
    DecideGo,

    /// <summary>As the second person at a time-out, a preparation or a waste.</summary>
    WitnessDoses,
    ChartVitals,
    RateScales,

    /// <summary>Notes, comfort, who is there, and what the patient says.</summary>
    WriteAtTheChair,
    PlaceAccess,
    PrepareDoses,
    GiveDoses,
    GiveRescue,
    SeeLimits,
    SetLimits,
    AcknowledgeNotices,
    ActInEmergencies,
    ReviewEmergencies,
    RecordAdverseEvents,
    CorrectEntries,
    Discharge,
    Waive,
    SignSessions,
    TieDevices,
    MapDeviceCodes,
    ManageChairs,
    ReadLibrary,
    SignContent,

    /// <summary>To sign, before the content is put into force, what stands in it of medicines, doses and treatment trials.</summary>
    ReviewMedicines,

    /// <summary>The same of codes and lists of codes.</summary>
    ReviewCodes,

    /// <summary>What a name that nothing recognizes means, for every chart.</summary>
    NameUnknowns,
    CountNotices,
    ReadAccessLog,

    /// <summary>Each chart of the clinic that is not restricted; without it, of those alone whose care team they are on.</summary>
    ReadEveryChart,

    /// <summary>To open a restricted chart with a reason.</summary>
    BreakGlass,

    /// <summary>Who is on the care team of a patient.</summary>
    KeepCareTeams,

    /// <summary>That a chart is restricted, and that it is not any more.</summary>
    RestrictCharts,

    /// <summary>Whether a chart was opened for a reason that holds.</summary>
    ReviewOpenings,

    /// <summary>As one of the two who open somebody else's psychotherapy note.</summary>
    OpenSealedNotes,

    /// <summary>Marks and consents under 42 CFR Part 2.</summary>
    KeepPart2,

    /// <summary>What was disclosed to whom.</summary>
    ReadDisclosures,

    /// <summary>What patients ask about their record, and legal holds.</summary>
    AnswerRequests,

    /// <summary>The pages of the privacy officer.</summary>
    ManagePrivacy,
    ManageStaff,
    ManageSettings,
}

using Mooring.Clinical.Sessions.Correcting;
using Mooring.Clinical.Sessions.Dosing;
using static Mooring.Clinical.Sessions.Deciding;

namespace Mooring.Clinical.Sessions.Rescuing;

/// <summary>Emergencies: nothing is asked while one runs, and what it was is written afterwards.</summary>
public static class EmergencyVerbs
{
    extension(Session session)
    {
        /// <summary>Since when emergency mode is open; null when it is not.</summary>
        public DateTimeOffset? EmergencySince => session.Emergencies is [.., { ClosedAt: null } open] ? open.OpenedAt : null;

        /// <summary>Never refused, in any phase and at any time; nothing to record when it is open already.</summary>
        public IReadOnlyList<SessionEvent> OpenEmergency(string? kind = null) =>
            session.EmergencySince is null || kind is not null ? [new EmergencyOpened(kind)] : [];

        /// <summary>Never refused; it opens the emergency if nobody did.</summary>
        /// <param name="stopsInfusion">This act ends an infusion that runs.</param>
        public IReadOnlyList<SessionEvent> RecordEmergencyAction(string action, string? detail = null, string? card = null, bool stopsInfusion = false) =>
        [
            .. session.EmergencySince is null ? [new EmergencyOpened()] : Array.Empty<SessionEvent>(),
            new EmergencyAction(action, detail) { Card = card },
            .. stopsInfusion && session.Infusion is { StoppedAt: null } ? [new InfusionStopped(false, $"Emergency: {action}")] : Array.Empty<SessionEvent>(),
        ];

        /// <summary>Takes a tap back, an act or the end, and the end of the infusion that came with it; nothing to record when there was no such tap.</summary>
        public IReadOnlyList<SessionEvent> UndoEmergencyAction(Guid entry)
        {
            const string because = "Tapped by mistake";
            if (session.Told.FirstOrDefault(told => told.EventId == entry) is not { What: EmergencyAction or EmergencyClosed } wrong)
                return [];
            var with = session.Told.FirstOrDefault(told => told.Seq == wrong.Seq + 1 && told.HappenedAt == wrong.HappenedAt && told.What is InfusionStopped);
            return [new Corrected(entry, because), .. with is null ? Array.Empty<SessionEvent>() : [new Corrected(with.EventId, because)]];
        }

        /// <summary>Never refused; nothing to record when none is open.</summary>
        public IReadOnlyList<SessionEvent> CloseEmergency(string outcome) => session.EmergencySince is null ? [] : [new EmergencyClosed(outcome)];

        /// <summary>What it was, once it is over: with the harm, or the word that there was none.</summary>
        /// <param name="harm">Its term must be one of the catalogue's, which the desk looks up.</param>
        public Outcome<IReadOnlyList<SessionEvent>> ReviewEmergency(Act act, EmergencyReviewed review, AdverseEventRecorded? harm)
        {
            var emergency = session.Emergencies.FirstOrDefault(one => one.Id == review.Emergency);
            var written = session.Decide(
                act,
                review,
                Unless(emergency is not null, "SES173", "There is no such emergency in this session."),
                Unless(emergency is not { ClosedAt: null }, "SES174", "The emergency is still open; close it first."),
                Unless(emergency?.Review is null, "SES175", "It is written down already; correct that entry."),
                Unless(IsSaid(review.WhatHappened), "SES215", "Say what happened.", "whatHappened"),
                Unless(review.Told.Any(IsSaid), "SES176", "Say who was told.", "told"),
                Unless(review.NoHarm != harm is not null, "SES177", "Choose what happened to the patient and its grade, or that nothing did.", "term"),
                Unless(harm is null or { Grade: >= 1 and <= 5 }, "SES171", "A grade goes from 1, mild, to 5, fatal.", "grade"),
                Unless(!IsSaid(review.TransferredTo) || session.Infusion is null or { StoppedAt: not null }, "SES178", "The infusion still runs in the record; end it before the patient is handed over.", "transferredTo"));
            return written.IsDone && harm is not null ? Outcome<IReadOnlyList<SessionEvent>>.Done([review, harm]) : written;
        }
    }
}

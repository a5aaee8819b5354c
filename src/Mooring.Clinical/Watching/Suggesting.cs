using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Rescuing;

namespace Mooring.Clinical.Watching;

/// <summary>Which adverse events the chart of a session suggests.</summary>
public static class Suggesting
{
    extension(CaptureRules capture)
    {
        /// <summary>The terms that something charted in this session suggests and that nobody recorded yet.</summary>
        public IReadOnlyList<string> SuggestedBy(Session session) =>
        [
            .. capture.Suggest.Where(rule => session.Chart.Of(rule.Of).Any(value => value.Value >= rule.AtLeast?.Value || value.Value < rule.Below?.Value))
                .Select(rule => rule.Term).Distinct().Except(session.AdverseEvents.Select(recorded => recorded.Term)),
        ];
    }
}

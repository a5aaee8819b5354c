using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Vitals;
using static Mooring.Clinical.Sessions.Deciding;

namespace Mooring.Clinical.Sessions.Leaving;

/// <summary>The pressure before leaving: two readings, falling, below what nobody passes.</summary>
internal static class LastPressures
{
    extension(Session session)
    {
        /// <summary>Why nobody lets the patient go at the last pressure (SES199); null below, and while none was charted.</summary>
        internal Refusal? NobodyLetsGo(DateTimeOffset now) =>
            session.Pack.Discharge.Pressure is { } rule && session.Pressures(now) is [.., var last]
            && (last.Systolic >= rule.SystolicNobodyFrom.Value || last.Diastolic >= rule.DiastolicNobodyFrom.Value)
                ? new("SES199", Sentence.Of("The last pressure is {last} at {at}. From {ceiling} mmHg nobody lets the patient go: treat it, or record leaving against advice.", ("last", $"{last}"), ("at", last.At), ("ceiling", $"{Plain(rule.SystolicNobodyFrom.Value)}/{Plain(rule.DiastolicNobodyFrom.Value)}")), "pressure")
                : null;

        /// <summary>SES196 no two readings far enough apart, SES197 the second is higher, SES198 at or above the ceiling.</summary>
        internal IEnumerable<Refusal> AgainstPressure(DischargeCriterion criterion, DateTimeOffset at)
        {
            if (session.Pack.Discharge.Pressure is not { } rule || rule.Criterion != criterion.Id)
                yield break;
            var readings = session.Pressures(at).Where(reading => session.DosingEndedAt is { } ended && reading.At >= ended).ToList();
            if (readings.Count == 0 || readings.FindLastIndex(reading => readings[^1].At - reading.At >= rule.Apart) is var first && first < 0)
            {
                yield return new("SES196", readings is [.., var only]
                    ? Sentence.Of("Two pressures at least {apart} apart are needed after dosing: the last is {last} at {at}, none lies so far before it.", ("apart", rule.Apart), ("last", $"{only}"), ("at", only.At))
                    : Sentence.Of("Two pressures at least {apart} apart are needed after dosing: none was charted.", ("apart", rule.Apart)), criterion.Id);
                yield break;
            }

            var (before, last) = (readings[first], readings[^1]);
            if (last.Systolic > before.Systolic + rule.RiseAtMost.Value || last.Diastolic > before.Diastolic + rule.RiseAtMost.Value)
                yield return new("SES197", Sentence.Of("The pressure rises: {before} at {beforeAt}, then {last} at {at}. Measure again, or answer \"not yet\".", ("before", $"{before}"), ("beforeAt", before.At), ("last", $"{last}"), ("at", last.At)), criterion.Id);
            if (last.Systolic >= rule.SystolicBelow.Value || last.Diastolic >= rule.DiastolicBelow.Value)
                yield return new("SES198", Sentence.Of("The last pressure is {last} at {at}, and must be below {bound} mmHg whatever the baseline.", ("last", $"{last}"), ("at", last.At), ("bound", $"{Plain(rule.SystolicBelow.Value)}/{Plain(rule.DiastolicBelow.Value)}")), criterion.Id);
        }

        // Upper and lower of one moment, oldest first.
        private List<Pressure> Pressures(DateTimeOffset until) =>
        [
            .. from systolic in session.Chart.Of(VitalSign.Systolic.Code)
               where systolic.At <= until
               let diastolic = session.Chart.Of(VitalSign.Diastolic.Code).LastOrDefault(value => value.At == systolic.At)
               where diastolic is not null
               orderby systolic.At
               select new Pressure(systolic.Value, diastolic.Value, systolic.At),
        ];
    }

    private sealed record Pressure(double Systolic, double Diastolic, DateTimeOffset At)
    {
        public override string ToString() => $"{Plain(Systolic)}/{Plain(Diastolic)} mmHg";
    }
}

using System.Globalization;
using Mooring.Clinical.Monitoring;

namespace Mooring.Clinical.Sessions.Charting;

/// <summary>How far the pressure fell on standing up.</summary>
/// <param name="Systolic">The largest fall, mmHg; negative when it rose.</param>
public sealed record StandingFall(double Systolic, double Diastolic)
{
    /// <summary>Null when the patient could not stand at all.</summary>
    public static StandingFall? Of(OrthostaticChecked check)
    {
        StandingReading[] after = [.. new[] { check.AfterOne, check.AfterThree }.OfType<StandingReading>()];
        return after.Length == 0 ? null : new(after.Max(reading => check.Rest.Systolic - reading.Systolic), after.Max(reading => check.Rest.Diastolic - reading.Diastolic));
    }
}

/// <summary>The check held against the pack's rule, and in words.</summary>
public static class JudgingStanding
{
    extension(StandingRule rule)
    {
        /// <summary>Not met when it fell too far or the patient was dizzy; unknown while a reading is missing.</summary>
        public Finding Judge(OrthostaticChecked check)
        {
            if (check.Dizzy || (StandingFall.Of(check) is { } fall && (fall.Systolic >= rule.SystolicFall.Value || fall.Diastolic >= rule.DiastolicFall.Value)))
                return Finding.NotMet;
            return check is { AfterOne: not null, AfterThree: not null } ? Finding.Met : Finding.Unknown;
        }

        /// <summary>"falls by 8/2 mmHg, not dizzy".</summary>
        public static string Says(OrthostaticChecked check)
        {
            var dizzy = check.Dizzy ? "dizzy" : "not dizzy";
            return StandingFall.Of(check) is { } fall
                ? string.Create(CultureInfo.InvariantCulture, $"falls by {Math.Max(0, fall.Systolic):0}/{Math.Max(0, fall.Diastolic):0} mmHg, {dizzy}")
                : $"could not be measured standing, {dizzy}";
        }
    }
}

using Mooring.Clinical.Sessions.Dosing;
using Mooring.Clinical.Sessions.Preparing;
using static Mooring.Clinical.Sessions.Deciding;

namespace Mooring.Clinical.Sessions.Clearance;

/// <summary>What the pump must show before an infusion begins.</summary>
public static class PumpReading
{
    extension(Session session)
    {
        /// <summary>The time-out asks for the pump: the session is infused, and its pack says how far the pump may differ.</summary>
        public bool ReadsPump => session.IsInfused && session.Pack.TimeOut is not null && session.Plan.Minutes is > 0;

        /// <summary>Bag or syringe, drug included: as drawn up, else as planned; null where neither says.</summary>
        public double? PumpMilliliters => (session.Preparations is [.., var drawn] ? drawn.What.TotalMilliliters : null) ?? session.Plan.BagMilliliters;

        /// <summary>What the plan works out to for this volume.</summary>
        public PumpRead? PumpFor(double? milliliters) => milliliters is { } volume && volume > 0 && session.Plan.Minutes is { } minutes && minutes > 0
            ? new(volume / minutes * 60, volume, session.Plan.Dose.InMilligrams / volume)
            : null;

        /// <summary>SES135 for what was not read, SES136 for each number that is not what the plan works out to.</summary>
        internal IEnumerable<Refusal?> AgainstPump(PumpRead? read)
        {
            if (!session.ReadsPump)
                yield break;
            if (read is null || !IsMore(read.MillilitersPerHour) || !IsMore(read.Milliliters) || !IsMore(read.MilligramsPerMilliliter))
            {
                yield return new("SES135", "Read rate (mL/h), volume (mL) and concentration (mg/mL) from the pump and the bag, and write all three.", "pump");
                yield break;
            }

            var expected = session.PumpFor(session.PumpMilliliters ?? read.Milliliters)!;
            yield return session.Differs(expected.MillilitersPerHour, read.MillilitersPerHour, "mL/h", "pumpRate");
            yield return session.Differs(expected.Milliliters, read.Milliliters, "mL", "pumpVolume");
            yield return session.Differs(expected.MilligramsPerMilliliter, read.MilligramsPerMilliliter, "mg/mL", "pumpConcentration");
        }

        private Refusal? Differs(double expected, double read, string unit, string at) => Math.Abs(read - expected) <= expected * session.Pack.TimeOut!.PumpShare.Value / 100
            ? null
            : new("SES136", $"The plan works out to {Plain(expected)} {unit}, you read {Plain(read)} {unit}: stop and look.", at);
    }
}

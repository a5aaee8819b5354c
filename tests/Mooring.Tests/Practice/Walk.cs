using System.Reflection;
using Mooring.Clinical;
using Mooring.Clinical.Vitals;
using Mooring.Practice.Bedside;
using Mooring.Practice.Patients;

namespace Mooring.Tests.Practice;

/// <summary>Asks one method of a desk after another, with somebody in the chair and whatever it wants to be told.</summary>
internal sealed class Walk : IAsyncDisposable
{
    private readonly ClinicInMemory clinic;
    private readonly AnyArgument any;

    private Walk(ClinicInMemory clinic, AnyArgument any) => (this.clinic, this.any) = (clinic, any);

    public static async Task<Walk> Begin()
    {
        var clinic = await ClinicInMemory.Open();
        var seat = await ChairInMemory.Arriving(clinic);
        var session = await seat.Do(Role.Nurse, (ArrivingDesk desk) => desk.CheckIn(seat.Session, new() { Chair = seat.Chair.Value, Name = true, BirthDate = true }, seat.Stamp(), default));
        await seat.Shows(VitalSign.HeartRate, 74);
        var patient = (await clinic.As(Role.FrontDesk, (PatientDesk desk) => desk.Find(seat.Patient, default)))!;
        return new(clinic, new(seat, patient, session.Plan, clinic.Clock.GetUtcNow()));
    }

    public static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    public static bool AnswersWithOutcome(MethodInfo method) =>
        method.ReturnType is { IsGenericType: true } task && task.GetGenericArguments()[0] is { IsGenericType: true } answer && answer.GetGenericTypeDefinition() == typeof(Outcome<>);

    /// <summary>The codes with which somebody is refused; nobody with a right, unless somebody is named.</summary>
    public async Task<IReadOnlyList<string>> Refused(MethodInfo method, Actor? by = null)
    {
        var outcome = (await Asked(method, by))!;
        var refusals = (IReadOnlyList<Refusal>)outcome.GetType().GetProperty(nameof(Outcome<int>.Refusals))!.GetValue(outcome)!;
        return [.. refusals.Select(refusal => refusal.Code)];
    }

    /// <summary>Whether something was kept, whatever the answer was.</summary>
    public async Task<bool> Keeps(MethodInfo method, Actor? by = null)
    {
        var before = clinic.Written;
        try
        {
            await Asked(method, by);
        }
        catch (Exception wrong) when (wrong is not OutOfMemoryException)
        {
            // Asked for what is not there. What counts is whether anything was kept all the same.
        }

        return clinic.Written != before;
    }

    public ValueTask DisposeAsync() => clinic.DisposeAsync();

    private Task<object?> Asked(MethodInfo method, Actor? by) => clinic.As(by ?? ClinicInMemory.Nobody, async (IServiceProvider services) =>
    {
        var asked = (Task)method.Invoke(services.GetService(method.DeclaringType!), any.For(method))!;
        await asked;
        return asked.GetType().GetProperty(nameof(Task<int>.Result))?.GetValue(asked);
    });
}

using System.Reflection;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Vitals;
using Mooring.Practice.Access;
using Mooring.Storage.Journals;

namespace Mooring.Tests.Practice;

/// <summary>
/// Makes whatever a desk asks for: the patient, chair and session of a seat where it asks for one, and else something of its
/// type that a form could bring.
/// </summary>
internal sealed class AnyArgument(ChairInMemory seat, Patient patient, SessionPlan plan, DateTimeOffset now)
{
    private const int Deepest = 4;

    public object?[] For(MethodInfo method) => [.. method.GetParameters().Select(one => Of(one.ParameterType, one.Name!, 0))];

    private object? Of(Type type, string name, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Of(inner, name, depth);
        if (Known(type, name) is { } known)
            return known;
        if (type.IsEnum)
            return type == typeof(LinkKind) ? LinkKind.Patient : Enum.GetValues(type).GetValue(0);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>))
            return Activator.CreateInstance(type, Guid.CreateVersion7(now));
        if (type.IsGenericType && typeof(System.Collections.IEnumerable).IsAssignableFrom(type))
            return ListOf(type, depth);
        return depth > Deepest || typeof(Delegate).IsAssignableFrom(type) ? null : Made(type, depth);
    }

    private object? Known(Type type, string name) =>
        type == typeof(string) ? Text(name)
        : type == typeof(bool) ? true
        : type == typeof(int) ? 1
        : type == typeof(long) ? 1L
        : type == typeof(double) ? 1.0
        : type == typeof(Guid) ? name == "Chair" ? seat.Chair.Value : Guid.CreateVersion7(now)
        : type == typeof(DateOnly) ? DateOnly.FromDateTime(now.UtcDateTime).AddDays(1)
        : type == typeof(DateTimeOffset) ? now
        : type == typeof(TimeSpan) ? TimeSpan.FromHours(1)
        : type == typeof(CancellationToken) ? CancellationToken.None
        : type == typeof(EntryStamp) ? new EntryStamp(Guid.CreateVersion7(now), now, now)
        : type == typeof(Id<Session>) ? seat.Session
        : type == typeof(Id<Patient>) ? seat.Patient
        : type == typeof(Id<Chair>) ? seat.Chair
        : type == typeof(Patient) ? patient
        : type == typeof(SessionPlan) ? plan
        : type == typeof(VitalSign) ? VitalSign.HeartRate
        : null;

    private static string Text(string name) => name switch
    {
        "protocolId" or "ProtocolId" => "KAP-IM",
        "Of" => "hr",
        "Term" => "nausea",
        _ => "1",
    };

    private object ListOf(Type type, int depth)
    {
        var of = type.GetGenericArguments();
        if (of.Length == 2)
            return Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(of))!;
        var list = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(of))!;
        if (!type.Name.Contains("Set", StringComparison.Ordinal) && Of(of[0], "", depth + 1) is { } one)
            list.Add(one);
        return type.Name.Contains("Set", StringComparison.Ordinal) ? Activator.CreateInstance(typeof(HashSet<>).MakeGenericType(of))! : list;
    }

    private object? Made(Type type, int depth)
    {
        var concrete = type.IsAbstract ? Array.Find(type.Assembly.GetTypes(), one => one.IsSubclassOf(type) && !one.IsAbstract) : type;
        var made = concrete?.GetConstructors().Where(one => one.GetParameters() is not [var only] || only.ParameterType != concrete).MinBy(one => one.GetParameters().Length);
        if (made is null)
            return null;
        var whole = made.Invoke([.. made.GetParameters().Select(one => Of(one.ParameterType, one.Name!, depth + 1))]);
        foreach (var property in concrete!.GetProperties().Where(one => one.CanWrite && one.GetIndexParameters().Length == 0))
            property.SetValue(whole, Of(property.PropertyType, property.Name, depth + 1));
        return whole;
    }
}

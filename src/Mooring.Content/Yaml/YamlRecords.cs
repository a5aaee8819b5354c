using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using YamlDotNet.RepresentationModel;

namespace Mooring.Content.Yaml;

/// <summary>A mapping into a record: each <c>required</c> member must be there, and nothing else may be.</summary>
internal static class YamlRecords
{
    // What a type asks for does not change; asking it anew for each record is most of the work of reading a library.
    private static readonly ConcurrentDictionary<Type, FrozenDictionary<string, Member>> Known = new();

    public static object? Read(YamlMappingNode mapping, Type wanted, YamlPlace place)
    {
        var members = Known.GetOrAdd(wanted, Members);
        var before = place.Faults.Count;
        var made = Activator.CreateInstance(wanted)
            ?? throw new InvalidOperationException($"{wanted} can not be made.");
        HashSet<string> given = new(StringComparer.Ordinal);

        foreach (var (key, child) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!members.TryGetValue(name, out var member) || !given.Add(name))
                place.Fault("LIB104", key, $"'{name}' is not known here. Left to give: {Names(members.Keys.Except(given, StringComparer.Ordinal))}.");
            else
                Set(made, member, name, child, place);
        }

        foreach (var (name, member) in members)
        {
            if (member.IsRequired && !given.Contains(name))
                place.Fault("LIB105", mapping, $"'{name}' is missing.");
        }

        return place.Faults.Count == before ? made : null;
    }

    private static void Set(object made, Member member, string name, YamlNode child, YamlPlace place)
    {
        if (YamlShapes.IsNull(child))
        {
            if (!member.IsNullable)
                place.Fault("LIB106", child, $"'{name}' is empty; give it a value.");
            return;
        }

        if (YamlShapes.Read(child, member.Type, place) is { } value)
            member.Of.SetValue(made, value);
    }

    private static FrozenDictionary<string, Member> Members(Type wanted) => wanted
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(member => member.SetMethod is { IsPublic: true })
        .ToFrozenDictionary(
            member => Kebab(member.Name),
            member => new Member(member, Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType, member.IsDefined(typeof(RequiredMemberAttribute)), IsNullable(member)),
            StringComparer.Ordinal);

    private static bool IsNullable(PropertyInfo member) =>
        Nullable.GetUnderlyingType(member.PropertyType) is not null
        || new NullabilityInfoContext().Create(member).WriteState == NullabilityState.Nullable;

    private static string Names(IEnumerable<string> members) =>
        string.Join(", ", members.Order(StringComparer.Ordinal)) is { Length: > 0 } names ? names : "nothing";

    /// <summary>StartAt is <c>start-at</c>; digits stay with the word before them.</summary>
    internal static string Kebab(string name)
    {
        var kebab = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && kebab.Length > 0)
                kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(letter));
        }

        return kebab.ToString();
    }

    /// <param name="Of">Where the value goes.</param>
    /// <param name="Type">What is read for it, without the mark that it may be missing.</param>
    private sealed record Member(PropertyInfo Of, Type Type, bool IsRequired, bool IsNullable);
}

using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Mooring.Clinical;

namespace Mooring.Content.Checks;

/// <summary>
/// Every because within a piece of content, however deep. Found by shape, so that a new kind of content can not be
/// forgotten here.
/// </summary>
/// <param name="Uncited">How many places owe a because and have none.</param>
internal sealed record Claims(IReadOnlyList<Because> Because, int Uncited)
{
    public static Claims In(object content)
    {
        List<Because> found = [];
        var uncited = 0;
        Walk(content);
        return new(found, uncited);

        void Walk(object? value)
        {
            if (value is Because because)
            {
                found.Add(because);
            }
            else if (value is IDictionary named)
            {
                foreach (var each in named.Values)
                    Walk(each);
            }
            else if (value is IEnumerable and not string)
            {
                foreach (var each in (IEnumerable)value)
                    Walk(each);
            }
            else if (value?.GetType() is { IsClass: true } type && (type.Assembly == typeof(Because).Assembly || type.Assembly == typeof(Claims).Assembly))
            {
                foreach (var member in Members(type))
                {
                    var inner = member.GetValue(value);
                    if (inner is IReadOnlyList<Because> { Count: 0 } && member.IsDefined(typeof(RequiredMemberAttribute)))
                        uncited++;
                    Walk(inner);
                }
            }
        }
    }

    /// <summary>What a file may give; what is computed from it would be walked twice.</summary>
    private static IEnumerable<PropertyInfo> Members(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(member => member.SetMethod is { IsPublic: true } && member.GetIndexParameters().Length == 0);
}

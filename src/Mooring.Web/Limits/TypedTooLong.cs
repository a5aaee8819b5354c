using Microsoft.AspNetCore.Http;
using Mooring.Clinical;

namespace Mooring.Web.Limits;

/// <summary>What was sent and is too long. Nothing of it is done; the page shows it again with what was typed.</summary>
public static class TypedTooLong
{
    private static readonly object Place = new();

    /// <summary>Why nothing of this request is done; none when nothing is too long.</summary>
    public static IReadOnlyList<Refusal> In(HttpContext? context) => context?.Items[Place] as IReadOnlyList<Refusal> ?? [];

    internal static void Say(HttpContext context, IReadOnlyList<Refusal> because, int status)
    {
        context.Items[Place] = because;
        context.Response.StatusCode = status;
    }

    /// <summary>The fields of a form that hold more than the table allows.</summary>
    internal static IReadOnlyList<Refusal> In(IFormCollection form) =>
    [
        .. from field in form
           where !field.Key.StartsWith('_')
           from value in field.Value
           let refusal = TextLimits.Against(value, TextLimits.OfField(field.Key), TextLimits.InWords(field.Key), FieldName.Of(field.Key))
           where refusal is not null
           select refusal,
    ];
}

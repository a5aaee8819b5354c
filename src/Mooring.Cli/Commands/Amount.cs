using System.Buffers;
using Mooring.Kinetics.Quantities;

namespace Mooring.Cli.Commands;

/// <summary>Amounts as they are typed at a prompt: <c>82.4kg</c> as well as <c>82.4 kg</c>.</summary>
internal static class Amount
{
    private static readonly SearchValues<char> Number = SearchValues.Create("+-.0123456789");

    /// <summary>Null when the text is not a number followed by a unit.</summary>
    public static Quantity? Read(string text)
    {
        var trimmed = text.Trim();
        var unit = trimmed.AsSpan().IndexOfAnyExcept(Number);
        return unit <= 0 || char.IsPunctuation(trimmed[unit]) ? null : Quantity.Read($"{trimmed[..unit]} {trimmed[unit..].Trim()}");
    }
}

using System.Globalization;
using System.Numerics;

namespace Mooring.Clinical;

/// <summary>A set of rights; the empty one is nobody's.</summary>
public readonly record struct Rights
{
    private readonly ulong bits;

    private Rights(ulong of) => bits = of;

    public int Count => BitOperations.PopCount(bits);

    /// <summary>In the order in which the rights are listed.</summary>
    public IReadOnlyList<Right> All => [.. Enum.GetValues<Right>().Where(Has)];

    public static Rights Of(params ReadOnlySpan<Right> rights)
    {
        var all = 0UL;
        foreach (var right in rights)
            all |= Bit(right);
        return new(all);
    }

    public bool Has(Right right) => (bits & Bit(right)) != 0;

    public static Rights operator |(Rights left, Rights right) => new(left.bits | right.bits);

    /// <summary>For the claims of one request.</summary>
    public override string ToString() => bits.ToString("x", CultureInfo.InvariantCulture);

    /// <summary>What <see cref="ToString"/> wrote; nothing when it is anything else.</summary>
    public static Rights Parse(string? text) => ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var read) ? new(read) : default;

    private static ulong Bit(Right right) => 1UL << (int)right;
}

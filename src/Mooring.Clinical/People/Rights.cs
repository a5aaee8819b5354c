using System.Globalization;

namespace Mooring.Clinical;

/// <summary>A set of rights; the empty one is nobody's.</summary>
public readonly record struct Rights
{
    private readonly UInt128 bits;

    private Rights(UInt128 of) => bits = of;

    public int Count => (int)UInt128.PopCount(bits);

    /// <summary>In the order in which the rights are listed.</summary>
    public IReadOnlyList<Right> All => [.. Enum.GetValues<Right>().Where(Has)];

    public static Rights Of(params ReadOnlySpan<Right> rights)
    {
        var all = UInt128.Zero;
        foreach (var right in rights)
            all |= Bit(right);
        return new(all);
    }

    public bool Has(Right right) => (bits & Bit(right)) != UInt128.Zero;

    public static Rights operator |(Rights left, Rights right) => new(left.bits | right.bits);

    /// <summary>For the claims of one request.</summary>
    public override string ToString() => bits.ToString("x", CultureInfo.InvariantCulture);

    /// <summary>What <see cref="ToString"/> wrote; nothing when it is anything else.</summary>
    public static Rights Parse(string? text) => UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var read) ? new(read) : default;

    private static UInt128 Bit(Right right) => UInt128.One << (int)right;
}

using System.Globalization;

namespace Mooring.Clinical;

/// <summary>What stands in a place of a <see cref="Sentence"/>, as it is and not yet as anybody reads it.</summary>
public abstract record SentenceValue
{
    private SentenceValue()
    {
    }

    public static implicit operator SentenceValue(DateTimeOffset at) => new Instant(at);

    public static implicit operator SentenceValue(DateOnly on) => new Day(on);

    public static implicit operator SentenceValue(TimeSpan time) => new Span(time);

    public static implicit operator SentenceValue(double number) => new Number(number);

    public static implicit operator SentenceValue(string text) => new Text(text);

    /// <summary>What was written into a sentence: times and numbers stay what they are, all else is the same for every reader.</summary>
    /// <param name="format">How many digits of a number; a time or a day is printed as its reader reads it, whatever stands here.</param>
    public static SentenceValue Of<T>(T value, string? format = null) => value switch
    {
        SentenceValue one => one,
        DateTimeOffset at => new Instant(at),
        DateOnly on => new Day(on),
        TimeSpan time => new Span(time),
        double number => new Number(number, format ?? "0.######"),
        decimal number => new Number((double)number, format ?? "0.######"),
        int number => new Number(number, format ?? "0"),
        IFormattable other => new Text(other.ToString(format, CultureInfo.InvariantCulture)),
        _ => new Text(value?.ToString() ?? ""),
    };

    /// <summary>For logs and programs: the same everywhere, and instants say that they are UTC.</summary>
    public sealed override string ToString() => this switch
    {
        Instant one => one.At.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
        Day one => one.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Span one => SentencePrinter.Span(one.Time, CultureInfo.InvariantCulture),
        Number one => one.Value.ToString(one.Format, CultureInfo.InvariantCulture),
        Text one => one.Words,
        _ => throw new System.Diagnostics.UnreachableException(GetType().Name),
    };

    public sealed record Instant(DateTimeOffset At) : SentenceValue;

    /// <summary>A day of the clinic's calendar.</summary>
    public sealed record Day(DateOnly On) : SentenceValue;

    public sealed record Span(TimeSpan Time) : SentenceValue;

    /// <param name="Format">How many digits are said, such as <c>0.##</c>.</param>
    public sealed record Number(double Value, string Format = "0.##") : SentenceValue;

    /// <summary>What is the same for every reader: a name, a label, a value with its unit.</summary>
    public sealed record Text(string Words) : SentenceValue;
}

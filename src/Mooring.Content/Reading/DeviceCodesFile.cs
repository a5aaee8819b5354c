namespace Mooring.Content.Reading;

/// <summary>The shape of <c>content/devices/codes.yaml</c>.</summary>
public sealed record DeviceCodesFile
{
    public required string Id { get; init; }

    public required int Version { get; init; }

    public required string Source { get; init; }

    public required TimeSpan FutureAllowed { get; init; }

    public required IReadOnlyList<double> Sentinels { get; init; }

    public required IReadOnlyList<QualifierItem> Qualifiers { get; init; }

    public required IReadOnlyList<UnitItem> Units { get; init; }

    public required IReadOnlyList<SignItem> Signs { get; init; }

    public IReadOnlyList<WordsItem> Words { get; init; } = [];

    public IReadOnlyList<string> AnotherThing { get; init; } = [];

    public sealed record WordsItem
    {
        public required string Sign { get; init; }

        public required IReadOnlyList<string> AnyOf { get; init; }
    }

    public sealed record QualifierItem
    {
        public required string Code { get; init; }

        public required string Says { get; init; }

        public required bool IsReading { get; init; }
    }

    public sealed record CodeItem
    {
        public required string System { get; init; }

        public required string Code { get; init; }

        public required IReadOnlyList<string> Names { get; init; }
    }

    public sealed record UnitItem
    {
        public required string Id { get; init; }

        public required IReadOnlyList<CodeItem> Codes { get; init; }

        public required IReadOnlyList<string> Spellings { get; init; }

        public double Factor { get; init; } = 1;

        public double Offset { get; init; }
    }

    public sealed record SignItem
    {
        public required string Sign { get; init; }

        public required string Method { get; init; }

        public required IReadOnlyList<CodeItem> Codes { get; init; }

        public required IReadOnlyList<string> Units { get; init; }

        public required double Low { get; init; }

        public required double High { get; init; }
    }
}

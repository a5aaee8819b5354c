namespace Mooring.Practice.Curves;

/// <summary>A predicted band as it is drawn: beside an arterial one the band of venous blood where a model has it, and the doses below.</summary>
public sealed record DrawnCurve(PredictedBand Band, PredictedBand? Venous, IReadOnlyList<Mark> Doses);

/// <summary>Every model that applies to a case, and those that do not, with the reason.</summary>
/// <param name="Own">The model that the session's other pages show.</param>
public sealed record ComparedModels(DrawnCurve Own, IReadOnlyList<PredictedBand> Bands, IReadOnlyList<LeftOutModel> LeftOut);

public sealed record LeftOutModel(string Model, string Because);

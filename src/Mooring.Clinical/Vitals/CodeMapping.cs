namespace Mooring.Clinical.Vitals;

/// <summary>
/// What a person decided, after review, that a code of a device means: the code with its name, and the unit, exactly as
/// they are sent. Anything else that looks like it stays apart.
/// </summary>
/// <param name="Code">OBX-3 as it was sent, every component.</param>
/// <param name="Unit">OBX-6 as it was sent.</param>
/// <param name="Sign">The code of the vital sign it is.</param>
/// <param name="Method">How it is measured.</param>
/// <param name="UnitId">The unit of the table that it is in.</param>
public sealed record CodeMapping(string Code, string Unit, string Sign, string Method, string UnitId);

using Microsoft.AspNetCore.Builder;
using Mooring.Practice.Records;
using Mooring.Web;

namespace Mooring.Cli.Commands;

/// <summary>Makes a clinic's data ready for a command that works on them.</summary>
internal static class Preparation
{
    /// <summary>False when a key is missing; then it is said on the error stream, and nothing was changed.</summary>
    public static async Task<bool> IsDone(WebApplication host, TextWriter error, CancellationToken cancel)
    {
        try
        {
            await MooringHost.Prepare(host, cancel);
            return true;
        }
        catch (KeyIsMissingException missing)
        {
            await error.WriteLineAsync(missing.Message);
            return false;
        }
    }
}

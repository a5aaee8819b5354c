using Mooring.Storage.Secrets;
using Mooring.SystemTests.Faults;

namespace Mooring.SystemTests.Operations;

/// <summary>What a server writes is for its owner alone, whatever the system would have made of it.</summary>
public sealed class FilesOfAClinic
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Are_readable_by_their_owner_alone_after_the_first_start_and_after_the_next()
    {
        var data = Path.Combine(Directory.CreateTempSubdirectory("mooring-test-").FullName, "data");
        List<string> open = [];
        foreach (var _ in new[] { 1, 2 })
        {
            using var server = await ServerProcess.Start(data, Cancel);
            open.AddRange(Private.Open(data));
            await server.Stop(Cancel);
            open.AddRange(Private.Open(data));
        }

        Assert.Empty(open);
        Assert.True(File.Exists(Path.Combine(data, "mooring.db")) && File.Exists(Path.Combine(data, "keys", "seal.key")));
        Directory.Delete(Path.GetDirectoryName(data)!, recursive: true);
    }

    [Fact]
    public void That_others_may_read_are_seen()
    {
        var folder = Directory.CreateTempSubdirectory("mooring-test-").FullName;
        var file = Path.Combine(folder, "open");
        File.WriteAllText(file, "");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.OtherRead);

        Assert.Equal([file], Private.Open(folder));
        Private.Close(folder);
        Assert.Empty(Private.Open(folder));
        Directory.Delete(folder, recursive: true);
    }
}

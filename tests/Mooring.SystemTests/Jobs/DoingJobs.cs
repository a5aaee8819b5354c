using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Mooring.Clinical;
using Mooring.Demo;
using Mooring.Storage;
using Mooring.Storage.Engine;
using Mooring.Storage.Jobs;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Jobs;

public class DoingJobs
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task By_two_servers_at_once_is_done_once_each_time_it_is_due(Engine engine)
    {
        await using var two = await Two(engine);

        var rounds = 5;
        for (var round = 0; round < rounds; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => (n % 2 == 0 ? two.Here : two.There).Round([two.Clinic], Cancel))));
            two.Clock.Pass(60);
        }

        Assert.Equal(rounds, two.Work.Begun.Count(name => name == "counting"));
        Assert.Equal(rounds, two.Work.Begun.Count(name => name == $"each/{two.Clinic}"));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Leaves_alone_what_another_works_at_until_that_one_is_dead(Engine engine)
    {
        await using var two = await Two(engine);
        two.Work.Wait = new();
        var working = two.Here.Round([], Cancel);
        await two.Work.HasBegun.Task.WaitAsync(Patience.Long, Cancel);

        var meanwhile = await two.There.Round([], Cancel);
        two.Clock.Pass(2);
        two.Work.Wait = null;
        var afterItsClaim = await two.There.Round([], Cancel);
        two.Work.Blocked!.SetResult();
        await working;

        Assert.Equal((0, 1), (meanwhile, afterItsClaim));
        // The first, whose claim ran out, must not move what the second one wrote.
        Assert.Equal(two.Clock.GetUtcNow() + TimeSpan.FromMinutes(30), (await two.Row("counting")).Due);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Tries_again_after_a_growing_pause_and_writes_down_that_it_failed_but_not_what_it_said(Engine engine)
    {
        await using var two = await Two(engine);
        two.Work.Failure = new IOException("Noor Willow");

        await two.Here.Round([], Cancel);
        var first = await two.Row("counting");
        var tooSoon = await two.Here.Round([], Cancel);
        two.Clock.Pass(0.25);
        await two.There.Round([], Cancel);
        var second = await two.Row("counting");
        two.Work.Failure = null;
        two.Clock.Pass(0.5);
        var done = await two.There.Round([], Cancel);
        var third = await two.Row("counting");

        Assert.Equal((1, "IOException", Start + TimeSpan.FromSeconds(15)), (first.Attempts, first.LastError, first.Due));
        Assert.Equal(0, tooSoon);
        Assert.Equal((2, second.LastFailed + TimeSpan.FromSeconds(30)), (second.Attempts, second.Due));
        Assert.Equal((1, 0, null, two.Clock.GetUtcNow()), (done, third.Attempts, third.LastError, third.LastDone));
        Assert.Equal((1, 1), two.There.Counts.Where(count => count.Name == "counting").Select(count => (count.Done, count.Failed)).Single());
    }

    [Fact]
    public async Task That_an_act_of_somebody_overtook_is_done_again_in_a_moment_and_is_no_failure()
    {
        await using var two = await Two(Engine.Sqlite);
        two.Work.Failure = new AggregateException(new DbUpdateConcurrencyException("Noor Willow"));

        await two.Here.Round([], Cancel);
        var overtaken = await two.Row("counting");
        two.Work.Failure = null;
        two.Clock.Pass(1 / 60d);
        var done = await two.Here.Round([], Cancel);

        Assert.Equal((null, null, Start + TimeSpan.FromSeconds(1)), (overtaken.LastError, overtaken.LastFailed, overtaken.Due));
        Assert.Equal((1, 0), (done, (await two.Row("counting")).Attempts));
        Assert.Equal([(1L, 0L)], two.Here.Counts.Select(count => (count.Done, count.Failed)));
        Assert.Empty(two.Log.Loud);
    }

    [Fact]
    public async Task That_is_overtaken_each_time_fails_like_any_other()
    {
        await using var two = await Two(Engine.Sqlite);
        two.Work.Failure = new DbUpdateConcurrencyException("Noor Willow");

        for (var time = 0; time < 6; time++)
        {
            await two.Here.Round([], Cancel);
            two.Clock.Pass(1 / 60d);
        }

        Assert.Equal("DbUpdateConcurrencyException", (await two.Row("counting")).LastError);
        Assert.StartsWith("Error: The job counting failed", Assert.Single(two.Log.Loud), StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_a_stop_breaks_off_is_given_back_at_once()
    {
        await using var two = await Two(Engine.Sqlite);
        two.Work.Wait = new();
        using var stop = new CancellationTokenSource();
        var working = two.Here.Round([], stop.Token);
        await two.Work.HasBegun.Task.WaitAsync(Patience.Long, Cancel);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => working);
        two.Work.Wait = null;

        Assert.Equal(1, await two.There.Round([], Cancel));
    }

    private static async Task<TwoServersAtWork> Two(Engine engine)
    {
        var clock = new SetClock(Start);
        var clinic = await TestClinic.Open(engine, clock);
        return new(clinic, clock, clinic.Services.GetRequiredService<Database>());
    }

    /// <summary>What the jobs of a test have done, on whichever server.</summary>
    private sealed class Work
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> Begun { get; } = new();

        public TaskCompletionSource HasBegun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource? Wait { get; set; }

        public TaskCompletionSource? Blocked { get; private set; }

        public Exception? Failure { get; set; }

        public async Task Do(string name, CancellationToken cancel)
        {
            Begun.Enqueue(name);
            if (Failure is { } failure)
                throw failure;
            if (Wait is { } wait)
            {
                Blocked = wait;
                HasBegun.TrySetResult();
                await wait.Task.WaitAsync(cancel);
            }
        }
    }

    private sealed class Counting(Work work) : Job
    {
        public override string Name => "counting";

        public override TimeSpan Every => TimeSpan.FromMinutes(30);

        public override Task Run(CancellationToken cancel) => work.Do(Name, cancel);
    }

    private sealed class OfEachClinic(Work work, ClinicScope scope) : Job
    {
        public override string Name => "each";

        public override TimeSpan Every => TimeSpan.FromMinutes(30);

        public override bool IsForEachClinic => true;

        public override Task Run(CancellationToken cancel) => work.Do($"each/{scope.Clinic}", cancel);
    }

    private sealed class TwoServersAtWork : IAsyncDisposable
    {
        private readonly TestClinic clinic;
        private readonly List<ServiceProvider> servers = [];

        public TwoServersAtWork(TestClinic clinic, SetClock clock, Database database)
        {
            (this.clinic, Clock) = (clinic, clock);
            (Here, There) = (Server(database), Server(database));
        }

        public SetClock Clock { get; }

        public Work Work { get; } = new();

        /// <summary>What both say.</summary>
        public HeardLog Log { get; } = new();

        public Id<Clinic> Clinic => clinic.Clinic.Id;

        public JobRunner Here { get; }

        public JobRunner There { get; }

        public Task<JobRow> Row(string id) => clinic.As(Role.Manager, services => services.GetRequiredService<MooringDb>().Set<JobRow>().AsNoTracking().SingleAsync(row => row.Id == id, Cancel));

        public async ValueTask DisposeAsync()
        {
            foreach (var server in servers)
                await server.DisposeAsync();
            await clinic.DisposeAsync();
        }

        private JobRunner Server(Database database)
        {
            var services = new ServiceCollection();
            services.AddSingleton<TimeProvider>(Clock).AddSingleton(Work).AddScoped<Job, Counting>().AddScoped<Job, OfEachClinic>();
            services.AddLogging(logging => logging.AddProvider(Log));
            Practice.DatabaseSetup.Register(database, services);
            var server = services.BuildServiceProvider();
            servers.Add(server);
            return new(server.GetRequiredService<IServiceScopeFactory>(), Clock, server.GetRequiredService<ILogger<JobRunner>>());
        }
    }
}

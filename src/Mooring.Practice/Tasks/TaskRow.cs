using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Attention;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>
/// Something that waits for somebody, from when it was opened to how it ended; each change of it is in the audit trail.
/// What it says is worked out from the chart and may change while it is open; who has it and until when it is put off is
/// what people said.
/// </summary>
internal sealed class TaskRow : ChartRow
{
    public Guid Id { get; set; }

    public TaskKind Kind { get; set; }

    public Id<Patient> PatientId { get; set; }

    public Guid SubjectId { get; set; }

    public required string Title { get; set; }

    public required string Says { get; set; }

    /// <summary>The roles it waits for, with a space before and after each.</summary>
    public required string ForRoles { get; set; }

    public Guid? NotFor { get; set; }

    public Guid? Named { get; set; }

    public DateTimeOffset? ForAllFrom { get; set; }

    public DateTimeOffset? Since { get; set; }

    public DateOnly? Due { get; set; }

    public DateTimeOffset? UrgentFrom { get; set; }

    /// <summary>From when it is these roles' as well, while nobody has it; with a space before and after each.</summary>
    public DateTimeOffset? GoesAt { get; set; }

    public string? GoesTo { get; set; }

    public int Tries { get; set; }

    public DateTimeOffset? TriedAt { get; set; }

    public DateTimeOffset? NextTry { get; set; }

    public DateTimeOffset Opened { get; set; }

    public Guid? OwnerId { get; set; }

    public string? OwnerName { get; set; }

    public DateTimeOffset? TakenAt { get; set; }

    public DateOnly? PutOffUntil { get; set; }

    public string? PutOffReason { get; set; }

    public string? PutOffBy { get; set; }

    public DateTimeOffset? Done { get; set; }

    /// <summary>What came of it, where a person wrote that; null where it ended by itself.</summary>
    public string? Outcome { get; set; }

    /// <summary>By whose act it ended; null where time ended it.</summary>
    public string? DoneBy { get; set; }

    public static string Roles(IEnumerable<Role> roles) => $" {string.Join(' ', roles)} ";

    public IReadOnlyList<Role> For => Read(ForRoles);

    /// <summary>Whose it is at this moment: of more roles where nobody had it in time.</summary>
    public IReadOnlyList<Role> ForAt(DateTimeOffset now) => HasGone(now) ? [.. For.Union(Read(GoesTo ?? ""))] : For;

    /// <summary>Nobody had it in time, and it is more roles' now.</summary>
    public bool HasGone(DateTimeOffset now) => GoesAt <= now && GoesTo is not null;

    private static IReadOnlyList<Role> Read(string roles) => [.. roles.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Role>)];

    /// <summary>Takes over what the chart says now; nothing changes where it says the same.</summary>
    /// <param name="clock">How long a task of this kind may wait.</param>
    /// <param name="dayAfter">The end of the last day it should be done on.</param>
    public void Take(Wait wait, TaskClock clock, DateTimeOffset? dayAfter)
    {
        var since = wait.Since ?? dayAfter ?? Opened;
        (Title, Says, ForRoles, NotFor) = (wait.Title, wait.Says, Roles(wait.For), wait.NotFor);
        (Named, ForAllFrom, Since, Due, UrgentFrom) = (wait.Named, wait.ForAllFrom, wait.Since, wait.Due, wait.UrgentFrom ?? since + clock.Within);
        (GoesAt, GoesTo) = (since + clock.After, clock.After is null ? null : Roles(clock.To));
        (Tries, TriedAt, NextTry) = (wait.Tries, wait.TriedAt, wait.NextTry);
        if (wait.TakenBy is { } by)
            (OwnerId, OwnerName, TakenAt) = (by.Id, by.Name, wait.TakenAt);
    }
}

internal sealed class TaskTable : IEntityTypeConfiguration<TaskRow>
{
    public void Configure(EntityTypeBuilder<TaskRow> builder)
    {
        builder.ToTable("tasks").HasKey(task => task.Id);
        builder.Ignore(task => task.For);
        // The last word on two servers that count the same patient at once.
        builder.HasIndex(task => new { task.ClinicId, task.Kind, task.SubjectId }).IsUnique().HasFilter("\"Done\" IS NULL");
        builder.HasIndex(task => new { task.ClinicId, task.Done });
        builder.HasIndex(task => new { task.PatientId, task.Done });
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(task => task.PatientId);
        builder.Property(task => task.GoesTo).HasMaxLength(200);
        builder.Property(task => task.PutOffReason).HasMaxLength(WorkDesk.LongestReason);
    }
}

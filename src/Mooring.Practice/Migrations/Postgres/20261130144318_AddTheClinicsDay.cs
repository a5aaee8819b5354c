using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mooring.Practice.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddTheClinicsDay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Phase",
                table: "visits",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "GoesAt",
                table: "tasks",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GoesTo",
                table: "tasks",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "NextTry",
                table: "tasks",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "TriedAt",
                table: "tasks",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Tries",
                table: "tasks",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "CourseId",
                table: "plans",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ArchivedAt",
                table: "patients",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ArchivedBecause",
                table: "patients",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ArchivedBy",
                table: "patients",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "City",
                table: "patients",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EmergencyName",
                table: "patients",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EmergencyPhone",
                table: "patients",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EmergencyRelationship",
                table: "patients",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "MergedInto",
                table: "patients",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PostalCode",
                table: "patients",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "patients",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Street",
                table: "patients",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "NextTry",
                table: "attention",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "appointments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Type = table.Column<string>(type: "text", nullable: false),
                    Protocol = table.Column<string>(type: "text", nullable: true),
                    VisitId = table.Column<Guid>(type: "uuid", nullable: true),
                    SeriesId = table.Column<Guid>(type: "uuid", nullable: true),
                    Start = table.Column<long>(type: "bigint", nullable: false),
                    End = table.Column<long>(type: "bigint", nullable: false),
                    Zone = table.Column<string>(type: "text", nullable: false),
                    Wall = table.Column<long>(type: "bigint", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Uses = table.Column<string>(type: "text", nullable: false),
                    OnSite = table.Column<string>(type: "text", nullable: false),
                    InClinic = table.Column<bool>(type: "boolean", nullable: false),
                    GapLeast = table.Column<int>(type: "integer", nullable: true),
                    GapMost = table.Column<int>(type: "integer", nullable: true),
                    State = table.Column<string>(type: "text", nullable: false),
                    HoldUntil = table.Column<long>(type: "bigint", nullable: true),
                    ConfirmedAt = table.Column<long>(type: "bigint", nullable: true),
                    ArrivedAt = table.Column<long>(type: "bigint", nullable: true),
                    ExpectedAt = table.Column<long>(type: "bigint", nullable: true),
                    Note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Ride = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    Cause = table.Column<string>(type: "text", nullable: true),
                    IsLateCancel = table.Column<bool>(type: "boolean", nullable: false),
                    Because = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    OverrideReason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    OverrideBy = table.Column<string>(type: "text", nullable: true),
                    Overridden = table.Column<string>(type: "text", nullable: true),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    ChangedAt = table.Column<long>(type: "bigint", nullable: false),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_appointments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_appointments_patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "arrival_checks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    TakenBackAt = table.Column<long>(type: "bigint", nullable: true),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_arrival_checks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_arrival_checks_patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "away",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StaffId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    DeputyId = table.Column<Guid>(type: "uuid", nullable: true),
                    DeputyName = table.Column<string>(type: "text", nullable: true),
                    By = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_away", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "baseline_waivers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    CourseId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    What = table.Column<string>(type: "text", nullable: false),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_baseline_waivers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_baseline_waivers_patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "book_resources",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Capacity = table.Column<int>(type: "integer", nullable: true),
                    MinutesBefore = table.Column<int>(type: "integer", nullable: true),
                    MinutesAfter = table.Column<int>(type: "integer", nullable: true),
                    StartsApart = table.Column<int>(type: "integer", nullable: true),
                    RetiredAt = table.Column<long>(type: "bigint", nullable: true),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_book_resources", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "calendar_feeds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TokenHash = table.Column<byte[]>(type: "bytea", nullable: false),
                    ResourceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    RevokedAt = table.Column<long>(type: "bigint", nullable: true),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_feeds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "call_backs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    About = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Reach = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_call_backs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_call_backs_patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "courses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProtocolId = table.Column<string>(type: "text", nullable: false),
                    Phases = table.Column<string>(type: "text", nullable: false),
                    ActedAt = table.Column<long>(type: "bigint", nullable: true),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_courses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_courses_patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    AddedAt = table.Column<long>(type: "bigint", nullable: false),
                    What = table.Column<string>(type: "text", nullable: false),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_documents_patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "goal_ratings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    What = table.Column<string>(type: "text", nullable: false),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_goal_ratings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_goal_ratings_patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "insurance_cards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Card = table.Column<string>(type: "text", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_insurance_cards", x => x.Id);
                    table.ForeignKey(
                        name: "FK_insurance_cards_patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "leaves",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<long>(type: "bigint", nullable: false),
                    Until = table.Column<long>(type: "bigint", nullable: false),
                    Note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    By = table.Column<string>(type: "text", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_leaves", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "medicine_holds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    What = table.Column<string>(type: "text", nullable: false),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_medicine_holds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_medicine_holds_patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "merges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    OtherId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Because = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Moved = table.Column<string>(type: "text", nullable: false),
                    HistoryBefore = table.Column<string>(type: "text", nullable: true),
                    HistoryAfter = table.Column<string>(type: "text", nullable: true),
                    UndoneBy = table.Column<string>(type: "text", nullable: true),
                    UndoneAt = table.Column<long>(type: "bigint", nullable: true),
                    UndoneBecause = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_merges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_merges_patients_OtherId",
                        column: x => x.OtherId,
                        principalTable: "patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_merges_patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    BegunAt = table.Column<long>(type: "bigint", nullable: false),
                    BegunBy = table.Column<string>(type: "text", nullable: false),
                    Head = table.Column<string>(type: "text", nullable: false),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_notes_patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pdmp_checks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Outcome = table.Column<string>(type: "text", nullable: false),
                    Says = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pdmp_checks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_pdmp_checks_patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "referral_steps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReferralId = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    What = table.Column<string>(type: "text", nullable: false),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_referral_steps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_referral_steps_patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "safety_plans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Plan = table.Column<string>(type: "text", nullable: false),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_safety_plans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_safety_plans_patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "told_events",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    About = table.Column<Guid>(type: "uuid", nullable: true),
                    What = table.Column<string>(type: "text", nullable: false),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_told_events", x => x.Id);
                    table.ForeignKey(
                        name: "FK_told_events_patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "waitlist",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Types = table.Column<string>(type: "text", nullable: false),
                    Windows = table.Column<string>(type: "text", nullable: false),
                    NoticeHours = table.Column<int>(type: "integer", nullable: false),
                    Priority = table.Column<string>(type: "text", nullable: false),
                    Since = table.Column<long>(type: "bigint", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    By = table.Column<string>(type: "text", nullable: false),
                    ClosedAt = table.Column<long>(type: "bigint", nullable: true),
                    ClosedBecause = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    AppointmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_waitlist", x => x.Id);
                    table.ForeignKey(
                        name: "FK_waitlist_patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "course_events",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CourseId = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    What = table.Column<string>(type: "text", nullable: false),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_course_events", x => x.Id);
                    table.ForeignKey(
                        name: "FK_course_events_courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_course_events_patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "document_bytes",
                columns: table => new
                {
                    DocumentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sealed = table.Column<byte[]>(type: "bytea", nullable: false),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_document_bytes", x => x.DocumentId);
                    table.ForeignKey(
                        name: "FK_document_bytes_documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "note_drafts",
                columns: table => new
                {
                    NoteId = table.Column<Guid>(type: "uuid", nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    BasedOn = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    Page = table.Column<Guid>(type: "uuid", nullable: false),
                    SavedAt = table.Column<long>(type: "bigint", nullable: false),
                    IsDone = table.Column<bool>(type: "boolean", nullable: false),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_note_drafts", x => new { x.NoteId, x.AuthorId });
                    table.ForeignKey(
                        name: "FK_note_drafts_notes_NoteId",
                        column: x => x.NoteId,
                        principalTable: "notes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "note_steps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    NoteId = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    What = table.Column<string>(type: "text", nullable: false),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_note_steps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_note_steps_notes_NoteId",
                        column: x => x.NoteId,
                        principalTable: "notes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "note_versions",
                columns: table => new
                {
                    NoteId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    What = table.Column<string>(type: "text", nullable: false),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_note_versions", x => new { x.NoteId, x.Number });
                    table.ForeignKey(
                        name: "FK_note_versions_notes_NoteId",
                        column: x => x.NoteId,
                        principalTable: "notes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_appointments_ClinicId_Day",
                table: "appointments",
                columns: new[] { "ClinicId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_appointments_ClinicId_Start",
                table: "appointments",
                columns: new[] { "ClinicId", "Start" });

            migrationBuilder.CreateIndex(
                name: "IX_appointments_PatientId",
                table: "appointments",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_appointments_SeriesId",
                table: "appointments",
                column: "SeriesId");

            migrationBuilder.CreateIndex(
                name: "IX_appointments_VisitId",
                table: "appointments",
                column: "VisitId");

            migrationBuilder.CreateIndex(
                name: "IX_arrival_checks_ClinicId",
                table: "arrival_checks",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_arrival_checks_PatientId",
                table: "arrival_checks",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_away_ClinicId_Until",
                table: "away",
                columns: new[] { "ClinicId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_baseline_waivers_ClinicId",
                table: "baseline_waivers",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_baseline_waivers_PatientId",
                table: "baseline_waivers",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_book_resources_ClinicId_Kind_Name",
                table: "book_resources",
                columns: new[] { "ClinicId", "Kind", "Name" },
                unique: true,
                filter: "\"Name\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_calendar_feeds_ClinicId_ResourceId",
                table: "calendar_feeds",
                columns: new[] { "ClinicId", "ResourceId" });

            migrationBuilder.CreateIndex(
                name: "IX_calendar_feeds_TokenHash",
                table: "calendar_feeds",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_call_backs_ClinicId",
                table: "call_backs",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_call_backs_PatientId",
                table: "call_backs",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_course_events_ClinicId",
                table: "course_events",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_course_events_CourseId",
                table: "course_events",
                column: "CourseId");

            migrationBuilder.CreateIndex(
                name: "IX_course_events_PatientId_At",
                table: "course_events",
                columns: new[] { "PatientId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_courses_ClinicId",
                table: "courses",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_courses_PatientId",
                table: "courses",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_document_bytes_ClinicId",
                table: "document_bytes",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_documents_ClinicId",
                table: "documents",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_documents_PatientId",
                table: "documents",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_goal_ratings_ClinicId",
                table: "goal_ratings",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_goal_ratings_PatientId",
                table: "goal_ratings",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_insurance_cards_ClinicId",
                table: "insurance_cards",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_insurance_cards_PatientId",
                table: "insurance_cards",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_leaves_ClinicId_From",
                table: "leaves",
                columns: new[] { "ClinicId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_medicine_holds_ClinicId",
                table: "medicine_holds",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_medicine_holds_PatientId_At",
                table: "medicine_holds",
                columns: new[] { "PatientId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_merges_ClinicId",
                table: "merges",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_merges_OtherId",
                table: "merges",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_merges_PatientId",
                table: "merges",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_note_drafts_ClinicId",
                table: "note_drafts",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_note_drafts_PatientId",
                table: "note_drafts",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_note_steps_ClinicId",
                table: "note_steps",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_note_steps_NoteId",
                table: "note_steps",
                column: "NoteId");

            migrationBuilder.CreateIndex(
                name: "IX_note_steps_PatientId",
                table: "note_steps",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_note_versions_ClinicId",
                table: "note_versions",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_note_versions_PatientId",
                table: "note_versions",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_notes_ClinicId",
                table: "notes",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_notes_PatientId",
                table: "notes",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_pdmp_checks_ClinicId",
                table: "pdmp_checks",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_pdmp_checks_PatientId_On",
                table: "pdmp_checks",
                columns: new[] { "PatientId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_referral_steps_ClinicId",
                table: "referral_steps",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_referral_steps_PatientId",
                table: "referral_steps",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_safety_plans_ClinicId",
                table: "safety_plans",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_safety_plans_PatientId_At",
                table: "safety_plans",
                columns: new[] { "PatientId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_told_events_ClinicId",
                table: "told_events",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_told_events_PatientId_At",
                table: "told_events",
                columns: new[] { "PatientId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_waitlist_ClinicId_ClosedAt",
                table: "waitlist",
                columns: new[] { "ClinicId", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_waitlist_PatientId",
                table: "waitlist",
                column: "PatientId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "appointments");

            migrationBuilder.DropTable(
                name: "arrival_checks");

            migrationBuilder.DropTable(
                name: "away");

            migrationBuilder.DropTable(
                name: "baseline_waivers");

            migrationBuilder.DropTable(
                name: "book_resources");

            migrationBuilder.DropTable(
                name: "calendar_feeds");

            migrationBuilder.DropTable(
                name: "call_backs");

            migrationBuilder.DropTable(
                name: "course_events");

            migrationBuilder.DropTable(
                name: "document_bytes");

            migrationBuilder.DropTable(
                name: "goal_ratings");

            migrationBuilder.DropTable(
                name: "insurance_cards");

            migrationBuilder.DropTable(
                name: "leaves");

            migrationBuilder.DropTable(
                name: "medicine_holds");

            migrationBuilder.DropTable(
                name: "merges");

            migrationBuilder.DropTable(
                name: "note_drafts");

            migrationBuilder.DropTable(
                name: "note_steps");

            migrationBuilder.DropTable(
                name: "note_versions");

            migrationBuilder.DropTable(
                name: "pdmp_checks");

            migrationBuilder.DropTable(
                name: "referral_steps");

            migrationBuilder.DropTable(
                name: "safety_plans");

            migrationBuilder.DropTable(
                name: "told_events");

            migrationBuilder.DropTable(
                name: "waitlist");

            migrationBuilder.DropTable(
                name: "courses");

            migrationBuilder.DropTable(
                name: "documents");

            migrationBuilder.DropTable(
                name: "notes");

            migrationBuilder.DropColumn(
                name: "Phase",
                table: "visits");

            migrationBuilder.DropColumn(
                name: "GoesAt",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "GoesTo",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "NextTry",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "TriedAt",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "Tries",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "CourseId",
                table: "plans");

            migrationBuilder.DropColumn(
                name: "ArchivedAt",
                table: "patients");

            migrationBuilder.DropColumn(
                name: "ArchivedBecause",
                table: "patients");

            migrationBuilder.DropColumn(
                name: "ArchivedBy",
                table: "patients");

            migrationBuilder.DropColumn(
                name: "City",
                table: "patients");

            migrationBuilder.DropColumn(
                name: "EmergencyName",
                table: "patients");

            migrationBuilder.DropColumn(
                name: "EmergencyPhone",
                table: "patients");

            migrationBuilder.DropColumn(
                name: "EmergencyRelationship",
                table: "patients");

            migrationBuilder.DropColumn(
                name: "MergedInto",
                table: "patients");

            migrationBuilder.DropColumn(
                name: "PostalCode",
                table: "patients");

            migrationBuilder.DropColumn(
                name: "State",
                table: "patients");

            migrationBuilder.DropColumn(
                name: "Street",
                table: "patients");

            migrationBuilder.DropColumn(
                name: "NextTry",
                table: "attention");
        }
    }
}

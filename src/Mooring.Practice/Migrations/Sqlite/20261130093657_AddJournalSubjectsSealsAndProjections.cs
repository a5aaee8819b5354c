using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mooring.Practice.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddJournalSubjectsSealsAndProjections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Entries",
                table: "sessions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            // How long each journal is, before its columns are renamed.
            migrationBuilder.Sql(
                """UPDATE sessions SET "Entries" = (SELECT COALESCE(MAX(entry."Seq"), 0) FROM journal AS entry WHERE entry."SessionId" = sessions."Id")""");

            // Written by hand: another key means another table, and the engine's own way to make one is not undone when it is broken off.
            migrationBuilder.Sql(
                """
                CREATE TABLE "journal_of_subjects" (
                    "Subject" TEXT NOT NULL,
                    "SubjectId" TEXT NOT NULL,
                    "Seq" INTEGER NOT NULL,
                    "Bytes" BLOB NOT NULL,
                    "ClinicId" TEXT NOT NULL,
                    "EventId" TEXT NOT NULL,
                    "Hash" BLOB NOT NULL,
                    CONSTRAINT "PK_journal" PRIMARY KEY ("Subject", "SubjectId", "Seq")
                );
                INSERT INTO "journal_of_subjects" ("Subject", "SubjectId", "Seq", "Bytes", "ClinicId", "EventId", "Hash")
                SELECT 'session', "SessionId", "Seq", "Bytes", "ClinicId", "EventId", "Hash" FROM "journal";
                DROP TABLE "journal";
                ALTER TABLE "journal_of_subjects" RENAME TO "journal";
                CREATE INDEX "IX_journal_ClinicId" ON "journal" ("ClinicId");
                CREATE UNIQUE INDEX "IX_journal_EventId" ON "journal" ("EventId");
                """);

            migrationBuilder.AddColumn<string>(
                name: "Purpose",
                table: "audit",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SealedBy",
                table: "audit",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "adverse_events",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Term = table.Column<string>(type: "TEXT", nullable: false),
                    Grade = table.Column<int>(type: "INTEGER", nullable: false),
                    Serious = table.Column<bool>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", nullable: false),
                    Causality = table.Column<string>(type: "TEXT", nullable: false),
                    Action = table.Column<string>(type: "TEXT", nullable: false),
                    Verbatim = table.Column<string>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClinicId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_adverse_events", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "decision_facts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    Choice = table.Column<string>(type: "TEXT", nullable: false),
                    ClinicId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decision_facts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "scores",
                columns: table => new
                {
                    SheetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Part = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Instrument = table.Column<string>(type: "TEXT", nullable: false),
                    InstrumentVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Occasion = table.Column<string>(type: "TEXT", nullable: false),
                    TakenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Value = table.Column<double>(type: "REAL", nullable: true),
                    Band = table.Column<string>(type: "TEXT", nullable: true),
                    IsFromPaper = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsProrated = table.Column<bool>(type: "INTEGER", nullable: false),
                    ClinicId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scores", x => new { x.SheetId, x.Part });
                });

            migrationBuilder.CreateTable(
                name: "session_facts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Entries = table.Column<long>(type: "INTEGER", nullable: false),
                    Protocol = table.Column<string>(type: "TEXT", nullable: false),
                    Drug = table.Column<string>(type: "TEXT", nullable: false),
                    Route = table.Column<string>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Phase = table.Column<string>(type: "TEXT", nullable: false),
                    FirstDoseAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DosingEndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Milligrams = table.Column<double>(type: "REAL", nullable: false),
                    LeftAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReadyAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Hours = table.Column<double>(type: "REAL", nullable: true),
                    ClinicId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_session_facts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "session_notices",
                columns: table => new
                {
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Group = table.Column<string>(type: "TEXT", nullable: false),
                    Level = table.Column<string>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SecondsBeyond = table.Column<double>(type: "REAL", nullable: false),
                    IsTechnical = table.Column<bool>(type: "INTEGER", nullable: false),
                    ClinicId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_session_notices", x => new { x.SessionId, x.Number });
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_ClinicId_SealedBy",
                table: "audit",
                columns: new[] { "ClinicId", "SealedBy" });

            migrationBuilder.CreateIndex(
                name: "IX_adverse_events_ClinicId_At",
                table: "adverse_events",
                columns: new[] { "ClinicId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_adverse_events_SessionId",
                table: "adverse_events",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_decision_facts_ClinicId_Kind_At",
                table: "decision_facts",
                columns: new[] { "ClinicId", "Kind", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_decision_facts_PatientId",
                table: "decision_facts",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_scores_ClinicId_Instrument_TakenAt",
                table: "scores",
                columns: new[] { "ClinicId", "Instrument", "TakenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_scores_PatientId_TakenAt",
                table: "scores",
                columns: new[] { "PatientId", "TakenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_session_facts_ClinicId_OpenedAt",
                table: "session_facts",
                columns: new[] { "ClinicId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_session_facts_PatientId",
                table: "session_facts",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_session_notices_ClinicId",
                table: "session_notices",
                column: "ClinicId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "adverse_events");

            migrationBuilder.DropTable(
                name: "decision_facts");

            migrationBuilder.DropTable(
                name: "scores");

            migrationBuilder.DropTable(
                name: "session_facts");

            migrationBuilder.DropTable(
                name: "session_notices");

            migrationBuilder.DropPrimaryKey(
                name: "PK_journal",
                table: "journal");

            migrationBuilder.DropIndex(
                name: "IX_audit_ClinicId_SealedBy",
                table: "audit");

            migrationBuilder.DropColumn(
                name: "Entries",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "Subject",
                table: "journal");

            migrationBuilder.DropColumn(
                name: "Purpose",
                table: "audit");

            migrationBuilder.DropColumn(
                name: "SealedBy",
                table: "audit");

            migrationBuilder.RenameColumn(
                name: "SubjectId",
                table: "journal",
                newName: "SessionId");

            migrationBuilder.AddPrimaryKey(
                name: "PK_journal",
                table: "journal",
                columns: new[] { "SessionId", "Seq" });

            migrationBuilder.AddForeignKey(
                name: "FK_journal_sessions_SessionId",
                table: "journal",
                column: "SessionId",
                principalTable: "sessions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mooring.Practice.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddAccessInDepth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "FailedTries",
                table: "staff",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "FailedTriesBefore",
                table: "staff",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "IsAwaited",
                table: "staff",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "OutsideSubject",
                table: "staff",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SignedInAt",
                table: "staff",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SignedInBefore",
                table: "staff",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SignedInBeforeFrom",
                table: "staff",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SignedInFrom",
                table: "staff",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Device",
                table: "links",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DeviceName",
                table: "links",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "EndedAt",
                table: "links",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EndedBy",
                table: "links",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LastOpenedAt",
                table: "links",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MadeAt",
                table: "links",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MadeBy",
                table: "links",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SentTo",
                table: "links",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "HeardFrom",
                table: "devices",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "WaitsSince",
                table: "devices",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "After",
                table: "audit",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AspNetUserPasskeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "bytea", maxLength: 1023, nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserPasskeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_AspNetUserPasskeys_staff_UserId",
                        column: x => x.UserId,
                        principalTable: "staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "care_teams",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    StaffId = table.Column<Guid>(type: "uuid", nullable: false),
                    StaffName = table.Column<string>(type: "text", nullable: false),
                    IsLead = table.Column<bool>(type: "boolean", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    By = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_care_teams", x => x.Id);
                    table.ForeignKey(
                        name: "FK_care_teams_patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "certificate_devices",
                columns: table => new
                {
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Fingerprint = table.Column<string>(type: "text", nullable: false),
                    Device = table.Column<string>(type: "text", nullable: false),
                    TiedBy = table.Column<string>(type: "text", nullable: false),
                    TiedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certificate_devices", x => new { x.ClinicId, x.Fingerprint, x.Device });
                });

            migrationBuilder.CreateTable(
                name: "chart_openings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Until = table.Column<long>(type: "bigint", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: true),
                    Says = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    ReviewedAt = table.Column<long>(type: "bigint", nullable: true),
                    ReviewedBy = table.Column<string>(type: "text", nullable: true),
                    Finding = table.Column<string>(type: "text", nullable: true),
                    Outcome = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chart_openings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_chart_openings_patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "chart_restrictions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Because = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    EndedBy = table.Column<string>(type: "text", nullable: true),
                    EndedBecause = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chart_restrictions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_chart_restrictions_patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "device_certificates",
                columns: table => new
                {
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Fingerprint = table.Column<string>(type: "text", nullable: false),
                    Subject = table.Column<string>(type: "text", nullable: false),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: false),
                    ShownAt = table.Column<long>(type: "bigint", nullable: false),
                    HeardFrom = table.Column<string>(type: "text", nullable: true),
                    Named = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_device_certificates", x => new { x.ClinicId, x.Fingerprint });
                });

            migrationBuilder.CreateTable(
                name: "disclosures",
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
                    table.PrimaryKey("PK_disclosures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_disclosures_patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "legal_holds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Because = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    EndedBy = table.Column<string>(type: "text", nullable: true),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_legal_holds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_legal_holds_patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "link_tries",
                columns: table => new
                {
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    UsedUp = table.Column<int>(type: "integer", nullable: false),
                    Until = table.Column<long>(type: "bigint", nullable: false),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_link_tries", x => x.SubjectId);
                });

            migrationBuilder.CreateTable(
                name: "note_openings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    NoteId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReaderId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReaderName = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: true),
                    Says = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    SecondBy = table.Column<string>(type: "text", nullable: true),
                    SecondAt = table.Column<long>(type: "bigint", nullable: true),
                    Until = table.Column<long>(type: "bigint", nullable: true),
                    AuthorSawAt = table.Column<long>(type: "bigint", nullable: true),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_note_openings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_note_openings_patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "part2_consents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    What = table.Column<string>(type: "text", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: true),
                    RevokedAt = table.Column<long>(type: "bigint", nullable: true),
                    RevokedBy = table.Column<string>(type: "text", nullable: true),
                    RevokedHow = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_part2_consents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_part2_consents_patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "part2_marks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Item = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    EndedBy = table.Column<string>(type: "text", nullable: true),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_part2_marks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_part2_marks_patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "privacy_requests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Says = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    LongerBecause = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    ClosedAt = table.Column<long>(type: "bigint", nullable: true),
                    ClosedBy = table.Column<string>(type: "text", nullable: true),
                    Outcome = table.Column<string>(type: "text", nullable: true),
                    Answer = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_privacy_requests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_privacy_requests_patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "role_requests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StaffId = table.Column<Guid>(type: "uuid", nullable: false),
                    Roles = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AskedById = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AskedAt = table.Column<long>(type: "bigint", nullable: false),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: true),
                    IsConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_role_requests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sign_in_delays",
                columns: table => new
                {
                    Door = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Account = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    Until = table.Column<long>(type: "bigint", nullable: false),
                    LastAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_in_delays", x => x.Door);
                });

            migrationBuilder.CreateTable(
                name: "sign_in_factors",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StaffId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    AddedAt = table.Column<long>(type: "bigint", nullable: false),
                    CredentialId = table.Column<byte[]>(type: "bytea", nullable: true),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_in_factors", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sign_ins",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    NameHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    IsPatient = table.Column<bool>(type: "boolean", nullable: false),
                    BegunAt = table.Column<long>(type: "bigint", nullable: false),
                    ActiveAt = table.Column<long>(type: "bigint", nullable: false),
                    Place = table.Column<string>(type: "text", nullable: false),
                    Address = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Device = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    EndsAt = table.Column<long>(type: "bigint", nullable: false),
                    LockedAt = table.Column<long>(type: "bigint", nullable: true),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    EndedWhy = table.Column<string>(type: "text", nullable: true),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_ins", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "staff_pins",
                columns: table => new
                {
                    StaffId = table.Column<Guid>(type: "uuid", nullable: false),
                    PinHash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SetAt = table.Column<long>(type: "bigint", nullable: false),
                    Wrong = table.Column<int>(type: "integer", nullable: false),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_pins", x => x.StaffId);
                });

            migrationBuilder.CreateTable(
                name: "unusual_looks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonName = table.Column<string>(type: "text", nullable: false),
                    About = table.Column<Guid>(type: "uuid", nullable: true),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    ClosedAt = table.Column<long>(type: "bigint", nullable: true),
                    ClosedBy = table.Column<string>(type: "text", nullable: true),
                    Finding = table.Column<string>(type: "text", nullable: true),
                    Outcome = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unusual_looks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "used_codes",
                columns: table => new
                {
                    StaffId = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_used_codes", x => new { x.StaffId, x.Code });
                });

            migrationBuilder.CreateIndex(
                name: "IX_staff_OutsideSubject",
                table: "staff",
                column: "OutsideSubject",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserPasskeys_UserId",
                table: "AspNetUserPasskeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_care_teams_ClinicId_StaffId",
                table: "care_teams",
                columns: new[] { "ClinicId", "StaffId" });

            migrationBuilder.CreateIndex(
                name: "IX_care_teams_PatientId",
                table: "care_teams",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_chart_openings_ClinicId_ReviewedAt",
                table: "chart_openings",
                columns: new[] { "ClinicId", "ReviewedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_chart_openings_PatientId_ById_Until",
                table: "chart_openings",
                columns: new[] { "PatientId", "ById", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_chart_restrictions_ClinicId",
                table: "chart_restrictions",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_chart_restrictions_PatientId_EndedAt",
                table: "chart_restrictions",
                columns: new[] { "PatientId", "EndedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosures_ClinicId",
                table: "disclosures",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_disclosures_PatientId_At",
                table: "disclosures",
                columns: new[] { "PatientId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_legal_holds_ClinicId",
                table: "legal_holds",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_legal_holds_PatientId",
                table: "legal_holds",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_link_tries_ClinicId",
                table: "link_tries",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_note_openings_ClinicId",
                table: "note_openings",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_note_openings_NoteId",
                table: "note_openings",
                column: "NoteId");

            migrationBuilder.CreateIndex(
                name: "IX_note_openings_PatientId",
                table: "note_openings",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_part2_consents_ClinicId",
                table: "part2_consents",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_part2_consents_PatientId",
                table: "part2_consents",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_part2_marks_ClinicId",
                table: "part2_marks",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_part2_marks_PatientId",
                table: "part2_marks",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_privacy_requests_ClinicId_ClosedAt",
                table: "privacy_requests",
                columns: new[] { "ClinicId", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_privacy_requests_PatientId",
                table: "privacy_requests",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_role_requests_ClinicId",
                table: "role_requests",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_role_requests_StaffId",
                table: "role_requests",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_sign_in_delays_Account",
                table: "sign_in_delays",
                column: "Account");

            migrationBuilder.CreateIndex(
                name: "IX_sign_in_delays_LastAt",
                table: "sign_in_delays",
                column: "LastAt");

            migrationBuilder.CreateIndex(
                name: "IX_sign_in_factors_ClinicId",
                table: "sign_in_factors",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_sign_in_factors_StaffId",
                table: "sign_in_factors",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_sign_ins_ClinicId_PersonId_EndsAt",
                table: "sign_ins",
                columns: new[] { "ClinicId", "PersonId", "EndsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sign_ins_NameHash",
                table: "sign_ins",
                column: "NameHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_staff_pins_ClinicId",
                table: "staff_pins",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_unusual_looks_ClinicId_ClosedAt",
                table: "unusual_looks",
                columns: new[] { "ClinicId", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_used_codes_At",
                table: "used_codes",
                column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AspNetUserPasskeys");

            migrationBuilder.DropTable(
                name: "care_teams");

            migrationBuilder.DropTable(
                name: "certificate_devices");

            migrationBuilder.DropTable(
                name: "chart_openings");

            migrationBuilder.DropTable(
                name: "chart_restrictions");

            migrationBuilder.DropTable(
                name: "device_certificates");

            migrationBuilder.DropTable(
                name: "disclosures");

            migrationBuilder.DropTable(
                name: "legal_holds");

            migrationBuilder.DropTable(
                name: "link_tries");

            migrationBuilder.DropTable(
                name: "note_openings");

            migrationBuilder.DropTable(
                name: "part2_consents");

            migrationBuilder.DropTable(
                name: "part2_marks");

            migrationBuilder.DropTable(
                name: "privacy_requests");

            migrationBuilder.DropTable(
                name: "role_requests");

            migrationBuilder.DropTable(
                name: "sign_in_delays");

            migrationBuilder.DropTable(
                name: "sign_in_factors");

            migrationBuilder.DropTable(
                name: "sign_ins");

            migrationBuilder.DropTable(
                name: "staff_pins");

            migrationBuilder.DropTable(
                name: "unusual_looks");

            migrationBuilder.DropTable(
                name: "used_codes");

            migrationBuilder.DropIndex(
                name: "IX_staff_OutsideSubject",
                table: "staff");

            migrationBuilder.DropColumn(
                name: "FailedTries",
                table: "staff");

            migrationBuilder.DropColumn(
                name: "FailedTriesBefore",
                table: "staff");

            migrationBuilder.DropColumn(
                name: "IsAwaited",
                table: "staff");

            migrationBuilder.DropColumn(
                name: "OutsideSubject",
                table: "staff");

            migrationBuilder.DropColumn(
                name: "SignedInAt",
                table: "staff");

            migrationBuilder.DropColumn(
                name: "SignedInBefore",
                table: "staff");

            migrationBuilder.DropColumn(
                name: "SignedInBeforeFrom",
                table: "staff");

            migrationBuilder.DropColumn(
                name: "SignedInFrom",
                table: "staff");

            migrationBuilder.DropColumn(
                name: "Device",
                table: "links");

            migrationBuilder.DropColumn(
                name: "DeviceName",
                table: "links");

            migrationBuilder.DropColumn(
                name: "EndedAt",
                table: "links");

            migrationBuilder.DropColumn(
                name: "EndedBy",
                table: "links");

            migrationBuilder.DropColumn(
                name: "LastOpenedAt",
                table: "links");

            migrationBuilder.DropColumn(
                name: "MadeAt",
                table: "links");

            migrationBuilder.DropColumn(
                name: "MadeBy",
                table: "links");

            migrationBuilder.DropColumn(
                name: "SentTo",
                table: "links");

            migrationBuilder.DropColumn(
                name: "HeardFrom",
                table: "devices");

            migrationBuilder.DropColumn(
                name: "WaitsSince",
                table: "devices");

            migrationBuilder.DropColumn(
                name: "After",
                table: "audit");
        }
    }
}

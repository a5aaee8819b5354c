using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mooring.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddDeviceProfiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "FiledAt",
                table: "readings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FiledBy",
                table: "readings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "FiledAt",
                table: "quarantine",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FiledBy",
                table: "quarantine",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Profile",
                table: "devices",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "TiedAt",
                table: "devices",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "code_mappings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Scope = table.Column<string>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", nullable: false),
                    Sign = table.Column<string>(type: "TEXT", nullable: false),
                    Method = table.Column<string>(type: "TEXT", nullable: false),
                    UnitId = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    MappedBy = table.Column<string>(type: "TEXT", nullable: false),
                    MappedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedBy = table.Column<string>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClinicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_code_mappings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "device_alarms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MessageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Device = table.Column<string>(type: "TEXT", nullable: false),
                    AlarmId = table.Column<string>(type: "TEXT", nullable: false),
                    Event = table.Column<string>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    Phase = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", nullable: true),
                    Inactivation = table.Column<string>(type: "TEXT", nullable: true),
                    Priority = table.Column<string>(type: "TEXT", nullable: true),
                    Type = table.Column<string>(type: "TEXT", nullable: true),
                    Reading = table.Column<string>(type: "TEXT", nullable: true),
                    Limits = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PatientId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ClinicId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_device_alarms", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_code_mappings_ClinicId_Scope_Code_Unit",
                table: "code_mappings",
                columns: new[] { "ClinicId", "Scope", "Code", "Unit" },
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_device_alarms_ClinicId",
                table: "device_alarms",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_device_alarms_ReceivedAt",
                table: "device_alarms",
                column: "ReceivedAt");

            migrationBuilder.CreateIndex(
                name: "IX_device_alarms_SessionId_At",
                table: "device_alarms",
                columns: new[] { "SessionId", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "code_mappings");

            migrationBuilder.DropTable(
                name: "device_alarms");

            migrationBuilder.DropColumn(
                name: "FiledAt",
                table: "readings");

            migrationBuilder.DropColumn(
                name: "FiledBy",
                table: "readings");

            migrationBuilder.DropColumn(
                name: "FiledAt",
                table: "quarantine");

            migrationBuilder.DropColumn(
                name: "FiledBy",
                table: "quarantine");

            migrationBuilder.DropColumn(
                name: "Profile",
                table: "devices");

            migrationBuilder.DropColumn(
                name: "TiedAt",
                table: "devices");
        }
    }
}

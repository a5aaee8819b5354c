using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mooring.Practice.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddReadsToTheAudit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_audit_ClinicId",
                table: "audit");

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "links",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "content_signatures",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "PatientId",
                table: "audit",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Shown",
                table: "audit",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SignIn",
                table: "audit",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_audit_ClinicId_PatientId_At",
                table: "audit",
                columns: new[] { "ClinicId", "PatientId", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_audit_ClinicId_PatientId_At",
                table: "audit");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "links");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "content_signatures");

            migrationBuilder.DropColumn(
                name: "PatientId",
                table: "audit");

            migrationBuilder.DropColumn(
                name: "Shown",
                table: "audit");

            migrationBuilder.DropColumn(
                name: "SignIn",
                table: "audit");

            migrationBuilder.CreateIndex(
                name: "IX_audit_ClinicId",
                table: "audit",
                column: "ClinicId");
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mooring.Practice.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ConfirmDosesAndDecideRisk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Dosing",
                table: "risk_decisions",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Ground",
                table: "risk_decisions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ConfirmedAt",
                table: "plans",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ConfirmedBy",
                table: "plans",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsMonitoredSetting",
                table: "clinics",
                type: "boolean",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Dosing",
                table: "risk_decisions");

            migrationBuilder.DropColumn(
                name: "Ground",
                table: "risk_decisions");

            migrationBuilder.DropColumn(
                name: "ConfirmedAt",
                table: "plans");

            migrationBuilder.DropColumn(
                name: "ConfirmedBy",
                table: "plans");

            migrationBuilder.DropColumn(
                name: "IsMonitoredSetting",
                table: "clinics");
        }
    }
}

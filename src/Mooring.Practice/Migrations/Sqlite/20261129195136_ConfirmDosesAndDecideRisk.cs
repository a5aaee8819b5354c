using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mooring.Practice.Migrations.Sqlite
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
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Ground",
                table: "risk_decisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ConfirmedAt",
                table: "plans",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ConfirmedBy",
                table: "plans",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsMonitoredSetting",
                table: "clinics",
                type: "INTEGER",
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

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mooring.Practice.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddWhatImportsKnow : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "DiedOn",
                table: "patients",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HasDied",
                table: "patients",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsReplaced",
                table: "patients",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Bound",
                table: "measurements",
                type: "text",
                nullable: false,
                defaultValue: "Exactly");

            migrationBuilder.AddColumn<string>(
                name: "Doubt",
                table: "measurements",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "DiedOn",
                table: "patients");

            migrationBuilder.DropColumn(
                name: "HasDied",
                table: "patients");

            migrationBuilder.DropColumn(
                name: "IsReplaced",
                table: "patients");

            migrationBuilder.DropColumn(
                name: "Bound",
                table: "measurements");

            migrationBuilder.DropColumn(
                name: "Doubt",
                table: "measurements");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mooring.Practice.Migrations.Sqlite
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HasDied",
                table: "patients",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsReplaced",
                table: "patients",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Bound",
                table: "measurements",
                type: "TEXT",
                nullable: false,
                defaultValue: "Exactly");

            migrationBuilder.AddColumn<string>(
                name: "Doubt",
                table: "measurements",
                type: "TEXT",
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

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mooring.Practice.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddPronouns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "OtherPronoun",
                table: "patients",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Pronoun",
                table: "patients",
                type: "TEXT",
                nullable: false,
                defaultValue: "NotSaid");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "OtherPronoun",
                table: "patients");

            migrationBuilder.DropColumn(
                name: "Pronoun",
                table: "patients");
        }
    }
}

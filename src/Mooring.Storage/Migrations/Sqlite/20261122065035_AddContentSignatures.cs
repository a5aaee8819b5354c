using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mooring.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddContentSignatures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "content_signatures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    File = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ClinicId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_signatures", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_content_signatures_ClinicId",
                table: "content_signatures",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_content_signatures_ClinicId_File",
                table: "content_signatures",
                columns: new[] { "ClinicId", "File" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "content_signatures");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mooring.Storage.Migrations.Postgres
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    File = table.Column<string>(type: "text", nullable: false),
                    Hash = table.Column<string>(type: "text", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    ClinicId = table.Column<Guid>(type: "uuid", nullable: false)
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

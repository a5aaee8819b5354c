using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mooring.Practice.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MeasuredByOurClock : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_readings_SessionId_At",
                table: "readings");

            migrationBuilder.DropIndex(
                name: "IX_reading_sets_SessionId_At",
                table: "reading_sets");

            migrationBuilder.AddColumn<long>(
                name: "SeatedAt",
                table: "sessions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MeasuredAt",
                table: "readings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "MeasuredAt",
                table: "reading_sets",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            // What was kept before counts as it did, and never later than it arrived.
            migrationBuilder.Sql("""UPDATE readings SET "MeasuredAt" = CASE WHEN "At" > "ReceivedAt" THEN "ReceivedAt" ELSE "At" END""");

            migrationBuilder.Sql("""UPDATE reading_sets SET "MeasuredAt" = CASE WHEN "At" > "ReceivedAt" THEN "ReceivedAt" ELSE "At" END""");

            migrationBuilder.CreateIndex(
                name: "IX_readings_SessionId_MeasuredAt",
                table: "readings",
                columns: new[] { "SessionId", "MeasuredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_reading_sets_SessionId_MeasuredAt",
                table: "reading_sets",
                columns: new[] { "SessionId", "MeasuredAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_readings_SessionId_MeasuredAt",
                table: "readings");

            migrationBuilder.DropIndex(
                name: "IX_reading_sets_SessionId_MeasuredAt",
                table: "reading_sets");

            migrationBuilder.DropColumn(
                name: "SeatedAt",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "MeasuredAt",
                table: "readings");

            migrationBuilder.DropColumn(
                name: "MeasuredAt",
                table: "reading_sets");

            migrationBuilder.CreateIndex(
                name: "IX_readings_SessionId_At",
                table: "readings",
                columns: new[] { "SessionId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_reading_sets_SessionId_At",
                table: "reading_sets",
                columns: new[] { "SessionId", "At" });
        }
    }
}

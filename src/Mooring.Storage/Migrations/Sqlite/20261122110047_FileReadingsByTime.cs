using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mooring.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FileReadingsByTime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_visits_ClinicId",
                table: "visits");

            migrationBuilder.DropIndex(
                name: "IX_sessions_ClinicId",
                table: "sessions");

            migrationBuilder.DropIndex(
                name: "IX_readings_ClinicId",
                table: "readings");

            migrationBuilder.DropIndex(
                name: "IX_readings_ClinicId_Device_Code_At_SubId_Value",
                table: "readings");

            migrationBuilder.DropIndex(
                name: "IX_quarantine_ClinicId",
                table: "quarantine");

            migrationBuilder.DropIndex(
                name: "IX_person_keys_ClinicId",
                table: "person_keys");

            migrationBuilder.DropIndex(
                name: "IX_patients_ClinicId",
                table: "patients");

            migrationBuilder.DropIndex(
                name: "IX_messages_ClinicId",
                table: "messages");

            migrationBuilder.DropIndex(
                name: "IX_messages_ClinicId_Source_ControlId_SentAt_BodyHash",
                table: "messages");

            migrationBuilder.DropIndex(
                name: "IX_devices_ClinicId",
                table: "devices");

            migrationBuilder.DropIndex(
                name: "IX_content_signatures_ClinicId",
                table: "content_signatures");

            migrationBuilder.DropIndex(
                name: "IX_content_ClinicId",
                table: "content");

            migrationBuilder.DropIndex(
                name: "IX_chairs_ClinicId",
                table: "chairs");

            migrationBuilder.CreateIndex(
                name: "IX_readings_ClinicId_At_Device_Code_SubId_Value",
                table: "readings",
                columns: new[] { "ClinicId", "At", "Device", "Code", "SubId", "Value" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_messages_ClinicId_SentAt_Source_ControlId_BodyHash",
                table: "messages",
                columns: new[] { "ClinicId", "SentAt", "Source", "ControlId", "BodyHash" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_readings_ClinicId_At_Device_Code_SubId_Value",
                table: "readings");

            migrationBuilder.DropIndex(
                name: "IX_messages_ClinicId_SentAt_Source_ControlId_BodyHash",
                table: "messages");

            migrationBuilder.CreateIndex(
                name: "IX_visits_ClinicId",
                table: "visits",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_ClinicId",
                table: "sessions",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_readings_ClinicId",
                table: "readings",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_readings_ClinicId_Device_Code_At_SubId_Value",
                table: "readings",
                columns: new[] { "ClinicId", "Device", "Code", "At", "SubId", "Value" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_quarantine_ClinicId",
                table: "quarantine",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_person_keys_ClinicId",
                table: "person_keys",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_patients_ClinicId",
                table: "patients",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_messages_ClinicId",
                table: "messages",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_messages_ClinicId_Source_ControlId_SentAt_BodyHash",
                table: "messages",
                columns: new[] { "ClinicId", "Source", "ControlId", "SentAt", "BodyHash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_devices_ClinicId",
                table: "devices",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_content_signatures_ClinicId",
                table: "content_signatures",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_content_ClinicId",
                table: "content",
                column: "ClinicId");

            migrationBuilder.CreateIndex(
                name: "IX_chairs_ClinicId",
                table: "chairs",
                column: "ClinicId");
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Intranet.App.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ExpiringDocuments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "KeptAt",
                table: "Nodes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ExpiryDays",
                table: "KeepingRules",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ExpirySince",
                table: "KeepingRules",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "KeptAt",
                table: "Nodes");

            migrationBuilder.DropColumn(
                name: "ExpiryDays",
                table: "KeepingRules");

            migrationBuilder.DropColumn(
                name: "ExpirySince",
                table: "KeepingRules");
        }
    }
}

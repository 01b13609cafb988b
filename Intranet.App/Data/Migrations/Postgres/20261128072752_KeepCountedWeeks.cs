using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Intranet.App.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class KeepCountedWeeks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CountedWeeks",
                columns: table => new
                {
                    SourceId = table.Column<int>(type: "integer", nullable: false),
                    Week = table.Column<int>(type: "integer", nullable: false),
                    Acts = table.Column<long>(type: "bigint", nullable: false),
                    Print = table.Column<long>(type: "bigint", nullable: false),
                    Reading = table.Column<bool>(type: "boolean", nullable: false),
                    Packed = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CountedWeeks", x => new { x.SourceId, x.Week });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CountedWeeks");
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Intranet.App.Data.Migrations.Sqlite
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
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    Week = table.Column<int>(type: "INTEGER", nullable: false),
                    Acts = table.Column<long>(type: "INTEGER", nullable: false),
                    Print = table.Column<long>(type: "INTEGER", nullable: false),
                    Reading = table.Column<bool>(type: "INTEGER", nullable: false),
                    Packed = table.Column<byte[]>(type: "BLOB", nullable: false)
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

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Intranet.App.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class QueryLogAndAliases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Aliases",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Aliases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Aliases_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "QueryLog",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    TeamId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Window = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QueryLog", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Posts_AuthorId_At_Id",
                table: "Posts",
                columns: new[] { "AuthorId", "At", "Id" },
                filter: "\"RemovedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Aliases_PersonId",
                table: "Aliases",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_QueryLog_At",
                table: "QueryLog",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_QueryLog_PersonId_At",
                table: "QueryLog",
                columns: new[] { "PersonId", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Aliases");

            migrationBuilder.DropTable(
                name: "QueryLog");

            migrationBuilder.DropIndex(
                name: "IX_Posts_AuthorId_At_Id",
                table: "Posts");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Intranet.App.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PicturesOfTexts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Showings",
                columns: table => new
                {
                    PictureId = table.Column<Guid>(type: "uuid", nullable: false),
                    SpaceId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Showings", x => new { x.PictureId, x.SpaceId });
                    table.ForeignKey(
                        name: "FK_Showings_Pictures_PictureId",
                        column: x => x.PictureId,
                        principalTable: "Pictures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Showings_Spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "Spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Showings_SpaceId",
                table: "Showings",
                column: "SpaceId");

            migrationBuilder.Sql("""INSERT INTO "Showings" ("PictureId", "SpaceId") SELECT "Id", "SpaceId" FROM "Pictures";""");

            migrationBuilder.DropForeignKey(
                name: "FK_Pictures_Spaces_SpaceId",
                table: "Pictures");

            migrationBuilder.DropIndex(
                name: "IX_Pictures_SpaceId",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "SpaceId",
                table: "Pictures");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Showings");

            migrationBuilder.AddColumn<Guid>(
                name: "SpaceId",
                table: "Pictures",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.CreateIndex(
                name: "IX_Pictures_SpaceId",
                table: "Pictures",
                column: "SpaceId");

            migrationBuilder.AddForeignKey(
                name: "FK_Pictures_Spaces_SpaceId",
                table: "Pictures",
                column: "SpaceId",
                principalTable: "Spaces",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}

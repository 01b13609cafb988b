using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Intranet.App.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class KeepingRules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "KeepingRules",
                columns: table => new
                {
                    SpaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    TrashDays = table.Column<int>(type: "integer", nullable: false),
                    Versions = table.Column<int>(type: "integer", nullable: true),
                    VersionDays = table.Column<int>(type: "integer", nullable: false),
                    LeastDays = table.Column<int>(type: "integer", nullable: true),
                    HeldAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    HeldById = table.Column<Guid>(type: "uuid", nullable: true),
                    HeldBecause = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeepingRules", x => x.SpaceId);
                    table.ForeignKey(
                        name: "FK_KeepingRules_Spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "Spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KeepingRules");
        }
    }
}

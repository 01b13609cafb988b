using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Intranet.App.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DocumentTexts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "ReadNumber",
                table: "Nodes",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "DocumentTexts",
                columns: table => new
                {
                    NodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    SpaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentTexts", x => x.NodeId);
                    table.ForeignKey(
                        name: "FK_DocumentTexts_Nodes_NodeId",
                        column: x => x.NodeId,
                        principalTable: "Nodes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Nodes_Unread",
                table: "Nodes",
                column: "ChangedAt",
                filter: "\"ReadNumber\" < \"Number\" AND \"RemovedAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DocumentTexts");

            migrationBuilder.DropIndex(
                name: "IX_Nodes_Unread",
                table: "Nodes");

            migrationBuilder.DropColumn(
                name: "ReadNumber",
                table: "Nodes");
        }
    }
}

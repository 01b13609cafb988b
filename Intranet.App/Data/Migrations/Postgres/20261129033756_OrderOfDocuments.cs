using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Intranet.App.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class OrderOfDocuments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The words of documents hold tags from now on: the next start makes and fills their index anew.
            migrationBuilder.Sql(
                """
                DROP FUNCTION IF EXISTS document_named() CASCADE;
                DROP FUNCTION IF EXISTS document_removed() CASCADE;
                DROP FUNCTION IF EXISTS document_gone() CASCADE;
                DROP FUNCTION IF EXISTS document_read() CASCADE;
                DROP FUNCTION IF EXISTS document_discussed() CASCADE;
                DROP FUNCTION IF EXISTS document_said(uuid);
                DROP FUNCTION IF EXISTS document_words(text, text);
                DROP TABLE IF EXISTS "DocumentRows";
                """
            );

            migrationBuilder.AddColumn<string>(
                name: "TagLine",
                table: "Nodes",
                type: "character varying(840)",
                maxLength: 840,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "Columns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SpaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ChoiceLines = table.Column<string>(type: "character varying(2050)", maxLength: 2050, nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RemovedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Columns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Columns_Spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "Spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NodeTags",
                columns: table => new
                {
                    NodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    SpaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NodeTags", x => new { x.NodeId, x.Key });
                    table.ForeignKey(
                        name: "FK_NodeTags_Nodes_NodeId",
                        column: x => x.NodeId,
                        principalTable: "Nodes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SavedViews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SpaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    MadeById = table.Column<Guid>(type: "uuid", nullable: false),
                    Shared = table.Column<bool>(type: "boolean", nullable: false),
                    Name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Wish = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    ClientKey = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedViews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedViews_Spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "Spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ColumnValues",
                columns: table => new
                {
                    NodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    ColumnId = table.Column<Guid>(type: "uuid", nullable: false),
                    SpaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Key = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false, collation: "C"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ColumnValues", x => new { x.NodeId, x.ColumnId });
                    table.ForeignKey(
                        name: "FK_ColumnValues_Columns_ColumnId",
                        column: x => x.ColumnId,
                        principalTable: "Columns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ColumnValues_Nodes_NodeId",
                        column: x => x.NodeId,
                        principalTable: "Nodes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Columns_SpaceId",
                table: "Columns",
                column: "SpaceId");

            migrationBuilder.CreateIndex(
                name: "IX_ColumnValues_ColumnId_Key",
                table: "ColumnValues",
                columns: new[] { "ColumnId", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_NodeTags_SpaceId_Key",
                table: "NodeTags",
                columns: new[] { "SpaceId", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_SavedViews_MadeById_ClientKey",
                table: "SavedViews",
                columns: new[] { "MadeById", "ClientKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SavedViews_SpaceId",
                table: "SavedViews",
                column: "SpaceId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                DROP FUNCTION IF EXISTS document_named() CASCADE;
                DROP FUNCTION IF EXISTS document_removed() CASCADE;
                DROP FUNCTION IF EXISTS document_gone() CASCADE;
                DROP FUNCTION IF EXISTS document_read() CASCADE;
                DROP FUNCTION IF EXISTS document_discussed() CASCADE;
                DROP FUNCTION IF EXISTS document_said(uuid);
                DROP FUNCTION IF EXISTS document_words(text, text);
                DROP TABLE IF EXISTS "DocumentRows";
                """
            );

            migrationBuilder.DropTable(
                name: "ColumnValues");

            migrationBuilder.DropTable(
                name: "NodeTags");

            migrationBuilder.DropTable(
                name: "SavedViews");

            migrationBuilder.DropTable(
                name: "Columns");

            migrationBuilder.DropColumn(
                name: "TagLine",
                table: "Nodes");
        }
    }
}

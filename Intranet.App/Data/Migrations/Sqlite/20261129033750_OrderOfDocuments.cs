using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Intranet.App.Data.Migrations.Sqlite
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
                DROP TRIGGER IF EXISTS "Document_Added";
                DROP TRIGGER IF EXISTS "Document_Renamed";
                DROP TRIGGER IF EXISTS "Document_Removed";
                DROP TRIGGER IF EXISTS "Document_Gone";
                DROP TRIGGER IF EXISTS "Document_Read";
                DROP TRIGGER IF EXISTS "Document_ReadAgain";
                DROP TRIGGER IF EXISTS "Document_Discussed";
                DROP TRIGGER IF EXISTS "Document_DiscussedAgain";
                DROP TABLE IF EXISTS "DocumentWords";
                DROP TABLE IF EXISTS "DocumentRows";
                """
            );

            migrationBuilder.AddColumn<string>(
                name: "TagLine",
                table: "Nodes",
                type: "TEXT",
                maxLength: 840,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "Columns",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SpaceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ChoiceLines = table.Column<string>(type: "TEXT", maxLength: 2050, nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RemovedAt = table.Column<long>(type: "INTEGER", nullable: true)
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
                    NodeId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    SpaceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
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
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SpaceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MadeById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Shared = table.Column<bool>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Wish = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ClientKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
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
                    NodeId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ColumnId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SpaceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: true)
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
                DROP TRIGGER IF EXISTS "Document_Added";
                DROP TRIGGER IF EXISTS "Document_Renamed";
                DROP TRIGGER IF EXISTS "Document_Removed";
                DROP TRIGGER IF EXISTS "Document_Gone";
                DROP TRIGGER IF EXISTS "Document_Read";
                DROP TRIGGER IF EXISTS "Document_ReadAgain";
                DROP TRIGGER IF EXISTS "Document_Discussed";
                DROP TRIGGER IF EXISTS "Document_DiscussedAgain";
                DROP TABLE IF EXISTS "DocumentWords";
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

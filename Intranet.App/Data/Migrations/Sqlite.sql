CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

CREATE TABLE "Activities" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Activities" PRIMARY KEY AUTOINCREMENT,
    "At" INTEGER NOT NULL,
    "ActorId" BLOB NULL,
    "Verb" INTEGER NOT NULL,
    "Channel" INTEGER NOT NULL,
    "SpaceId" BLOB NULL,
    "ThingKind" INTEGER NOT NULL,
    "ThingId" BLOB NULL,
    "PostId" BLOB NULL,
    "OwnerId" BLOB NULL,
    "TeamId" BLOB NULL,
    "SourceId" INTEGER NOT NULL,
    "Counts" INTEGER NOT NULL,
    "ExternalKey" INTEGER NULL
);

CREATE TABLE "AspNetUsers" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_AspNetUsers" PRIMARY KEY,
    "UserName" TEXT NULL,
    "NormalizedUserName" TEXT NULL,
    "Email" TEXT NULL,
    "NormalizedEmail" TEXT NULL,
    "EmailConfirmed" INTEGER NOT NULL,
    "PasswordHash" TEXT NULL,
    "SecurityStamp" TEXT NULL,
    "ConcurrencyStamp" TEXT NULL,
    "PhoneNumber" TEXT NULL,
    "PhoneNumberConfirmed" INTEGER NOT NULL,
    "TwoFactorEnabled" INTEGER NOT NULL,
    "LockoutEnd" INTEGER NULL,
    "LockoutEnabled" INTEGER NOT NULL,
    "AccessFailedCount" INTEGER NOT NULL
);

CREATE TABLE "Bookmarks" (
    "PostId" BLOB NOT NULL,
    "PersonId" BLOB NOT NULL,
    "SpaceId" BLOB NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "PK_Bookmarks" PRIMARY KEY ("PersonId", "PostId")
);

CREATE TABLE "Bylines" (
    "Id" BLOB NOT NULL,
    "Name" TEXT NOT NULL,
    "AvatarKey" TEXT NULL,
    "Title" TEXT NULL,
    "Team" TEXT NULL,
    "Kind" INTEGER NOT NULL
);

CREATE TABLE "Cursors" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_Cursors" PRIMARY KEY,
    "Position" INTEGER NOT NULL
);

CREATE TABLE "Doorways" (
    "Id" BLOB NOT NULL,
    "Name" TEXT NOT NULL,
    "Description" TEXT NULL,
    "Purpose" INTEGER NOT NULL,
    "Openness" INTEGER NOT NULL,
    "LinkKey" TEXT NOT NULL,
    "ArchivedAt" INTEGER NULL
);

CREATE TABLE "Drafts" (
    "PersonId" BLOB NOT NULL,
    "Place" TEXT NOT NULL,
    "SpaceId" BLOB NULL,
    "Kind" INTEGER NOT NULL,
    "Title" TEXT NULL,
    "Markdown" TEXT NOT NULL,
    "Options" TEXT NULL,
    "People" TEXT NULL,
    "ClientKey" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "PK_Drafts" PRIMARY KEY ("PersonId", "Place")
);

CREATE TABLE "Follows" (
    "PostId" BLOB NOT NULL,
    "PersonId" BLOB NOT NULL,
    "SpaceId" BLOB NOT NULL,
    "Muted" INTEGER NOT NULL,
    CONSTRAINT "PK_Follows" PRIMARY KEY ("PersonId", "PostId")
);

CREATE TABLE "Insiders" (
    "Id" BLOB NOT NULL,
    "Duties" INTEGER NOT NULL
);

CREATE TABLE "Knocks" (
    "SpaceId" BLOB NOT NULL,
    "PersonId" BLOB NOT NULL,
    "InvitedUntil" INTEGER NULL,
    "DeclinedAt" INTEGER NULL
);

CREATE TABLE "Mentions" (
    "ThingId" BLOB NOT NULL,
    "PersonId" BLOB NOT NULL,
    "PostId" BLOB NOT NULL,
    "SpaceId" BLOB NOT NULL,
    CONSTRAINT "PK_Mentions" PRIMARY KEY ("ThingId", "PersonId")
);

CREATE TABLE "Notifications" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Notifications" PRIMARY KEY,
    "PersonId" BLOB NOT NULL,
    "Verb" INTEGER NOT NULL,
    "ActorId" BLOB NULL,
    "SpaceId" BLOB NULL,
    "PostId" BLOB NULL,
    "ThingId" BLOB NULL,
    "At" INTEGER NOT NULL,
    "ReadAt" INTEGER NULL
);

CREATE TABLE "PersonDays" (
    "SourceId" INTEGER NOT NULL,
    "Day" INTEGER NOT NULL,
    "PersonId" BLOB NOT NULL,
    "TeamId" BLOB NOT NULL,
    "Acts" INTEGER NOT NULL,
    "Opened" INTEGER NOT NULL,
    "Reacted" INTEGER NOT NULL,
    "Answered" INTEGER NOT NULL,
    "Authored" INTEGER NOT NULL,
    "ByMail" INTEGER NOT NULL,
    CONSTRAINT "PK_PersonDays" PRIMARY KEY ("SourceId", "Day", "PersonId", "TeamId")
);

CREATE TABLE "PersonWeeks" (
    "SourceId" INTEGER NOT NULL,
    "Week" INTEGER NOT NULL,
    "TeamId" BLOB NOT NULL,
    "PersonId" BLOB NOT NULL,
    "Acts" INTEGER NOT NULL,
    "Opened" INTEGER NOT NULL,
    "Reacted" INTEGER NOT NULL,
    "Answered" INTEGER NOT NULL,
    "Authored" INTEGER NOT NULL,
    "ByMail" INTEGER NOT NULL,
    CONSTRAINT "PK_PersonWeeks" PRIMARY KEY ("SourceId", "Week", "TeamId", "PersonId")
);

CREATE TABLE "PollOptions" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_PollOptions" PRIMARY KEY,
    "PostId" BLOB NOT NULL,
    "SpaceId" BLOB NOT NULL,
    "Order" INTEGER NOT NULL,
    "Text" TEXT NOT NULL
);

CREATE TABLE "PollVotes" (
    "PostId" BLOB NOT NULL,
    "PersonId" BLOB NOT NULL,
    "OptionId" BLOB NOT NULL,
    "SpaceId" BLOB NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "PK_PollVotes" PRIMARY KEY ("PostId", "PersonId")
);

CREATE TABLE "PostTopics" (
    "PostId" BLOB NOT NULL,
    "Topic" TEXT NOT NULL,
    "SpaceId" BLOB NOT NULL,
    CONSTRAINT "PK_PostTopics" PRIMARY KEY ("PostId", "Topic")
);

CREATE TABLE "Praises" (
    "PostId" BLOB NOT NULL,
    "PersonId" BLOB NOT NULL,
    "SpaceId" BLOB NOT NULL,
    CONSTRAINT "PK_Praises" PRIMARY KEY ("PostId", "PersonId")
);

CREATE TABLE "QuestionFates" (
    "PostId" BLOB NOT NULL CONSTRAINT "PK_QuestionFates" PRIMARY KEY,
    "SpaceId" BLOB NOT NULL,
    "AskerId" BLOB NULL,
    "TeamId" BLOB NULL,
    "AskedAt" INTEGER NOT NULL,
    "FirstAnswerAt" INTEGER NULL,
    "SettledAt" INTEGER NULL
);

CREATE TABLE "Reactions" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Reactions" PRIMARY KEY,
    "ThingId" BLOB NOT NULL,
    "PostId" BLOB NOT NULL,
    "SpaceId" BLOB NOT NULL,
    "PersonId" BLOB NULL,
    "Kind" INTEGER NOT NULL,
    "At" INTEGER NOT NULL
);

CREATE TABLE "Revisions" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Revisions" PRIMARY KEY,
    "ThingId" BLOB NOT NULL,
    "SpaceId" BLOB NOT NULL,
    "EditorId" BLOB NOT NULL,
    "Title" TEXT NULL,
    "Markdown" TEXT NOT NULL,
    "Html" TEXT NOT NULL,
    "At" INTEGER NOT NULL
);

CREATE TABLE "Seats" (
    "SpaceId" BLOB NOT NULL,
    "PersonId" BLOB NOT NULL,
    "Role" INTEGER NOT NULL,
    "EndsAt" INTEGER NULL,
    "JoinedAt" INTEGER NOT NULL
);

CREATE TABLE "Seen" (
    "PostId" BLOB NOT NULL,
    "PersonId" BLOB NOT NULL,
    "SpaceId" BLOB NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "PK_Seen" PRIMARY KEY ("PostId", "PersonId")
);

CREATE TABLE "Settings" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_Settings" PRIMARY KEY,
    "Value" TEXT NOT NULL
);

CREATE TABLE "SourceDays" (
    "SourceId" INTEGER NOT NULL,
    "Day" INTEGER NOT NULL,
    "Acts" INTEGER NOT NULL,
    CONSTRAINT "PK_SourceDays" PRIMARY KEY ("SourceId", "Day")
);

CREATE TABLE "Sources" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Sources" PRIMARY KEY,
    "Name" TEXT NOT NULL
);

CREATE TABLE "SpaceDays" (
    "SourceId" INTEGER NOT NULL,
    "Day" INTEGER NOT NULL,
    "SpaceId" BLOB NOT NULL,
    "Verb" INTEGER NOT NULL,
    "Acts" INTEGER NOT NULL,
    CONSTRAINT "PK_SpaceDays" PRIMARY KEY ("SourceId", "SpaceId", "Day", "Verb")
);

CREATE TABLE "SpacePersonDays" (
    "SourceId" INTEGER NOT NULL,
    "Day" INTEGER NOT NULL,
    "SpaceId" BLOB NOT NULL,
    "PersonId" BLOB NOT NULL,
    "Acts" INTEGER NOT NULL,
    "Contributions" INTEGER NOT NULL,
    CONSTRAINT "PK_SpacePersonDays" PRIMARY KEY ("SourceId", "SpaceId", "Day", "PersonId")
);

CREATE TABLE "Spaces" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Spaces" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Description" TEXT NULL,
    "Purpose" INTEGER NOT NULL,
    "Openness" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "ArchivedAt" INTEGER NULL,
    "LinkKey" TEXT NOT NULL,
    "Source" TEXT NULL,
    "OwnerTurns" INTEGER NOT NULL
);

CREATE TABLE "TeamDays" (
    "SourceId" INTEGER NOT NULL,
    "Day" INTEGER NOT NULL,
    "TeamId" BLOB NOT NULL,
    "Verb" INTEGER NOT NULL,
    "Channel" INTEGER NOT NULL,
    "Acts" INTEGER NOT NULL,
    CONSTRAINT "PK_TeamDays" PRIMARY KEY ("SourceId", "Day", "TeamId", "Verb", "Channel")
);

CREATE TABLE "Teams" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Teams" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "ParentId" BLOB NULL,
    "ManagerId" BLOB NULL,
    CONSTRAINT "FK_Teams_Teams_ParentId" FOREIGN KEY ("ParentId") REFERENCES "Teams" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "TieWeeks" (
    "SourceId" INTEGER NOT NULL,
    "Week" INTEGER NOT NULL,
    "FromId" BLOB NOT NULL,
    "ToId" BLOB NOT NULL,
    "Acts" INTEGER NOT NULL,
    CONSTRAINT "PK_TieWeeks" PRIMARY KEY ("SourceId", "Week", "FromId", "ToId")
);

CREATE TABLE "Vacancies" (
    "Id" BLOB NOT NULL,
    "Name" TEXT NULL,
    "Purpose" INTEGER NOT NULL,
    "Openness" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL
);

CREATE TABLE "AspNetUserClaims" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AspNetUserClaims" PRIMARY KEY AUTOINCREMENT,
    "UserId" BLOB NOT NULL,
    "ClaimType" TEXT NULL,
    "ClaimValue" TEXT NULL,
    CONSTRAINT "FK_AspNetUserClaims_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);

CREATE TABLE "AspNetUserLogins" (
    "LoginProvider" TEXT NOT NULL,
    "ProviderKey" TEXT NOT NULL,
    "ProviderDisplayName" TEXT NULL,
    "UserId" BLOB NOT NULL,
    CONSTRAINT "PK_AspNetUserLogins" PRIMARY KEY ("LoginProvider", "ProviderKey"),
    CONSTRAINT "FK_AspNetUserLogins_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);

CREATE TABLE "AspNetUserPasskeys" (
    "CredentialId" BLOB NOT NULL CONSTRAINT "PK_AspNetUserPasskeys" PRIMARY KEY,
    "UserId" BLOB NOT NULL,
    "Data" TEXT NOT NULL,
    CONSTRAINT "FK_AspNetUserPasskeys_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);

CREATE TABLE "AspNetUserTokens" (
    "UserId" BLOB NOT NULL,
    "LoginProvider" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Value" TEXT NULL,
    CONSTRAINT "PK_AspNetUserTokens" PRIMARY KEY ("UserId", "LoginProvider", "Name"),
    CONSTRAINT "FK_AspNetUserTokens_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Invitations" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Invitations" PRIMARY KEY,
    "SpaceId" BLOB NOT NULL,
    "InvitedById" BLOB NOT NULL,
    "Role" INTEGER NOT NULL,
    "At" INTEGER NOT NULL,
    "PersonId" BLOB NULL,
    "Email" TEXT NULL,
    "TokenHash" TEXT NULL,
    "SecondApproverId" BLOB NULL,
    "SecondApprovedAt" INTEGER NULL,
    "StayEndsAt" INTEGER NULL,
    "Extends" INTEGER NOT NULL,
    "ExpiresAt" INTEGER NOT NULL,
    "AcceptedAt" INTEGER NULL,
    "WithdrawnAt" INTEGER NULL,
    CONSTRAINT "FK_Invitations_Spaces_SpaceId" FOREIGN KEY ("SpaceId") REFERENCES "Spaces" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Pictures" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Pictures" PRIMARY KEY,
    "SpaceId" BLOB NOT NULL,
    "OwnerId" BLOB NOT NULL,
    "BlobKey" TEXT NOT NULL,
    "Width" INTEGER NOT NULL,
    "Height" INTEGER NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "FK_Pictures_Spaces_SpaceId" FOREIGN KEY ("SpaceId") REFERENCES "Spaces" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Posts" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Posts" PRIMARY KEY,
    "SpaceId" BLOB NOT NULL,
    "AuthorId" BLOB NOT NULL,
    "Kind" INTEGER NOT NULL,
    "Title" TEXT NULL,
    "At" INTEGER NOT NULL,
    "ClientKey" TEXT NOT NULL,
    "EditedAt" INTEGER NULL,
    "RemovedAt" INTEGER NULL,
    "RemovedById" BLOB NULL,
    "PinnedAt" INTEGER NULL,
    "AcceptedCommentId" BLOB NULL,
    "PollEndsAt" INTEGER NULL,
    "SharedPostId" BLOB NULL,
    "CommentCount" INTEGER NOT NULL,
    "Source" TEXT NULL,
    "ExternalId" TEXT NULL,
    "Excerpt" TEXT NOT NULL,
    "Html" TEXT NOT NULL,
    "Markdown" TEXT NOT NULL,
    "RendererVersion" INTEGER NOT NULL,
    CONSTRAINT "FK_Posts_Spaces_SpaceId" FOREIGN KEY ("SpaceId") REFERENCES "Spaces" ("Id") ON DELETE CASCADE
);

CREATE TABLE "People" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_People" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Email" TEXT NOT NULL,
    "Kind" INTEGER NOT NULL,
    "Duties" INTEGER NOT NULL,
    "TeamId" BLOB NULL,
    "ManagerId" BLOB NULL,
    "Title" TEXT NULL,
    "Location" TEXT NULL,
    "Pronouns" TEXT NULL,
    "TimeZone" TEXT NULL,
    "Language" TEXT NULL,
    "AvatarKey" TEXT NULL,
    "HidesPresence" INTEGER NOT NULL,
    "Since" INTEGER NULL,
    "DeactivatedAt" INTEGER NULL,
    "Placeholder" INTEGER NOT NULL,
    "ExternalId" TEXT NULL,
    CONSTRAINT "FK_People_People_ManagerId" FOREIGN KEY ("ManagerId") REFERENCES "People" ("Id") ON DELETE SET NULL,
    CONSTRAINT "FK_People_Teams_TeamId" FOREIGN KEY ("TeamId") REFERENCES "Teams" ("Id") ON DELETE SET NULL
);

CREATE TABLE "Comments" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Comments" PRIMARY KEY,
    "PostId" BLOB NOT NULL,
    "SpaceId" BLOB NOT NULL,
    "ParentId" BLOB NULL,
    "AuthorId" BLOB NOT NULL,
    "At" INTEGER NOT NULL,
    "ClientKey" TEXT NOT NULL,
    "EditedAt" INTEGER NULL,
    "RemovedAt" INTEGER NULL,
    "RemovedById" BLOB NULL,
    "ExternalId" TEXT NULL,
    "Excerpt" TEXT NOT NULL,
    "Html" TEXT NOT NULL,
    "Markdown" TEXT NOT NULL,
    "RendererVersion" INTEGER NOT NULL,
    CONSTRAINT "FK_Comments_Posts_PostId" FOREIGN KEY ("PostId") REFERENCES "Posts" ("Id") ON DELETE CASCADE
);

CREATE TABLE "AccessRequests" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_AccessRequests" PRIMARY KEY,
    "SpaceId" BLOB NOT NULL,
    "PersonId" BLOB NOT NULL,
    "Message" TEXT NULL,
    "At" INTEGER NOT NULL,
    "DecidedAt" INTEGER NULL,
    "DecidedById" BLOB NULL,
    "Admitted" INTEGER NULL,
    "Reason" TEXT NULL,
    CONSTRAINT "FK_AccessRequests_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_AccessRequests_Spaces_SpaceId" FOREIGN KEY ("SpaceId") REFERENCES "Spaces" ("Id") ON DELETE CASCADE
);

CREATE TABLE "AccessTokens" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_AccessTokens" PRIMARY KEY,
    "PersonId" BLOB NOT NULL,
    "Name" TEXT NOT NULL,
    "Hash" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "ExpiresAt" INTEGER NOT NULL,
    "WithdrawnAt" INTEGER NULL,
    CONSTRAINT "FK_AccessTokens_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE CASCADE
);

CREATE TABLE "EntryLinks" (
    "Hash" TEXT NOT NULL CONSTRAINT "PK_EntryLinks" PRIMARY KEY,
    "PersonId" BLOB NOT NULL,
    "ExpiresAt" INTEGER NOT NULL,
    CONSTRAINT "FK_EntryLinks_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Memberships" (
    "SpaceId" BLOB NOT NULL,
    "PersonId" BLOB NOT NULL,
    "Role" INTEGER NOT NULL,
    "JoinedAt" INTEGER NOT NULL,
    "EndsAt" INTEGER NULL,
    "SecondApproverId" BLOB NULL,
    "ReadUpTo" INTEGER NULL,
    "Muted" INTEGER NOT NULL,
    CONSTRAINT "PK_Memberships" PRIMARY KEY ("PersonId", "SpaceId"),
    CONSTRAINT "FK_Memberships_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Memberships_Spaces_SpaceId" FOREIGN KEY ("SpaceId") REFERENCES "Spaces" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Sessions" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Sessions" PRIMARY KEY,
    "PersonId" BLOB NOT NULL,
    "Device" TEXT NOT NULL,
    "Address" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "LastSeenAt" INTEGER NOT NULL,
    "EndedAt" INTEGER NULL,
    CONSTRAINT "FK_Sessions_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_AccessRequests_PersonId" ON "AccessRequests" ("PersonId");

CREATE UNIQUE INDEX "IX_AccessRequests_SpaceId_PersonId" ON "AccessRequests" ("SpaceId", "PersonId");

CREATE UNIQUE INDEX "IX_AccessTokens_Hash" ON "AccessTokens" ("Hash");

CREATE INDEX "IX_AccessTokens_PersonId" ON "AccessTokens" ("PersonId");

CREATE UNIQUE INDEX "IX_Activities_SourceId_ExternalKey" ON "Activities" ("SourceId", "ExternalKey") WHERE "ExternalKey" IS NOT NULL;

CREATE INDEX "IX_AspNetUserClaims_UserId" ON "AspNetUserClaims" ("UserId");

CREATE INDEX "IX_AspNetUserLogins_UserId" ON "AspNetUserLogins" ("UserId");

CREATE INDEX "IX_AspNetUserPasskeys_UserId" ON "AspNetUserPasskeys" ("UserId");

CREATE INDEX "EmailIndex" ON "AspNetUsers" ("NormalizedEmail");

CREATE UNIQUE INDEX "UserNameIndex" ON "AspNetUsers" ("NormalizedUserName");

CREATE UNIQUE INDEX "IX_Comments_AuthorId_ClientKey" ON "Comments" ("AuthorId", "ClientKey");

CREATE INDEX "IX_Comments_PostId_At" ON "Comments" ("PostId", "At");

CREATE INDEX "IX_EntryLinks_PersonId" ON "EntryLinks" ("PersonId");

CREATE INDEX "IX_Follows_PostId" ON "Follows" ("PostId");

CREATE INDEX "IX_Invitations_PersonId" ON "Invitations" ("PersonId");

CREATE INDEX "IX_Invitations_SpaceId" ON "Invitations" ("SpaceId");

CREATE UNIQUE INDEX "IX_Invitations_TokenHash" ON "Invitations" ("TokenHash");

CREATE INDEX "IX_Memberships_SpaceId" ON "Memberships" ("SpaceId");

CREATE INDEX "IX_Mentions_PersonId" ON "Mentions" ("PersonId");

CREATE INDEX "IX_Mentions_PostId" ON "Mentions" ("PostId");

CREATE INDEX "IX_Notifications_PersonId_At" ON "Notifications" ("PersonId", "At");

CREATE UNIQUE INDEX "IX_People_Email" ON "People" ("Email");

CREATE INDEX "IX_People_ExternalId" ON "People" ("ExternalId");

CREATE INDEX "IX_People_ManagerId" ON "People" ("ManagerId");

CREATE INDEX "IX_People_TeamId" ON "People" ("TeamId");

CREATE INDEX "IX_Pictures_SpaceId" ON "Pictures" ("SpaceId");

CREATE INDEX "IX_PollOptions_PostId" ON "PollOptions" ("PostId");

CREATE INDEX "IX_PollVotes_OptionId" ON "PollVotes" ("OptionId");

CREATE INDEX "IX_Posts_Announcements" ON "Posts" ("SpaceId", "At") WHERE "Kind" = 2;

CREATE INDEX "IX_Posts_At" ON "Posts" ("At");

CREATE UNIQUE INDEX "IX_Posts_AuthorId_ClientKey" ON "Posts" ("AuthorId", "ClientKey");

CREATE INDEX "IX_Posts_SharedPostId" ON "Posts" ("SharedPostId") WHERE "SharedPostId" IS NOT NULL;

CREATE INDEX "IX_Posts_SpaceId_At_Id" ON "Posts" ("SpaceId", "At", "Id") WHERE "RemovedAt" IS NULL;

CREATE INDEX "IX_Posts_SpaceId_PinnedAt" ON "Posts" ("SpaceId", "PinnedAt") WHERE "PinnedAt" IS NOT NULL;

CREATE INDEX "IX_PostTopics_Topic_PostId" ON "PostTopics" ("Topic", "PostId");

CREATE INDEX "IX_QuestionFates_AskedAt" ON "QuestionFates" ("AskedAt");

CREATE INDEX "IX_Reactions_PostId_ThingId_Kind" ON "Reactions" ("PostId", "ThingId", "Kind");

CREATE UNIQUE INDEX "IX_Reactions_ThingId_PersonId_Kind" ON "Reactions" ("ThingId", "PersonId", "Kind");

CREATE INDEX "IX_Revisions_ThingId" ON "Revisions" ("ThingId");

CREATE INDEX "IX_Sessions_PersonId" ON "Sessions" ("PersonId");

CREATE UNIQUE INDEX "IX_Sources_Name" ON "Sources" ("Name");

CREATE UNIQUE INDEX "IX_Spaces_LinkKey" ON "Spaces" ("LinkKey");

CREATE INDEX "IX_Teams_ParentId" ON "Teams" ("ParentId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261123142737_Initial', '10.0.15');

CREATE TABLE "Aliases" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Aliases" PRIMARY KEY,
    "PersonId" BLOB NOT NULL,
    "Counts" INTEGER NOT NULL,
    CONSTRAINT "FK_Aliases_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE CASCADE
);

CREATE TABLE "QueryLog" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_QueryLog" PRIMARY KEY,
    "PersonId" BLOB NULL,
    "Source" TEXT NOT NULL,
    "TeamId" BLOB NULL,
    "Scope" TEXT NOT NULL,
    "Window" TEXT NOT NULL,
    "At" INTEGER NOT NULL
);

CREATE INDEX "IX_Posts_AuthorId_At_Id" ON "Posts" ("AuthorId", "At", "Id") WHERE "RemovedAt" IS NULL;

CREATE INDEX "IX_Aliases_PersonId" ON "Aliases" ("PersonId");

CREATE INDEX "IX_QueryLog_At" ON "QueryLog" ("At");

CREATE INDEX "IX_QueryLog_PersonId_At" ON "QueryLog" ("PersonId", "At");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127234625_QueryLogAndAliases', '10.0.15');

CREATE TABLE "CountedWeeks" (
    "SourceId" INTEGER NOT NULL,
    "Week" INTEGER NOT NULL,
    "Acts" INTEGER NOT NULL,
    "Print" INTEGER NOT NULL,
    "Reading" INTEGER NOT NULL,
    "Packed" BLOB NOT NULL,
    CONSTRAINT "PK_CountedWeeks" PRIMARY KEY ("SourceId", "Week")
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128072748_KeepCountedWeeks', '10.0.15');

CREATE TABLE "Nodes" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Nodes" PRIMARY KEY,
    "SpaceId" BLOB NOT NULL,
    "Kind" INTEGER NOT NULL,
    "FolderId" BLOB NOT NULL,
    "Path" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "NameKey" TEXT NOT NULL,
    "MadeById" BLOB NOT NULL,
    "MadeAt" INTEGER NOT NULL,
    "ClientKey" TEXT NOT NULL,
    "ChangedById" BLOB NOT NULL,
    "ChangedAt" INTEGER NOT NULL,
    "Number" INTEGER NOT NULL,
    "Size" INTEGER NOT NULL,
    "ContentType" TEXT NULL,
    "RemovedAt" INTEGER NULL,
    "RemovedById" BLOB NULL,
    "RemovedWithId" BLOB NULL,
    CONSTRAINT "FK_Nodes_Spaces_SpaceId" FOREIGN KEY ("SpaceId") REFERENCES "Spaces" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Uploads" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Uploads" PRIMARY KEY,
    "SpaceId" BLOB NOT NULL,
    "PersonId" BLOB NOT NULL,
    "FolderId" BLOB NOT NULL,
    "Name" TEXT NOT NULL,
    "Size" INTEGER NOT NULL,
    "ClientKey" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "BlobKey" TEXT NULL,
    "NodeId" BLOB NULL,
    "Number" INTEGER NULL,
    CONSTRAINT "FK_Uploads_Spaces_SpaceId" FOREIGN KEY ("SpaceId") REFERENCES "Spaces" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Checkouts" (
    "NodeId" BLOB NOT NULL CONSTRAINT "PK_Checkouts" PRIMARY KEY,
    "SpaceId" BLOB NOT NULL,
    "PersonId" BLOB NOT NULL,
    "Note" TEXT NULL,
    "At" INTEGER NOT NULL,
    "Until" INTEGER NOT NULL,
    CONSTRAINT "FK_Checkouts_Nodes_NodeId" FOREIGN KEY ("NodeId") REFERENCES "Nodes" ("Id") ON DELETE CASCADE
);

CREATE TABLE "DocumentVersions" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_DocumentVersions" PRIMARY KEY,
    "NodeId" BLOB NOT NULL,
    "SpaceId" BLOB NOT NULL,
    "Number" INTEGER NOT NULL,
    "AuthorId" BLOB NOT NULL,
    "At" INTEGER NOT NULL,
    "Note" TEXT NULL,
    "Name" TEXT NOT NULL,
    "BlobKey" TEXT NOT NULL,
    "Size" INTEGER NOT NULL,
    "ContentType" TEXT NOT NULL,
    "ClientKey" TEXT NOT NULL,
    "RestoredFrom" INTEGER NULL,
    CONSTRAINT "FK_DocumentVersions_Nodes_NodeId" FOREIGN KEY ("NodeId") REFERENCES "Nodes" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Openings" (
    "VersionId" BLOB NOT NULL,
    "PersonId" BLOB NOT NULL,
    "SpaceId" BLOB NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "PK_Openings" PRIMARY KEY ("VersionId", "PersonId"),
    CONSTRAINT "FK_Openings_DocumentVersions_VersionId" FOREIGN KEY ("VersionId") REFERENCES "DocumentVersions" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_DocumentVersions_AuthorId_ClientKey" ON "DocumentVersions" ("AuthorId", "ClientKey");

CREATE INDEX "IX_DocumentVersions_BlobKey" ON "DocumentVersions" ("BlobKey");

CREATE UNIQUE INDEX "IX_DocumentVersions_NodeId_Number" ON "DocumentVersions" ("NodeId", "Number");

CREATE INDEX "IX_DocumentVersions_SpaceId_Size" ON "DocumentVersions" ("SpaceId", "Size");

CREATE INDEX "IX_Nodes_ChangedAt_Id" ON "Nodes" ("ChangedAt", "Id") WHERE "Kind" = 1 AND "RemovedAt" IS NULL;

CREATE INDEX "IX_Nodes_FolderId_Kind_NameKey" ON "Nodes" ("FolderId", "Kind", "NameKey") WHERE "RemovedAt" IS NULL;

CREATE UNIQUE INDEX "IX_Nodes_FolderId_NameKey" ON "Nodes" ("FolderId", "NameKey") WHERE "RemovedAt" IS NULL;

CREATE UNIQUE INDEX "IX_Nodes_MadeById_ClientKey" ON "Nodes" ("MadeById", "ClientKey");

CREATE INDEX "IX_Nodes_RemovedWithId" ON "Nodes" ("RemovedWithId") WHERE "RemovedWithId" IS NOT NULL;

CREATE INDEX "IX_Nodes_SpaceId" ON "Nodes" ("SpaceId");

CREATE INDEX "IX_Uploads_At" ON "Uploads" ("At");

CREATE UNIQUE INDEX "IX_Uploads_PersonId_ClientKey" ON "Uploads" ("PersonId", "ClientKey");

CREATE INDEX "IX_Uploads_SpaceId_Size" ON "Uploads" ("SpaceId", "Size") WHERE "NodeId" IS NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128095952_Documents', '10.0.15');

ALTER TABLE "Nodes" ADD "ReadNumber" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "DocumentTexts" (
    "NodeId" BLOB NOT NULL CONSTRAINT "PK_DocumentTexts" PRIMARY KEY,
    "SpaceId" BLOB NOT NULL,
    "Text" TEXT NOT NULL,
    CONSTRAINT "FK_DocumentTexts_Nodes_NodeId" FOREIGN KEY ("NodeId") REFERENCES "Nodes" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_Nodes_Unread" ON "Nodes" ("ChangedAt") WHERE "ReadNumber" < "Number" AND "RemovedAt" IS NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128131343_DocumentTexts', '10.0.15');

CREATE TABLE "FormerSeats" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_FormerSeats" PRIMARY KEY,
    "SpaceId" BLOB NOT NULL,
    "PersonId" BLOB NOT NULL,
    "JoinedAt" INTEGER NOT NULL,
    "LeftAt" INTEGER NOT NULL,
    CONSTRAINT "FK_FormerSeats_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_FormerSeats_Spaces_SpaceId" FOREIGN KEY ("SpaceId") REFERENCES "Spaces" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Placements" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Placements" PRIMARY KEY,
    "PersonId" BLOB NOT NULL,
    "TeamId" BLOB NULL,
    "From" INTEGER NULL,
    "Until" INTEGER NOT NULL,
    CONSTRAINT "FK_Placements_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_FormerSeats_PersonId" ON "FormerSeats" ("PersonId");

CREATE INDEX "IX_FormerSeats_SpaceId" ON "FormerSeats" ("SpaceId");

CREATE INDEX "IX_Placements_PersonId" ON "Placements" ("PersonId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128132634_KeepPlacements', '10.0.15');

CREATE TABLE "Stars" (
    "NodeId" BLOB NOT NULL,
    "PersonId" BLOB NOT NULL,
    "SpaceId" BLOB NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "PK_Stars" PRIMARY KEY ("PersonId", "NodeId"),
    CONSTRAINT "FK_Stars_Nodes_NodeId" FOREIGN KEY ("NodeId") REFERENCES "Nodes" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_Openings_PersonId_At" ON "Openings" ("PersonId", "At");

CREATE INDEX "IX_Stars_NodeId" ON "Stars" ("NodeId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128171409_Stars', '10.0.15');

CREATE TABLE "AppPasswords" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_AppPasswords" PRIMARY KEY,
    "PersonId" BLOB NOT NULL,
    "Name" TEXT NOT NULL,
    "Hash" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "LastUsedAt" INTEGER NULL,
    "WithdrawnAt" INTEGER NULL,
    CONSTRAINT "FK_AppPasswords_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE CASCADE
);

CREATE TABLE "LockTokens" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_LockTokens" PRIMARY KEY,
    "NodeId" BLOB NOT NULL,
    "SpaceId" BLOB NOT NULL,
    "PersonId" BLOB NOT NULL,
    "Shared" INTEGER NOT NULL,
    "Deep" INTEGER NOT NULL,
    "Owner" TEXT NULL,
    "Until" INTEGER NOT NULL,
    CONSTRAINT "FK_LockTokens_Nodes_NodeId" FOREIGN KEY ("NodeId") REFERENCES "Nodes" ("Id") ON DELETE CASCADE
);

CREATE TABLE "NodeProperties" (
    "NodeId" BLOB NOT NULL,
    "Namespace" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "SpaceId" BLOB NOT NULL,
    "Value" TEXT NOT NULL,
    CONSTRAINT "PK_NodeProperties" PRIMARY KEY ("NodeId", "Namespace", "Name"),
    CONSTRAINT "FK_NodeProperties_Nodes_NodeId" FOREIGN KEY ("NodeId") REFERENCES "Nodes" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_AppPasswords_Hash" ON "AppPasswords" ("Hash");

CREATE INDEX "IX_AppPasswords_PersonId" ON "AppPasswords" ("PersonId");

CREATE INDEX "IX_LockTokens_NodeId" ON "LockTokens" ("NodeId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128175528_DesktopDocuments', '10.0.15');

CREATE TABLE "Showings" (
    "PictureId" BLOB NOT NULL,
    "SpaceId" BLOB NOT NULL,
    CONSTRAINT "PK_Showings" PRIMARY KEY ("PictureId", "SpaceId"),
    CONSTRAINT "FK_Showings_Pictures_PictureId" FOREIGN KEY ("PictureId") REFERENCES "Pictures" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Showings_Spaces_SpaceId" FOREIGN KEY ("SpaceId") REFERENCES "Spaces" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_Showings_SpaceId" ON "Showings" ("SpaceId");

INSERT INTO "Showings" ("PictureId", "SpaceId") SELECT "Id", "SpaceId" FROM "Pictures";

DROP INDEX "IX_Pictures_SpaceId";

CREATE TABLE "ef_temp_Pictures" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Pictures" PRIMARY KEY,
    "At" INTEGER NOT NULL,
    "BlobKey" TEXT NOT NULL,
    "Height" INTEGER NOT NULL,
    "OwnerId" BLOB NOT NULL,
    "Width" INTEGER NOT NULL
);

INSERT INTO "ef_temp_Pictures" ("Id", "At", "BlobKey", "Height", "OwnerId", "Width")
SELECT "Id", "At", "BlobKey", "Height", "OwnerId", "Width"
FROM "Pictures";

PRAGMA foreign_keys = 0;

DROP TABLE "Pictures";

ALTER TABLE "ef_temp_Pictures" RENAME TO "Pictures";

PRAGMA foreign_keys = 1;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261129001341_PicturesOfTexts', '10.0.15');

ALTER TABLE "Drafts" ADD "PollEnds" INTEGER NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261129003442_DraftsOfPolls', '10.0.15');

ALTER TABLE "Nodes" ADD "ApprovedNumber" INTEGER NULL;

ALTER TABLE "DocumentVersions" ADD "Label" TEXT NULL;

CREATE TABLE "Approvals" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Approvals" PRIMARY KEY,
    "SpaceId" BLOB NOT NULL,
    "NodeId" BLOB NOT NULL,
    "Number" INTEGER NOT NULL,
    "AskedById" BLOB NOT NULL,
    "AskedAt" INTEGER NOT NULL,
    "Note" TEXT NULL,
    "ClientKey" TEXT NOT NULL,
    "State" INTEGER NOT NULL,
    "EndedAt" INTEGER NULL,
    CONSTRAINT "FK_Approvals_Nodes_NodeId" FOREIGN KEY ("NodeId") REFERENCES "Nodes" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Remarks" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Remarks" PRIMARY KEY,
    "NodeId" BLOB NOT NULL,
    "SpaceId" BLOB NOT NULL,
    "Number" INTEGER NOT NULL,
    "AuthorId" BLOB NOT NULL,
    "Text" TEXT NOT NULL,
    "Asks" INTEGER NOT NULL,
    "ClientKey" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "EditedAt" INTEGER NULL,
    "SettledById" BLOB NULL,
    "SettledAt" INTEGER NULL,
    "RemovedAt" INTEGER NULL,
    "RemovedById" BLOB NULL,
    CONSTRAINT "FK_Remarks_Nodes_NodeId" FOREIGN KEY ("NodeId") REFERENCES "Nodes" ("Id") ON DELETE CASCADE
);

CREATE TABLE "ShareLinks" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_ShareLinks" PRIMARY KEY,
    "SpaceId" BLOB NOT NULL,
    "NodeId" BLOB NOT NULL,
    "Kind" INTEGER NOT NULL,
    "Key" TEXT NOT NULL,
    "MadeById" BLOB NOT NULL,
    "MadeAt" INTEGER NOT NULL,
    "ClientKey" TEXT NOT NULL,
    "ExpiresAt" INTEGER NOT NULL,
    "PasswordHash" TEXT NULL,
    "DownloadLimit" INTEGER NULL,
    "Downloads" INTEGER NOT NULL,
    "Views" INTEGER NOT NULL,
    "Title" TEXT NULL,
    "WithdrawnAt" INTEGER NULL,
    "WithdrawnById" BLOB NULL,
    CONSTRAINT "FK_ShareLinks_Nodes_NodeId" FOREIGN KEY ("NodeId") REFERENCES "Nodes" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Watches" (
    "NodeId" BLOB NOT NULL,
    "PersonId" BLOB NOT NULL,
    "SpaceId" BLOB NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "PK_Watches" PRIMARY KEY ("PersonId", "NodeId"),
    CONSTRAINT "FK_Watches_Nodes_NodeId" FOREIGN KEY ("NodeId") REFERENCES "Nodes" ("Id") ON DELETE CASCADE
);

CREATE TABLE "ApprovalVoices" (
    "ApprovalId" BLOB NOT NULL,
    "PersonId" BLOB NOT NULL,
    "SpaceId" BLOB NOT NULL,
    "Agrees" INTEGER NULL,
    "Word" TEXT NULL,
    "At" INTEGER NULL,
    CONSTRAINT "PK_ApprovalVoices" PRIMARY KEY ("ApprovalId", "PersonId"),
    CONSTRAINT "FK_ApprovalVoices_Approvals_ApprovalId" FOREIGN KEY ("ApprovalId") REFERENCES "Approvals" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Received" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Received" PRIMARY KEY,
    "LinkId" BLOB NOT NULL,
    "SpaceId" BLOB NOT NULL,
    "FolderId" BLOB NOT NULL,
    "Name" TEXT NOT NULL,
    "From" TEXT NOT NULL,
    "Size" INTEGER NOT NULL,
    "ContentType" TEXT NOT NULL,
    "BlobKey" TEXT NOT NULL,
    "ClientKey" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "FK_Received_ShareLinks_LinkId" FOREIGN KEY ("LinkId") REFERENCES "ShareLinks" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_Approvals_AskedById_ClientKey" ON "Approvals" ("AskedById", "ClientKey");

CREATE INDEX "IX_Approvals_NodeId_AskedAt" ON "Approvals" ("NodeId", "AskedAt");

CREATE UNIQUE INDEX "IX_Approvals_NodeId_Number" ON "Approvals" ("NodeId", "Number") WHERE "State" = 0;

CREATE INDEX "IX_ApprovalVoices_PersonId" ON "ApprovalVoices" ("PersonId") WHERE "Agrees" IS NULL;

CREATE INDEX "IX_Received_BlobKey" ON "Received" ("BlobKey");

CREATE INDEX "IX_Received_FolderId_At" ON "Received" ("FolderId", "At");

CREATE UNIQUE INDEX "IX_Received_LinkId_ClientKey" ON "Received" ("LinkId", "ClientKey");

CREATE UNIQUE INDEX "IX_Remarks_AuthorId_ClientKey" ON "Remarks" ("AuthorId", "ClientKey");

CREATE INDEX "IX_Remarks_NodeId_At" ON "Remarks" ("NodeId", "At");

CREATE UNIQUE INDEX "IX_ShareLinks_Key" ON "ShareLinks" ("Key");

CREATE UNIQUE INDEX "IX_ShareLinks_MadeById_ClientKey" ON "ShareLinks" ("MadeById", "ClientKey");

CREATE INDEX "IX_ShareLinks_NodeId" ON "ShareLinks" ("NodeId");

CREATE INDEX "IX_ShareLinks_SpaceId_ExpiresAt" ON "ShareLinks" ("SpaceId", "ExpiresAt");

CREATE INDEX "IX_Watches_NodeId" ON "Watches" ("NodeId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261129024032_PeopleAndDocuments', '10.0.15');

CREATE TABLE "KeepingRules" (
    "SpaceId" BLOB NOT NULL CONSTRAINT "PK_KeepingRules" PRIMARY KEY,
    "TrashDays" INTEGER NOT NULL,
    "Versions" INTEGER NULL,
    "VersionDays" INTEGER NOT NULL,
    "LeastDays" INTEGER NULL,
    "HeldAt" INTEGER NULL,
    "HeldById" BLOB NULL,
    "HeldBecause" TEXT NULL,
    CONSTRAINT "FK_KeepingRules_Spaces_SpaceId" FOREIGN KEY ("SpaceId") REFERENCES "Spaces" ("Id") ON DELETE CASCADE
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261129030940_KeepingRules', '10.0.15');

CREATE TABLE "PageCares" (
    "NodeId" BLOB NOT NULL CONSTRAINT "PK_PageCares" PRIMARY KEY,
    "SpaceId" BLOB NOT NULL,
    "OwnerId" BLOB NULL,
    "ReviewBy" TEXT NULL,
    "Days" INTEGER NOT NULL,
    "IsTemplate" INTEGER NOT NULL,
    "ToldOf" TEXT NULL,
    CONSTRAINT "FK_PageCares_Nodes_NodeId" FOREIGN KEY ("NodeId") REFERENCES "Nodes" ("Id") ON DELETE CASCADE
);

CREATE TABLE "PageDrafts" (
    "NodeId" BLOB NOT NULL,
    "PersonId" BLOB NOT NULL,
    "SpaceId" BLOB NOT NULL,
    "Number" INTEGER NOT NULL,
    "Text" TEXT NOT NULL,
    "ClientKey" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "PK_PageDrafts" PRIMARY KEY ("PersonId", "NodeId"),
    CONSTRAINT "FK_PageDrafts_Nodes_NodeId" FOREIGN KEY ("NodeId") REFERENCES "Nodes" ("Id") ON DELETE CASCADE
);

CREATE TABLE "PageEditings" (
    "NodeId" BLOB NOT NULL,
    "PersonId" BLOB NOT NULL,
    "SpaceId" BLOB NOT NULL,
    "Until" INTEGER NOT NULL,
    CONSTRAINT "PK_PageEditings" PRIMARY KEY ("NodeId", "PersonId"),
    CONSTRAINT "FK_PageEditings_Nodes_NodeId" FOREIGN KEY ("NodeId") REFERENCES "Nodes" ("Id") ON DELETE CASCADE
);

CREATE TABLE "PageLinks" (
    "FromNodeId" BLOB NOT NULL,
    "ToNodeId" BLOB NOT NULL,
    "SpaceId" BLOB NOT NULL,
    CONSTRAINT "PK_PageLinks" PRIMARY KEY ("FromNodeId", "ToNodeId"),
    CONSTRAINT "FK_PageLinks_Nodes_FromNodeId" FOREIGN KEY ("FromNodeId") REFERENCES "Nodes" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_PageCares_ReviewBy" ON "PageCares" ("ReviewBy") WHERE "OwnerId" IS NOT NULL;

CREATE INDEX "IX_PageCares_SpaceId" ON "PageCares" ("SpaceId") WHERE "IsTemplate";

CREATE INDEX "IX_PageDrafts_NodeId" ON "PageDrafts" ("NodeId");

CREATE INDEX "IX_PageLinks_ToNodeId" ON "PageLinks" ("ToNodeId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261129032507_WikiPages', '10.0.15');

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

ALTER TABLE "Nodes" ADD "TagLine" TEXT NOT NULL DEFAULT '';

CREATE TABLE "Columns" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_Columns" PRIMARY KEY,
    "SpaceId" BLOB NOT NULL,
    "Kind" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    "ChoiceLines" TEXT NOT NULL,
    "MadeAt" INTEGER NOT NULL,
    "RemovedAt" INTEGER NULL,
    CONSTRAINT "FK_Columns_Spaces_SpaceId" FOREIGN KEY ("SpaceId") REFERENCES "Spaces" ("Id") ON DELETE CASCADE
);

CREATE TABLE "NodeTags" (
    "NodeId" BLOB NOT NULL,
    "Key" TEXT NOT NULL,
    "SpaceId" BLOB NOT NULL,
    "Name" TEXT NOT NULL,
    CONSTRAINT "PK_NodeTags" PRIMARY KEY ("NodeId", "Key"),
    CONSTRAINT "FK_NodeTags_Nodes_NodeId" FOREIGN KEY ("NodeId") REFERENCES "Nodes" ("Id") ON DELETE CASCADE
);

CREATE TABLE "SavedViews" (
    "Id" BLOB NOT NULL CONSTRAINT "PK_SavedViews" PRIMARY KEY,
    "SpaceId" BLOB NOT NULL,
    "MadeById" BLOB NOT NULL,
    "Shared" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    "Wish" TEXT NOT NULL,
    "ClientKey" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "FK_SavedViews_Spaces_SpaceId" FOREIGN KEY ("SpaceId") REFERENCES "Spaces" ("Id") ON DELETE CASCADE
);

CREATE TABLE "ColumnValues" (
    "NodeId" BLOB NOT NULL,
    "ColumnId" BLOB NOT NULL,
    "SpaceId" BLOB NOT NULL,
    "Text" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "PersonId" BLOB NULL,
    CONSTRAINT "PK_ColumnValues" PRIMARY KEY ("NodeId", "ColumnId"),
    CONSTRAINT "FK_ColumnValues_Columns_ColumnId" FOREIGN KEY ("ColumnId") REFERENCES "Columns" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_ColumnValues_Nodes_NodeId" FOREIGN KEY ("NodeId") REFERENCES "Nodes" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_Columns_SpaceId" ON "Columns" ("SpaceId");

CREATE INDEX "IX_ColumnValues_ColumnId_Key" ON "ColumnValues" ("ColumnId", "Key");

CREATE INDEX "IX_NodeTags_SpaceId_Key" ON "NodeTags" ("SpaceId", "Key");

CREATE UNIQUE INDEX "IX_SavedViews_MadeById_ClientKey" ON "SavedViews" ("MadeById", "ClientKey");

CREATE INDEX "IX_SavedViews_SpaceId" ON "SavedViews" ("SpaceId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261129033750_OrderOfDocuments', '10.0.15');

ALTER TABLE "Nodes" ADD "KeptAt" INTEGER NULL;

ALTER TABLE "KeepingRules" ADD "ExpiryDays" INTEGER NULL;

ALTER TABLE "KeepingRules" ADD "ExpirySince" INTEGER NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261129063026_ExpiringDocuments', '10.0.15');

import { dialectOf } from "../dialect.ts";
import {
  addColumn,
  createIndex,
  createTable,
  dropColumn,
  type DukaMigration,
  dropTables,
  type MigrationDatabase,
} from "./migration.ts";

/** Work to be done after a commit, what members want to be told about, the shop's language, and invitations. */
export const jobsAndInvitations: DukaMigration = {
  name: "0005_jobs_and_invitations",
  oldestBinary: 1,
  async up(db) {
    await createJobs(db);
    await createAlertSettings(db);
    await createInvitations(db);
    await addColumn(db, "shops", { name: "language", type: dialectOf(db).columns.ascii(8) });
  },
  async down(db) {
    await dropColumn(db, "shops", "language");
    await dropTables(db, ["invitations", "alert_settings", "jobs"]);
  },
};

async function createJobs(db: MigrationDatabase): Promise<void> {
  const { ascii, integer, uuid, longText } = dialectOf(db).columns;
  await createTable(db, "jobs")
    .addColumn("shop_id", uuid, (column) => column.notNull())
    .addColumn("kind", ascii(32), (column) => column.notNull())
    .addColumn("job_key", ascii(80), (column) => column.notNull())
    .addColumn("payload", longText, (column) => column.notNull())
    .addColumn("created_at_ms", integer, (column) => column.notNull())
    .addColumn("due_at_ms", integer, (column) => column.notNull())
    .addColumn("lease_token", uuid)
    .addColumn("failure_count", integer, (column) => column.notNull())
    .addColumn("unknown_count", integer, (column) => column.notNull())
    .addColumn("last_problem", ascii(64))
    .addColumn("finished_at_ms", integer)
    .addColumn("outcome", ascii(16))
    .addPrimaryKeyConstraint("jobs_pk", ["shop_id", "kind", "job_key"])
    .addForeignKeyConstraint("jobs_shop_fk", ["shop_id"], "shops", ["id"])
    .execute();
  await createIndex(db, "jobs_due", { table: "jobs", columns: ["shop_id", "finished_at_ms", "due_at_ms"] });
}

async function createAlertSettings(db: MigrationDatabase): Promise<void> {
  const { integer, uuid, boolean } = dialectOf(db).columns;
  await createTable(db, "alert_settings")
    .addColumn("shop_id", uuid, (column) => column.notNull())
    .addColumn("user_id", integer, (column) => column.notNull())
    .addColumn("notify_email", boolean, (column) => column.notNull())
    .addColumn("notify_inapp", boolean, (column) => column.notNull())
    .addPrimaryKeyConstraint("alert_settings_pk", ["shop_id", "user_id"])
    .addForeignKeyConstraint("alert_settings_member_fk", ["shop_id", "user_id"], "members", ["shop_id", "user_id"])
    .execute();
}

/** Global, like tokens: whoever accepts knows a code and not yet a shop. */
async function createInvitations(db: MigrationDatabase): Promise<void> {
  const { ascii, text, integer, uuid } = dialectOf(db).columns;
  await createTable(db, "invitations")
    .addColumn("code_hash", ascii(64), (column) => column.notNull())
    .addColumn("id", uuid, (column) => column.notNull())
    .addColumn("shop_id", uuid, (column) => column.notNull())
    .addColumn("username", text(150), (column) => column.notNull())
    .addColumn("username_key", text(300), (column) => column.notNull())
    .addColumn("email", text(254))
    .addColumn("role", ascii(16), (column) => column.notNull())
    .addColumn("invited_by", integer, (column) => column.notNull())
    .addColumn("created_at_ms", integer, (column) => column.notNull())
    .addColumn("expires_at_ms", integer, (column) => column.notNull())
    .addColumn("accepted_at_ms", integer)
    .addColumn("revoked_at_ms", integer)
    .addPrimaryKeyConstraint("invitations_pk", ["code_hash"])
    .addUniqueConstraint("invitations_id", ["id"])
    .execute();
  await createIndex(db, "invitations_shop", { table: "invitations", columns: ["shop_id", "username_key"] });
}

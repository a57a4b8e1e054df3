import { type ColumnTypes, dialectOf } from "../dialect.ts";
import { createIndex, createTable, type DukaMigration, dropTables, type MigrationDatabase } from "./migration.ts";

/** Installation settings, logins, shops and their members. */
export const shopsAndPeople: DukaMigration = {
  name: "0001_shops_and_people",
  oldestBinary: 1,
  async up(db) {
    const { columns } = dialectOf(db);
    await createInstallation(db, columns);
    await createUsers(db, columns);
    await createTokens(db, columns);
    await createShops(db, columns);
  },
  async down(db) {
    await dropTables(db, ["members", "shops", "login_attempts", "tokens", "user_shops", "users"]);
    await dropTables(db, ["due_jobs", "global_counters", "server_settings"]);
  },
};

async function createInstallation(db: MigrationDatabase, { ascii, text, integer, uuid }: ColumnTypes): Promise<void> {
  await createTable(db, "server_settings")
    .addColumn("name", ascii(64), (column) => column.notNull())
    .addColumn("value", text(1000), (column) => column.notNull())
    .addPrimaryKeyConstraint("server_settings_pk", ["name"])
    .execute();
  await createTable(db, "global_counters")
    .addColumn("name", ascii(64), (column) => column.notNull())
    .addColumn("next", integer, (column) => column.notNull())
    .addPrimaryKeyConstraint("global_counters_pk", ["name"])
    .execute();
  await createTable(db, "due_jobs")
    .addColumn("shop_id", uuid, (column) => column.notNull())
    .addColumn("due_at_ms", integer, (column) => column.notNull())
    .addPrimaryKeyConstraint("due_jobs_pk", ["shop_id"])
    .execute();
  await createIndex(db, "due_jobs_due_at", { table: "due_jobs", columns: ["due_at_ms"] });
}

async function createUsers(db: MigrationDatabase, { ascii, text, integer, uuid }: ColumnTypes): Promise<void> {
  await createTable(db, "users")
    .addColumn("id", integer, (column) => column.notNull())
    .addColumn("username", text(150), (column) => column.notNull())
    .addColumn("username_key", text(300), (column) => column.notNull())
    .addColumn("email", text(254), (column) => column.notNull())
    .addColumn("email_key", text(508), (column) => column.notNull())
    .addColumn("password_hash", ascii(255), (column) => column.notNull())
    .addColumn("first_name", text(150), (column) => column.notNull())
    .addColumn("last_name", text(150), (column) => column.notNull())
    .addColumn("created_at_ms", integer, (column) => column.notNull())
    .addPrimaryKeyConstraint("users_pk", ["id"])
    .addUniqueConstraint("users_username_key", ["username_key"])
    .addUniqueConstraint("users_email_key", ["email_key"])
    .execute();
  await createTable(db, "user_shops")
    .addColumn("user_id", integer, (column) => column.notNull())
    .addColumn("shop_id", uuid, (column) => column.notNull())
    .addColumn("joined_at_ms", integer, (column) => column.notNull())
    .addPrimaryKeyConstraint("user_shops_pk", ["user_id", "shop_id"])
    .execute();
}

async function createTokens(db: MigrationDatabase, { ascii, text, integer, uuid }: ColumnTypes): Promise<void> {
  await createTable(db, "tokens")
    .addColumn("token_hash", ascii(64), (column) => column.notNull())
    .addColumn("id", uuid, (column) => column.notNull())
    .addColumn("kind", ascii(16), (column) => column.notNull())
    .addColumn("user_id", integer, (column) => column.notNull())
    .addColumn("shop_id", uuid, (column) => column.notNull())
    .addColumn("device_id", uuid)
    .addColumn("device_name", text(128), (column) => column.notNull())
    .addColumn("created_at_ms", integer, (column) => column.notNull())
    .addColumn("last_used_at_ms", integer, (column) => column.notNull())
    .addColumn("expires_at_ms", integer)
    .addColumn("revoked_at_ms", integer)
    .addPrimaryKeyConstraint("tokens_pk", ["token_hash"])
    .addUniqueConstraint("tokens_id", ["id"])
    .execute();
  await createIndex(db, "tokens_user", { table: "tokens", columns: ["user_id"] });
  await createIndex(db, "tokens_shop_device", { table: "tokens", columns: ["shop_id", "device_id"] });
  await createTable(db, "login_attempts")
    .addColumn("subject", ascii(80), (column) => column.notNull())
    .addColumn("failures", integer, (column) => column.notNull())
    .addColumn("window_started_at_ms", integer, (column) => column.notNull())
    .addPrimaryKeyConstraint("login_attempts_pk", ["subject"])
    .execute();
  await createIndex(db, "login_attempts_window", { table: "login_attempts", columns: ["window_started_at_ms"] });
}

async function createShops(db: MigrationDatabase, { ascii, text, integer, uuid }: ColumnTypes): Promise<void> {
  await createTable(db, "shops")
    .addColumn("id", uuid, (column) => column.notNull())
    .addColumn("name", text(255), (column) => column.notNull())
    .addColumn("currency", ascii(3), (column) => column.notNull())
    .addColumn("time_zone", ascii(64), (column) => column.notNull())
    .addColumn("day_cut_minutes", integer, (column) => column.notNull())
    .addColumn("version", integer, (column) => column.notNull())
    .addColumn("next_product_id", integer, (column) => column.notNull())
    .addColumn("next_sale_id", integer, (column) => column.notNull())
    .addColumn("next_movement_id", integer, (column) => column.notNull())
    .addColumn("next_alert_id", integer, (column) => column.notNull())
    .addColumn("created_at_ms", integer, (column) => column.notNull())
    .addPrimaryKeyConstraint("shops_pk", ["id"])
    .execute();
  await createTable(db, "members")
    .addColumn("shop_id", uuid, (column) => column.notNull())
    .addColumn("user_id", integer, (column) => column.notNull())
    .addColumn("role", ascii(16), (column) => column.notNull())
    .addColumn("created_at_ms", integer, (column) => column.notNull())
    .addColumn("removed_at_ms", integer)
    .addPrimaryKeyConstraint("members_pk", ["shop_id", "user_id"])
    .addForeignKeyConstraint("members_shop_fk", ["shop_id"], "shops", ["id"])
    .execute();
}

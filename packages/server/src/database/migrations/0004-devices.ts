import { type ColumnTypes, dialectOf } from "../dialect.ts";
import { createIndex, createTable, type DukaMigration, dropTables, type MigrationDatabase } from "./migration.ts";

/** Tills, how far their numbered facts are in, and what could not be applied. */
export const devices: DukaMigration = {
  name: "0004_devices",
  oldestBinary: 1,
  async up(db) {
    const { columns } = dialectOf(db);
    await createDevices(db, columns);
    await createResults(db, columns);
    await createQuarantine(db, columns);
  },
  async down(db) {
    await dropTables(db, ["quarantined_items", "device_results", "device_incarnations", "devices"]);
  },
};

async function createDevices(db: MigrationDatabase, columns: ColumnTypes): Promise<void> {
  const { text, integer, uuid, boolean } = columns;
  await createTable(db, "devices")
    .addColumn("shop_id", uuid, (column) => column.notNull())
    .addColumn("id", uuid, (column) => column.notNull())
    .addColumn("name", text(128), (column) => column.notNull())
    .addColumn("incarnation", uuid)
    .addColumn("enrolled_by", integer, (column) => column.notNull())
    .addColumn("created_at_ms", integer, (column) => column.notNull())
    .addColumn("last_seen_at_ms", integer)
    .addColumn("revoked_at_ms", integer)
    .addColumn("app_version", text(64))
    .addColumn("reported_at_ms", integer)
    .addColumn("unsent_count", integer)
    .addColumn("oldest_unsent_age_ms", integer)
    .addColumn("unsent_value_minor", integer)
    .addColumn("storage_persisted", boolean)
    .addColumn("storage_usage_bytes", integer)
    .addColumn("storage_quota_bytes", integer)
    .addColumn("clock_offset_ms", integer)
    .addColumn("clock_error_ms", integer)
    .addColumn("next_device_seq", integer)
    .addPrimaryKeyConstraint("devices_pk", ["shop_id", "id"])
    .addForeignKeyConstraint("devices_shop_fk", ["shop_id"], "shops", ["id"])
    .execute();
  await createTable(db, "device_incarnations")
    .addColumn("shop_id", uuid, (column) => column.notNull())
    .addColumn("device_id", uuid, (column) => column.notNull())
    .addColumn("incarnation", uuid, (column) => column.notNull())
    .addColumn("contiguous_device_seq", integer, (column) => column.notNull())
    .addColumn("first_seen_at_ms", integer, (column) => column.notNull())
    .addColumn("last_seen_at_ms", integer, (column) => column.notNull())
    .addPrimaryKeyConstraint("device_incarnations_pk", ["shop_id", "device_id", "incarnation"])
    .addForeignKeyConstraint("device_incarnations_device_fk", ["shop_id", "device_id"], "devices", ["shop_id", "id"])
    .execute();
}

async function createResults(db: MigrationDatabase, { ascii, integer, uuid }: ColumnTypes): Promise<void> {
  // The item is part of the key: a cloned profile re-uses numbers for other sales, and neither may be lost.
  await createTable(db, "device_results")
    .addColumn("shop_id", uuid, (column) => column.notNull())
    .addColumn("device_id", uuid, (column) => column.notNull())
    .addColumn("incarnation", uuid, (column) => column.notNull())
    .addColumn("device_seq", integer, (column) => column.notNull())
    .addColumn("item_id", uuid, (column) => column.notNull())
    .addColumn("status", ascii(16), (column) => column.notNull())
    .addColumn("sale_id", integer)
    .addColumn("received_at_ms", integer, (column) => column.notNull())
    .addPrimaryKeyConstraint("device_results_pk", ["shop_id", "device_id", "incarnation", "device_seq", "item_id"])
    .addForeignKeyConstraint("device_results_device_fk", ["shop_id", "device_id"], "devices", ["shop_id", "id"])
    .execute();
}

async function createQuarantine(db: MigrationDatabase, columns: ColumnTypes): Promise<void> {
  const { ascii, text, integer, uuid, longText } = columns;
  await createTable(db, "quarantined_items")
    .addColumn("shop_id", uuid, (column) => column.notNull())
    .addColumn("id", uuid, (column) => column.notNull())
    .addColumn("device_id", uuid, (column) => column.notNull())
    .addColumn("incarnation", uuid, (column) => column.notNull())
    .addColumn("device_seq", integer, (column) => column.notNull())
    .addColumn("item_id", uuid, (column) => column.notNull())
    .addColumn("kind", text(32), (column) => column.notNull())
    .addColumn("body", longText, (column) => column.notNull())
    .addColumn("sha256", ascii(64), (column) => column.notNull())
    .addColumn("code", ascii(64), (column) => column.notNull())
    .addColumn("detail", text(1000), (column) => column.notNull())
    .addColumn("received_at_ms", integer, (column) => column.notNull())
    .addColumn("resolved_at_ms", integer)
    .addColumn("resolved_by", integer)
    .addColumn("resolution", ascii(32))
    .addColumn("resolution_reason", text(1000))
    .addPrimaryKeyConstraint("quarantined_items_pk", ["shop_id", "id"])
    .addForeignKeyConstraint("quarantined_items_device_fk", ["shop_id", "device_id"], "devices", ["shop_id", "id"])
    .execute();
  await createIndex(db, "quarantined_items_received", {
    table: "quarantined_items",
    columns: ["shop_id", "device_id", "incarnation", "device_seq"],
  });
}

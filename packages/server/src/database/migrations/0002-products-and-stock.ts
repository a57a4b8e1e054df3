import { sql } from "kysely";
import { type ColumnTypes, dialectOf } from "../dialect.ts";
import { createIndex, createTable, type DukaMigration, dropTables, type MigrationDatabase } from "./migration.ts";

/** Products, the stock ledger and low-stock alerts. */
export const productsAndStock: DukaMigration = {
  name: "0002_products_and_stock",
  oldestBinary: 1,
  async up(db) {
    const { columns } = dialectOf(db);
    await createProducts(db, columns);
    await createMovements(db, columns);
    await createAlerts(db, columns);
  },
  async down(db) {
    await dropTables(db, ["alerts", "stock_movements", "products"]);
  },
};

async function createProducts(db: MigrationDatabase, columns: ColumnTypes): Promise<void> {
  const { text, integer, uuid, boolean, longText } = columns;
  await createTable(db, "products")
    .addColumn("shop_id", uuid, (column) => column.notNull())
    .addColumn("id", integer, (column) => column.notNull())
    .addColumn("uid", uuid, (column) => column.notNull())
    .addColumn("sku", text(64))
    .addColumn("sku_key", text(255))
    .addColumn("barcode", text(64))
    .addColumn("barcode_key", text(255))
    .addColumn("name", text(255), (column) => column.notNull())
    .addColumn("description", longText, (column) => column.notNull())
    .addColumn("unit_price_minor", integer, (column) => column.notNull())
    .addColumn("unit", text(32), (column) => column.notNull())
    .addColumn("is_volatile", boolean, (column) => column.notNull())
    .addColumn("stock_thousandths", integer)
    .addColumn("reorder_level_thousandths", integer)
    .addColumn("active", boolean, (column) => column.notNull())
    .addColumn("price_sold_at_ms", integer)
    .addColumn("created_by", integer, (column) => column.notNull())
    .addColumn("created_at_ms", integer, (column) => column.notNull())
    .addColumn("updated_at_ms", integer, (column) => column.notNull())
    .addColumn("version", integer, (column) => column.notNull())
    .addPrimaryKeyConstraint("products_pk", ["shop_id", "id"])
    .addUniqueConstraint("products_uid", ["shop_id", "uid"])
    .addUniqueConstraint("products_sku_key", ["shop_id", "sku_key"])
    .addUniqueConstraint("products_barcode_key", ["shop_id", "barcode_key"])
    .addForeignKeyConstraint("products_shop_fk", ["shop_id"], "shops", ["id"])
    .execute();
  await createIndex(db, "products_version", { table: "products", columns: ["shop_id", "version", "id"] });
}

async function createMovements(db: MigrationDatabase, { ascii, text, integer, uuid }: ColumnTypes): Promise<void> {
  await createTable(db, "stock_movements")
    .addColumn("shop_id", uuid, (column) => column.notNull())
    .addColumn("id", integer, (column) => column.notNull())
    .addColumn("product_id", integer, (column) => column.notNull())
    .addColumn("delta_thousandths", integer, (column) => column.notNull())
    .addColumn("resulting_stock_thousandths", integer, (column) => column.notNull())
    .addColumn("movement_type", ascii(16), (column) => column.notNull())
    .addColumn("reason", text(255), (column) => column.notNull())
    .addColumn("performed_by", integer)
    .addColumn("sale_id", integer)
    .addColumn("external_id", uuid)
    .addColumn("fingerprint", ascii(64))
    .addColumn("moved_at_ms", integer, (column) => column.notNull())
    .addPrimaryKeyConstraint("stock_movements_pk", ["shop_id", "id"])
    .addUniqueConstraint("stock_movements_external_id", ["shop_id", "external_id"])
    .addForeignKeyConstraint("stock_movements_product_fk", ["shop_id", "product_id"], "products", ["shop_id", "id"])
    .execute();
  await createIndex(db, "stock_movements_product", {
    table: "stock_movements",
    columns: ["shop_id", "product_id", "id"],
  });
}

async function createAlerts(db: MigrationDatabase, { ascii, integer, uuid }: ColumnTypes): Promise<void> {
  await createTable(db, "alerts")
    .addColumn("shop_id", uuid, (column) => column.notNull())
    .addColumn("id", integer, (column) => column.notNull())
    .addColumn("product_id", integer, (column) => column.notNull())
    .addColumn("open_product_id", integer)
    .addColumn("severity", ascii(16), (column) => column.notNull())
    .addColumn("stock_at_trigger_thousandths", integer, (column) => column.notNull())
    .addColumn("reorder_level_at_trigger_thousandths", integer, (column) => column.notNull())
    .addColumn("triggered_at_ms", integer, (column) => column.notNull())
    .addColumn("acknowledged_at_ms", integer)
    .addColumn("acknowledged_by", integer)
    .addColumn("acknowledged_severity", ascii(16))
    .addColumn("closed_at_ms", integer)
    .addColumn("version", integer, (column) => column.notNull())
    .addPrimaryKeyConstraint("alerts_pk", ["shop_id", "id"])
    .addUniqueConstraint("alerts_open_product", ["shop_id", "open_product_id"])
    .addForeignKeyConstraint("alerts_product_fk", ["shop_id", "product_id"], "products", ["shop_id", "id"])
    .addCheckConstraint("alerts_open_is_own", sql`open_product_id is null or open_product_id = product_id`)
    .execute();
  await createIndex(db, "alerts_version", { table: "alerts", columns: ["shop_id", "version", "id"] });
  await createIndex(db, "alerts_product", { table: "alerts", columns: ["shop_id", "product_id", "id"] });
}

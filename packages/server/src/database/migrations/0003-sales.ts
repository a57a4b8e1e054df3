import { type ColumnTypes, dialectOf } from "../dialect.ts";
import { createIndex, createTable, type DukaMigration, dropTables, type MigrationDatabase } from "./migration.ts";

/** Sales, what was sent for them, and the daily figures kept in step. */
export const sales: DukaMigration = {
  name: "0003_sales",
  oldestBinary: 1,
  async up(db) {
    const { columns } = dialectOf(db);
    await createSales(db, columns);
    await createContents(db, columns);
    await createLinesAndTenders(db, columns);
    await createDailySales(db, columns);
  },
  async down(db) {
    await dropTables(db, ["shop_daily_sales", "product_daily_sales", "sale_tenders", "sale_lines"]);
    await dropTables(db, ["sale_conflicts", "sale_contents", "sales"]);
  },
};

async function createSales(db: MigrationDatabase, columns: ColumnTypes): Promise<void> {
  const { ascii, text, integer, uuid, date } = columns;
  await createTable(db, "sales")
    .addColumn("shop_id", uuid, (column) => column.notNull())
    .addColumn("id", integer, (column) => column.notNull())
    .addColumn("external_id", uuid, (column) => column.notNull())
    .addColumn("fingerprint", ascii(64), (column) => column.notNull())
    .addColumn("sold_by", integer, (column) => column.notNull())
    .addColumn("device_id", uuid)
    .addColumn("device_incarnation", uuid)
    .addColumn("device_seq", integer)
    .addColumn("source_device", text(128), (column) => column.notNull())
    .addColumn("receipt_number", text(64))
    .addColumn("note", text(1000))
    .addColumn("total_minor", integer, (column) => column.notNull())
    .addColumn("client_timestamp_ms", integer)
    .addColumn("corrected_at_ms", integer)
    .addColumn("clock_offset_ms", integer)
    .addColumn("clock_error_ms", integer)
    .addColumn("received_at_ms", integer, (column) => column.notNull())
    .addColumn("synced_at_ms", integer, (column) => column.notNull())
    .addColumn("business_date", date, (column) => column.notNull())
    .addColumn("flags", text(1000), (column) => column.notNull())
    .addPrimaryKeyConstraint("sales_pk", ["shop_id", "id"])
    .addUniqueConstraint("sales_external_id", ["shop_id", "external_id"])
    .addForeignKeyConstraint("sales_shop_fk", ["shop_id"], "shops", ["id"])
    .execute();
  const indexes = [
    ["sales_business_date", ["shop_id", "business_date", "id"]],
    ["sales_sold_by", ["shop_id", "sold_by", "id"]],
    ["sales_receipt_number", ["shop_id", "receipt_number"]],
  ] as const;
  for (const [name, columnNames] of indexes) await createIndex(db, name, { table: "sales", columns: columnNames });
}

async function createContents(db: MigrationDatabase, columns: ColumnTypes): Promise<void> {
  const { ascii, integer, uuid, longText } = columns;
  await createTable(db, "sale_contents")
    .addColumn("shop_id", uuid, (column) => column.notNull())
    .addColumn("sale_id", integer, (column) => column.notNull())
    .addColumn("content", longText, (column) => column.notNull())
    .addPrimaryKeyConstraint("sale_contents_pk", ["shop_id", "sale_id"])
    .addForeignKeyConstraint("sale_contents_sale_fk", ["shop_id", "sale_id"], "sales", ["shop_id", "id"])
    .execute();
  await createTable(db, "sale_conflicts")
    .addColumn("shop_id", uuid, (column) => column.notNull())
    .addColumn("external_id", uuid, (column) => column.notNull())
    .addColumn("conflict_number", integer, (column) => column.notNull())
    .addColumn("fingerprint", ascii(64), (column) => column.notNull())
    .addColumn("content", longText, (column) => column.notNull())
    .addColumn("received_at_ms", integer, (column) => column.notNull())
    .addColumn("device_id", uuid)
    .addPrimaryKeyConstraint("sale_conflicts_pk", ["shop_id", "external_id", "conflict_number"])
    .addForeignKeyConstraint("sale_conflicts_sale_fk", ["shop_id", "external_id"], "sales", ["shop_id", "external_id"])
    .execute();
}

async function createLinesAndTenders(db: MigrationDatabase, { text, integer, uuid }: ColumnTypes): Promise<void> {
  await createTable(db, "sale_lines")
    .addColumn("shop_id", uuid, (column) => column.notNull())
    .addColumn("sale_id", integer, (column) => column.notNull())
    .addColumn("line_number", integer, (column) => column.notNull())
    .addColumn("product_id", integer, (column) => column.notNull())
    .addColumn("product_name", text(255), (column) => column.notNull())
    .addColumn("quantity_thousandths", integer, (column) => column.notNull())
    .addColumn("unit_price_minor", integer, (column) => column.notNull())
    .addColumn("subtotal_minor", integer, (column) => column.notNull())
    .addPrimaryKeyConstraint("sale_lines_pk", ["shop_id", "sale_id", "line_number"])
    .addForeignKeyConstraint("sale_lines_sale_fk", ["shop_id", "sale_id"], "sales", ["shop_id", "id"])
    .addForeignKeyConstraint("sale_lines_product_fk", ["shop_id", "product_id"], "products", ["shop_id", "id"])
    .execute();
  await createIndex(db, "sale_lines_product", { table: "sale_lines", columns: ["shop_id", "product_id", "sale_id"] });
  await createTable(db, "sale_tenders")
    .addColumn("shop_id", uuid, (column) => column.notNull())
    .addColumn("sale_id", integer, (column) => column.notNull())
    .addColumn("tender_number", integer, (column) => column.notNull())
    .addColumn("method", text(64), (column) => column.notNull())
    .addColumn("amount_minor", integer, (column) => column.notNull())
    .addColumn("reference", text(128))
    .addPrimaryKeyConstraint("sale_tenders_pk", ["shop_id", "sale_id", "tender_number"])
    .addForeignKeyConstraint("sale_tenders_sale_fk", ["shop_id", "sale_id"], "sales", ["shop_id", "id"])
    .execute();
}

async function createDailySales(db: MigrationDatabase, { integer, uuid, date }: ColumnTypes): Promise<void> {
  await createTable(db, "product_daily_sales")
    .addColumn("shop_id", uuid, (column) => column.notNull())
    .addColumn("product_id", integer, (column) => column.notNull())
    .addColumn("business_date", date, (column) => column.notNull())
    .addColumn("quantity_thousandths", integer, (column) => column.notNull())
    .addColumn("revenue_minor", integer, (column) => column.notNull())
    .addColumn("line_count", integer, (column) => column.notNull())
    .addPrimaryKeyConstraint("product_daily_sales_pk", ["shop_id", "product_id", "business_date"])
    .addForeignKeyConstraint("product_daily_sales_product_fk", ["shop_id", "product_id"], "products", ["shop_id", "id"])
    .execute();
  await createTable(db, "shop_daily_sales")
    .addColumn("shop_id", uuid, (column) => column.notNull())
    .addColumn("business_date", date, (column) => column.notNull())
    .addColumn("sale_count", integer, (column) => column.notNull())
    .addColumn("total_minor", integer, (column) => column.notNull())
    .addPrimaryKeyConstraint("shop_daily_sales_pk", ["shop_id", "business_date"])
    .addForeignKeyConstraint("shop_daily_sales_shop_fk", ["shop_id"], "shops", ["id"])
    .execute();
}

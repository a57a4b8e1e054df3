import type { DukaMigration } from "./migration.ts";
import { protectTable, unprotectTable } from "./tenant-policies.ts";

/** The tables of shops' rows as of this step; later ones protect themselves. */
const SHOP_TABLES = [
  "members",
  "products",
  "stock_movements",
  "alerts",
  "sales",
  "sale_contents",
  "sale_lines",
  "sale_tenders",
  "sale_conflicts",
  "product_daily_sales",
  "shop_daily_sales",
  "devices",
  "device_incarnations",
  "device_results",
  "quarantined_items",
  "jobs",
  "alert_settings",
] as const;

/** PostgreSQL refuses rows of other shops by itself, whatever the statement says. Nothing to do on the other engines. */
export const rowLevelSecurity: DukaMigration = {
  name: "0006_row_level_security",
  oldestBinary: 1,
  async up(db) {
    await protectTable(db, "shops", "id");
    for (const table of SHOP_TABLES) await protectTable(db, table);
  },
  async down(db) {
    for (const table of SHOP_TABLES) await unprotectTable(db, table);
    await unprotectTable(db, "shops");
  },
};

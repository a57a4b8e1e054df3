import type { Kysely, Transaction } from "kysely";
import type { DeviceTables } from "./tables/device-tables.ts";
import type { GlobalTables } from "./tables/global-tables.ts";
import type { JobTables } from "./tables/job-tables.ts";
import type { SaleTables } from "./tables/sale-tables.ts";
import type { ShopTables } from "./tables/shop-tables.ts";
import type { StockTables } from "./tables/stock-tables.ts";

/** Tables whose every key starts with the shop. */
export type TenantTables = ShopTables & StockTables & SaleTables & DeviceTables & JobTables;

/** Every table, for Kysely. Columns end in their unit; instants are epoch milliseconds, dates 'YYYY-MM-DD'. */
export type Tables = GlobalTables & TenantTables;

/** The database outside a transaction: global tables, and the way into a shop. */
export type Database = Kysely<Tables>;

/** An open transaction. */
export type Trx = Transaction<Tables>;

/** The column that names the shop in each tenant table; the tenant guard holds every statement to it. */
export const SHOP_COLUMN_OF_TABLE: { readonly [Table in keyof TenantTables]: "id" | "shop_id" } = {
  shops: "id",
  members: "shop_id",
  products: "shop_id",
  stock_movements: "shop_id",
  alerts: "shop_id",
  sales: "shop_id",
  sale_contents: "shop_id",
  sale_lines: "shop_id",
  sale_tenders: "shop_id",
  sale_conflicts: "shop_id",
  product_daily_sales: "shop_id",
  shop_daily_sales: "shop_id",
  devices: "shop_id",
  device_incarnations: "shop_id",
  device_results: "shop_id",
  quarantined_items: "shop_id",
  jobs: "shop_id",
  alert_settings: "shop_id",
};

export { toDatabaseBoolean } from "./tables/column-types.ts";
export type { DeviceResultStatus, DevicesTable, QuarantinedItemsTable } from "./tables/device-tables.ts";
export type { InvitationsTable, TokenKind, TokensTable, UsersTable } from "./tables/global-tables.ts";
export type { AlertSettingsTable, JobKind, JobOutcome, JobsTable } from "./tables/job-tables.ts";
export type { SaleLinesTable, SalesTable, SaleTendersTable } from "./tables/sale-tables.ts";
export type { MemberRole, ShopsTable } from "./tables/shop-tables.ts";
export type {
  AlertSeverity,
  AlertsTable,
  ProductsTable,
  StockMovementsTable,
  StoredMovementType,
} from "./tables/stock-tables.ts";

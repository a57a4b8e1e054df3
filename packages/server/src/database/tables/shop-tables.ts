/** The shop itself and its people. */
export type ShopTables = {
  readonly shops: ShopsTable;
  readonly members: MembersTable;
};

export type ShopsTable = {
  id: string;
  name: string;
  /** ISO 4217 code. */
  currency: string;
  /** IANA name. */
  time_zone: string;
  /** Minutes after midnight at which the business day starts. */
  day_cut_minutes: number;
  /** `en`, `fr`, `sw` or `ar`; null is English. */
  language: string | null;
  /** Counts commits that changed something pullable; commit order, because the row is locked by every write. */
  version: number;
  next_product_id: number;
  next_sale_id: number;
  next_movement_id: number;
  next_alert_id: number;
  created_at_ms: number;
};

export type MemberRole = "owner" | "manager" | "cashier";

export type MembersTable = {
  shop_id: string;
  user_id: number;
  role: MemberRole;
  created_at_ms: number;
  removed_at_ms: number | null;
};

import { shopsAndPeople } from "./0001-shops-and-people.ts";
import { productsAndStock } from "./0002-products-and-stock.ts";
import { sales } from "./0003-sales.ts";
import { devices } from "./0004-devices.ts";
import { jobsAndInvitations } from "./0005-jobs-and-invitations.ts";
import { rowLevelSecurity } from "./0006-row-level-security.ts";
import type { DukaMigration } from "./migration.ts";

/** Every step of the schema, in order. A released step never changes; a new one is added at the end. */
export const MIGRATIONS: readonly DukaMigration[] = [
  shopsAndPeople,
  productsAndStock,
  sales,
  devices,
  jobsAndInvitations,
  rowLevelSecurity,
];

import { sql } from "kysely";
import { dialectOf } from "../dialect.ts";
import type { MigrationDatabase } from "./migration.ts";

/**
 * Puts row-level security on a table of shops' rows, where the engine has it; every later step that makes such a table
 * calls this. Two policies, and nobody sees a row without one:
 *
 * | policy        | for                             | lets through                                                  |
 * |---------------|---------------------------------|---------------------------------------------------------------|
 * | duka_shop     | every role, the owner too       | the rows of the shop that the transaction entered (enterShop) |
 * | duka_operator | the owner, who says so each time | everything: migrations, backups (actAsOperator)               |
 */
export async function protectTable(
  db: MigrationDatabase,
  table: string,
  shopColumn: "id" | "shop_id" = "shop_id",
): Promise<void> {
  if (!dialectOf(db).hasRowLevelSecurity) return;
  const name = sql.table(table);
  const isOwn = sql`${sql.ref(shopColumn)} = nullif(current_setting('duka.shop', true), '')::uuid`;
  const isOperator = sql`current_setting('duka.operator', true) = 'on'`;
  await sql`create policy duka_shop on ${name} using (${isOwn}) with check (${isOwn})`.execute(db);
  await sql`create policy duka_operator on ${name} to current_user using (${isOperator}) with check (${isOperator})`.execute(
    db,
  );
  await sql`alter table ${name} enable row level security`.execute(db);
  // Without this the owner would be exempt, and a server that runs as the owner would have no wall at all.
  await sql`alter table ${name} force row level security`.execute(db);
}

/** Undoes `protectTable`. */
export async function unprotectTable(db: MigrationDatabase, table: string): Promise<void> {
  if (!dialectOf(db).hasRowLevelSecurity) return;
  const name = sql.table(table);
  await sql`alter table ${name} no force row level security`.execute(db);
  await sql`alter table ${name} disable row level security`.execute(db);
  await sql`drop policy duka_operator on ${name}`.execute(db);
  await sql`drop policy duka_shop on ${name}`.execute(db);
}

/** Lets the owner's transaction see every shop, as a step that changes rows must. The application role gains nothing by it. */
export async function actAsOperator(db: MigrationDatabase): Promise<void> {
  if (dialectOf(db).hasRowLevelSecurity) await sql`set local duka.operator = 'on'`.execute(db);
}

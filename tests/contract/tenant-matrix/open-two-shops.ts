import { sha256Hex } from "@duka/domain";
import { sql } from "kysely";
import { acrossShops } from "../../../packages/server/src/database/open-database.ts";
import { SHOP_COLUMN_OF_TABLE } from "../../../packages/server/src/database/schema.ts";
import type { Role } from "../../../packages/server/src/http/roles.ts";
import { addMember } from "../../../packages/server/src/testing/add-member.ts";
import { openTestApp, type TestApp } from "../../../packages/server/src/testing/open-test-app.ts";
import { registerShop, type TestShop } from "../../../packages/server/src/testing/register-shop.ts";
import { FOREIGN_START, type Ids } from "./ids.ts";
import { FOREIGN, makeForeignRows, MARKER, must } from "./make-foreign-rows.ts";

export type Caller = Role | "nobody";

export type TwoShops = {
  readonly opened: TestApp;
  /** Shop A's, by role. */
  readonly tokens: Readonly<Record<Role, string>>;
  readonly ownDevice: string;
  /** Shop B's. */
  readonly foreign: Ids;
  /** Of every row that belongs to B. */
  readonly hashOfB: () => Promise<string>;
  /** As JSON, by table. */
  readonly rowsOfB: () => Promise<Readonly<Record<string, readonly string[]>>>;
  /** What B's owner and B's till sign in with: to see what B is shown. */
  readonly foreignTokens: { readonly owner: string; readonly device: string };
};

const OWN_DEVICE = "0197c0de-0000-7000-8000-0000000000a1";

/** A server with two shops; A has a product with a sale and an alert, B has a row in whatever a caller can make rows in. */
export async function openTwoShops(): Promise<TwoShops> {
  const opened = await openTestApp({ config: { loginFailuresMax: 0 } });
  const { db } = opened;
  const a = await registerShop(opened.app, { username: "a-person", email: "a@example.com" });
  await makeOwnRows(opened, a.token);
  const [manager, cashier] = [await addMember(db, a.shopId, "manager"), await addMember(db, a.shopId, "cashier")];
  const enrolled = await must(opened, a.token, "/api/sync/enrol/", { device_id: OWN_DEVICE, device_name: "Counter" });
  await db.updateTable("global_counters").set({ next: FOREIGN_START }).where("name", "=", "users").execute();
  const b = await registerShop(opened.app, {
    username: FOREIGN.username,
    email: `${MARKER}@example.com`,
    shop_name: MARKER,
  });
  const { invitation, deviceToken } = await makeForeignRows(opened, b);
  const rows = async () => rowsOf(opened, b);
  return {
    opened,
    tokens: {
      owner: a.token,
      manager: manager.token,
      cashier: cashier.token,
      device: String(enrolled["device_token"]),
    },
    ownDevice: OWN_DEVICE,
    foreign: { ...FOREIGN, user: b.userId, shop: b.shopId, invitation },
    hashOfB: async () => sha256Hex(JSON.stringify(await rows())),
    rowsOfB: async () => Object.fromEntries(await rows()),
    foreignTokens: { owner: b.token, device: deviceToken },
  };
}

async function makeOwnRows(opened: TestApp, token: string): Promise<void> {
  await must(opened, token, "/api/products/", { name: "Soap", stock: 10, reorder_level: 5, unit_price: "1.50" });
  await must(opened, token, "/api/sales/", { items: [{ product: 1, quantity: 8 }] });
}

async function rowsOf({ db }: TestApp, b: TestShop): Promise<readonly (readonly [string, readonly string[]])[]> {
  const tables = [
    ...[...Object.entries(SHOP_COLUMN_OF_TABLE), ...GLOBAL_TABLES].map(
      ([table, column]) => [table, column, b.shopId] as const,
    ),
    ["users", "id", b.userId] as const,
  ];
  return await Promise.all(
    tables.map(async ([table, column, id]) => {
      const statement = sql<object>`select * from ${sql.table(table)} where ${sql.ref(column)} = ${id}`;
      const { rows } = await statement.execute(acrossShops(db));
      return [table, rows.map((row) => JSON.stringify(row)).toSorted()] as const;
    }),
  );
}

/** Tables of logins that name their shop. */
const GLOBAL_TABLES = ["user_shops", "tokens", "invitations"].map((table) => [table, "shop_id"] as const);
